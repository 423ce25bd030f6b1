#pragma once

#include "load/fields.hpp"

namespace vertebra::load {

// Reads one fact. One that has mistakes keeps the type that was most likely meant, so that they raise no others.
model::Fact read_fact(Reading& reading, const document::Entry& entry);

}  // namespace vertebra::load
