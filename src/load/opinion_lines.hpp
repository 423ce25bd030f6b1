#pragma once

#include "load/guide_reading.hpp"

namespace vertebra::load {

// Judges what the guide says along each line of groups: every named treatment has a strength or position somewhere on
// it, no argument id stands on it twice, and its points cannot overflow.
void check_opinion_lines(GuideReading& guide);

}  // namespace vertebra::load
