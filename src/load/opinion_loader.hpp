#pragma once

#include "load/guide_reading.hpp"

namespace vertebra::load {

// Reads the guide's strengths: its own words in points.
void read_strengths(GuideReading& guide);

// Reads what the guide says of each treatment. Needs strengths and all names.
void read_opinions(GuideReading& guide);

}  // namespace vertebra::load
