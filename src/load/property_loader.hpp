#pragma once

#include "load/guide_reading.hpp"

namespace vertebra::load {

// Reads the guide's properties. Needs all that rules may name.
void read_properties(GuideReading& guide);

}  // namespace vertebra::load
