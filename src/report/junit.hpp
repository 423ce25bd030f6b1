#pragma once

#include <string>

#include <vertebra/cases.hpp>

namespace vertebra::report {

// JUnit XML: a suite a file, a test a case.
std::string to_junit(const CaseRun& run);

}  // namespace vertebra::report
