#pragma once

#include "load/guide_reading.hpp"

namespace vertebra::load {

// Reads the numbers that a site may move. Needs the sources.
void read_parameters(GuideReading& guide);

}  // namespace vertebra::load
