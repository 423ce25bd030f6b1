#pragma once

#include "model/rule_set.hpp"
#include "support/generate_tape.hpp"

namespace vertebra::generate {

// A guide of every section that bears on an outcome. Obeys the loader's rules: each treatment that it names has a position.
model::Guide guide(Tape& tape, const model::Vocabulary& vocabulary, int index);

}  // namespace vertebra::generate
