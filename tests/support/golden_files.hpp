#pragma once

#include <string>

#include <vertebra/engine.hpp>

// Outputs that were read and approved, whole (tests/golden/README.md).
namespace vertebra::support {

// The text of a file of this project; a test fails where there is none.
std::string read_source_file(const std::string& path);

// The shipped rules under the default profile.
const Engine& shipped_engine();

// Expects the text that a file holds. With VERTEBRA_UPDATE_GOLDEN in the environment the file is written instead, to be
// read by a person.
void expect_golden(const std::string& text, const std::string& path);

}  // namespace vertebra::support
