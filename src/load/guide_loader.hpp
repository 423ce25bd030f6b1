#pragma once

#include "load/guide_document.hpp"
#include "load/vocabulary_loader.hpp"

namespace vertebra::load {

// Reads one guide; `index` is the number it will have in the rule set. Adds what it silences.
model::Guide read_guide(Reading& reading, const VocabularyReading& vocabulary, const GuideDocument& document, int index,
                        std::vector<model::Silence>& silences);

}  // namespace vertebra::load
