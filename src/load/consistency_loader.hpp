#pragma once

#include "load/vocabulary_loader.hpp"

namespace vertebra::load {

// Reads the consistency rules of a vocabulary, whose facts and conditions must have been read.
void read_consistency(Reading& reading, VocabularyReading& vocabulary, Fields& fields);

}  // namespace vertebra::load
