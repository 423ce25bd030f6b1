#pragma once

#include <optional>
#include <vector>

#include "load/expressions.hpp"
#include "load/fields.hpp"
#include "load/ids.hpp"
#include "load/vocabulary_loader.hpp"

namespace vertebra::load {

// What rests on a source decides which sources it may cite.
enum class Basis {
  rule,       // Decides or scores: no education.
  shown,      // Only said: education too.
  explained,  // Says what is not there: excluded and unspecified ones too.
};

// One guide while it is read. Its names are all collected before its first expression is parsed.
struct GuideReading {
  GuideReading(Reading& shared, const VocabularyReading& vocabulary_read, Fields& document, int guide_index)
      : reading{shared},
        vocabulary{vocabulary_read},
        fields{document},
        index{guide_index},
        sources{shared, Form::source_id},
        strengths{shared},
        names{vocabulary_read.names},
        table{vocabulary_read.table} {}

  std::optional<model::Expression> expression(Fields& item, std::string_view key, Need need);
  std::optional<model::Expression> parse(const document::Node* scalar);
  std::vector<int> cite(Fields& item, Basis basis, Need need = Need::required);
  std::vector<int> treatments(Fields& item, std::string_view key, Need need = Need::optional);
  int level(Fields& item, std::string_view key, Need need);

  Reading& reading;
  const VocabularyReading& vocabulary;
  Fields& fields;
  int index;  // Of the guide.
  model::Guide guide{};
  Ids sources;
  Ids strengths;
  Ids names;  // Of facts, conditions, red flags, scores and parameters.
  NameTable table;
};

}  // namespace vertebra::load
