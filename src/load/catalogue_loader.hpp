#pragma once

#include "load/vocabulary_loader.hpp"

namespace vertebra::load {

// Reads the treatments of a vocabulary and the groups that they are part of.
void read_catalogue(Reading& reading, VocabularyReading& vocabulary, Fields& fields);

}  // namespace vertebra::load
