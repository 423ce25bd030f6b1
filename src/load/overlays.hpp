#pragma once

#include <vector>

#include "load/guide_document.hpp"
#include "load/vocabulary_loader.hpp"

namespace vertebra::load {

// The guides of the folder, each with the changes of its overlays made. Whatever an overlay asks for that the guide cannot
// give is reported in the overlay.
std::vector<GuideDocument> apply_overlays(Reading& reading, const VocabularyReading& vocabulary,
                                          const Documents& documents);

}  // namespace vertebra::load
