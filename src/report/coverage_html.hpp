#pragma once

#include <string>

#include <vertebra/cases.hpp>

namespace vertebra::report {

// A page of the rule files, each line marked by what the cases saw of it. It needs no other file.
std::string coverage_html(const CaseCoverage& coverage);

}  // namespace vertebra::report
