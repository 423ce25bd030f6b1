#include "load/vocabulary_loader.hpp"

#include <algorithm>

#include "load/catalogue_loader.hpp"
#include "load/consistency_loader.hpp"
#include "load/fact_loader.hpp"
#include "load/silence_loader.hpp"
#include "load/wording.hpp"

namespace vertebra::load {
namespace {

using base::Code;
using document::Entry;

// "en", "pt-BR": letters and digits in parts of at most eight, as in BCP 47.
bool is_language_tag(std::string_view text) {
  std::size_t part = 0;
  for (const char c : text) {
    const bool letter_or_digit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (c == '-' ? part == 0 : !letter_or_digit) return false;
    part = c == '-' ? 0 : part + 1;
    if (part > 8) return false;
  }
  return part > 0;
}

std::vector<std::string> read_languages(Reading& reading, Fields& fields) {
  std::vector<std::string> languages;
  for (const Name& name : fields.names("languages")) {
    if (!is_language_tag(name.text))
      reading.reporter.report(Code::bad_value, name.place, ticked(name.text) + " is not a language tag",
                              "write it as `en` or `pt-BR`");
    languages.push_back(name.text);
  }
  return languages;
}

void read_levels(VocabularyReading& vocabulary, Fields& fields) {
  for (const Entry* entry : fields.section("care_levels", Need::required))
    if (vocabulary.levels.add_unreserved(entry->key, entry->place, "care level"))
      vocabulary.model.care_levels.push_back({entry->key, entry->place, fields.text_of(entry->value, entry->key)});
}

// Facts first and names before expressions, so that the order of sections and files does not matter.
void read_facts(Reading& reading, VocabularyReading& vocabulary, Fields& fields) {
  for (const Entry* entry : fields.section("facts")) {
    auto fact = read_fact(reading, *entry);
    if (!vocabulary.names.add_unreserved(entry->key, entry->place, "fact")) continue;
    const int index = static_cast<int>(vocabulary.model.facts.size());
    vocabulary.table.add(entry->key, {NameKind::fact, -1, index});
    vocabulary.model.facts.push_back(std::move(fact));
  }
}

void read_conditions(Reading& reading, VocabularyReading& vocabulary, Fields& fields) {
  auto& conditions = vocabulary.model.conditions;
  std::vector<const document::Node*> expressions;
  for (const Entry* entry : fields.section("conditions")) {
    Fields condition{reading, "condition", *entry};
    const auto* when = condition.scalar("when", "an expression", Need::required);
    condition.close();
    if (!vocabulary.names.add_unreserved(entry->key, entry->place, "condition")) continue;
    vocabulary.table.add(entry->key, {NameKind::condition, -1, static_cast<int>(conditions.size())});
    conditions.push_back({entry->key, entry->place, {}, {}});
    expressions.push_back(when);
  }
  const ExpressionContext context{reading.files, vocabulary.model, nullptr, vocabulary.table};
  for (std::size_t i = 0; i < conditions.size(); ++i)
    if (expressions[i])
      if (auto when = parse_expression(*expressions[i], context, reading.reporter)) conditions[i].when = *when;
}

}  // namespace

VocabularyReading read_vocabulary(Reading& reading, const Split& document) {
  VocabularyReading vocabulary{reading};
  Ids own{reading};
  own.add(document.id, document.place, "vocabulary");
  Fields fields{reading, "vocabulary " + ticked(document.id), document.place, document.maps};
  fields.allow("vocabulary");
  vocabulary.model.id = document.id;
  vocabulary.model.place = document.place;
  vocabulary.model.version = fields.word("version");
  if (auto languages = read_languages(reading, fields); !languages.empty()) reading.languages = std::move(languages);
  vocabulary.model.languages = reading.languages;
  read_levels(vocabulary, fields);
  read_facts(reading, vocabulary, fields);
  read_conditions(reading, vocabulary, fields);
  read_consistency(reading, vocabulary, fields);
  read_catalogue(reading, vocabulary, fields);
  read_silences(reading, fields, {}, vocabulary.silences);
  fields.close();
  return vocabulary;
}

}  // namespace vertebra::load
