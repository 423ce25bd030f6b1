#pragma once

#include "load/guide_reading.hpp"

namespace vertebra::load {

// Reads the guide's conditions and red flags, which may name each other in any order. Needs sources and parameters.
void read_conditions_and_red_flags(GuideReading& guide);

}  // namespace vertebra::load
