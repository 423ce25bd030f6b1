#pragma once

#include <string>

#include <vertebra/what_if.hpp>

namespace vertebra::report {

// One line, keys in a fixed order, empty members omitted.
std::string to_json(const Difference& difference);

}  // namespace vertebra::report
