#pragma once

#include <vector>

#include "load/case_names.hpp"

namespace vertebra::load {

// Reads what one case expects, a part of the outcome a key.
std::vector<model::Expectation> read_expectations(Reading& reading, const CaseNames& names, const document::Entry& of);

}  // namespace vertebra::load
