#pragma once

#include <vector>

#include "load/fields.hpp"

namespace vertebra::load {

// Reads `silence` and adds what it holds. `files` are those of a guide, for which alone it speaks; none for the vocabulary,
// which speaks for the folder.
void read_silences(Reading& reading, Fields& fields, const std::vector<int>& files,
                   std::vector<model::Silence>& silences);

}  // namespace vertebra::load
