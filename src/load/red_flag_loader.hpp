#pragma once

#include "load/guide_reading.hpp"

namespace vertebra::load {

// Reads the guide's conditions, red flags and scores, which may name each other in any order. Needs sources and parameters.
void read_conditions_red_flags_and_scores(GuideReading& guide);

}  // namespace vertebra::load
