#pragma once

#include "load/guide_reading.hpp"

namespace vertebra::load {

// Reads what is said beside treatments, with the outcome, or to explain what is not there.
void read_obligations(GuideReading& guide);
void read_notices(GuideReading& guide);
void read_not_encoded(GuideReading& guide);

}  // namespace vertebra::load
