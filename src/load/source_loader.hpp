#pragma once

#include "load/guide_reading.hpp"

namespace vertebra::load {

// Reads what the guide may cite.
void read_sources(GuideReading& guide);

}  // namespace vertebra::load
