#pragma once

#include <vector>

#include "load/guide_reading.hpp"

namespace vertebra::load {

// The conditions of the members of one score, which wait until all names are known; null where one is missing.
using MemberConditions = std::vector<const document::Node*>;

// Reads the guide's scores but for those conditions, and checks that bands part what the points can add up to.
std::vector<MemberConditions> read_scores(GuideReading& guide);
// The conditions of each score, as read_scores returned them.
void parse_scores(GuideReading& guide, const std::vector<MemberConditions>& conditions);

}  // namespace vertebra::load
