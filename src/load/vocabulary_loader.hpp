#pragma once

#include "load/documents.hpp"
#include "load/expressions.hpp"
#include "load/fields.hpp"
#include "load/ids.hpp"

namespace vertebra::load {

// A vocabulary with the names that its guides may use.
struct VocabularyReading {
  explicit VocabularyReading(Reading& shared) : levels{shared}, treatments{shared}, names{shared} {}

  model::Vocabulary model;
  Ids levels;
  Ids treatments;
  Ids names;        // Facts and shared conditions.
  NameTable table;  // What they mean in an expression.
  std::vector<model::Silence> silences{};
};

VocabularyReading read_vocabulary(Reading& reading, const Split& document);

}  // namespace vertebra::load
