#pragma once

#include "load/guide_reading.hpp"

namespace vertebra::load {

// Reads what keeps a treatment from being offered, or is said beside it.
void read_contraindications(GuideReading& guide);

}  // namespace vertebra::load
