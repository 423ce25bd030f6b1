#pragma once

#include <string_view>
#include <vector>

#include <vertebra/rule_set.hpp>

#include "load/loader.hpp"

namespace vertebra {

// Reads and checks all of a folder, and of what the site adds to it; files are named as the caller would write them.
load::Loaded read_rules(std::string_view folder, const CheckOptions& options = {},
                        load::CaseFiles case_files = load::CaseFiles::read);

// In the order of the files, then by line and column; what is in no file stands first.
void sort_by_place(std::vector<Diagnostic>& diagnostics, const base::Files& files);

void append(std::vector<Diagnostic>& to, std::vector<Diagnostic> more);

}  // namespace vertebra
