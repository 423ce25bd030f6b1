#pragma once

#include <string_view>
#include <vector>

#include <vertebra/rule_set.hpp>

#include "load/loader.hpp"

namespace vertebra {

// Reads and checks all of a folder, and of what the site adds to it; files are named as the caller would write them.
load::Loaded read_rules(std::string_view folder, const LoadOptions& options = {});

void append(std::vector<Diagnostic>& to, std::vector<Diagnostic> more);

}  // namespace vertebra
