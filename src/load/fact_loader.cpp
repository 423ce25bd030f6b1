#include "load/fact_loader.hpp"

#include <algorithm>
#include <limits>

#include "base/text.hpp"
#include "load/codes_loader.hpp"
#include "load/expressions.hpp"
#include "load/wording.hpp"

namespace vertebra::load {
namespace {

using base::Code;
using base::FactShape;
using base::FactType;
using document::Node;

constexpr std::size_t most_choices = 64;  // One bit each in model::Expression::choices.

FactType likely_type(const Fields& fields) {
  if (fields.has("of")) return FactType::choice;
  return fields.has("range") || fields.has("unit") ? FactType::quantity : FactType::boolean;
}

FactType read_type(Fields& fields) {
  const auto type = fields.one_of("type", {"boolean", "quantity", "choice"}, Need::required);
  if (!type) return likely_type(fields);
  return type->text == "choice" ? FactType::choice : type->text == "quantity" ? FactType::quantity : FactType::boolean;
}

void read_unit(Reading& reading, Fields& fields, FactShape& shape) {
  const Node* node = fields.scalar("unit", "a unit", Need::required);
  if (!node) return;
  const auto unit = base::find_unit(node->text);
  if (unit) shape.unit = *unit;
  if (!unit)
    reading.reporter.report(Code::unit_mismatch, node->place, ticked(node->text) + " is not a unit",
                            "the units are " + base::unit_list());
}

// A bare number is in the fact's own unit, which stands beside it.
std::optional<double> read_bound(Reading& reading, const Node& node, const FactShape& shape) {
  if (const auto number = base::parse_number(node.text)) return number;
  if (shape.unit.ucum.empty()) return std::nullopt;
  return parse_quantity(node, shape.unit, reading.files, reading.reporter);
}

void read_range(Reading& reading, Fields& fields, FactShape& shape) {
  // Until a range is known nothing lies outside it, so that a mistake here is not repeated wherever the fact is used.
  shape.min = std::numeric_limits<double>::lowest();
  shape.max = std::numeric_limits<double>::max();
  const auto ends = fields.ends("range", Need::required);
  if (!ends) return;
  const auto low = read_bound(reading, *ends->first, shape);
  const auto high = read_bound(reading, *ends->second, shape);
  if (!low || !high) return;
  if (*low >= *high)
    return reading.reporter.report(Code::bad_value, ends->first->place,
                                   "the range of " + fields.what() + " does not rise", "write the lower end first");
  shape.min = *low;
  shape.max = *high;
}

// One end of "1 .. 3", without the blanks around it.
Node end_of(const Node& scalar, std::size_t from, std::size_t to) {
  while (from < to && scalar.text[from] == ' ') ++from;
  while (to > from && scalar.text[to - 1] == ' ') --to;
  Node end;
  end.text = scalar.text.substr(from, to - from);
  end.place = document::PlacesIn{scalar}.at(from, static_cast<int>(std::max<std::size_t>(to - from, 1)));
  end.content = end.place;
  return end;
}

void read_word(Reading& reading, Fields& fields, const document::Entry& entry, FactShape& shape) {
  const Node& node = entry.value;
  const auto dots = node.is_scalar() ? node.text.find("..") : std::string::npos;
  if (dots == std::string::npos) return fields.wrong_type(entry.key, node.place, "a range, such as 1 .. 3");
  const auto low = read_bound(reading, end_of(node, 0, dots), shape);
  const auto high = read_bound(reading, end_of(node, dots + 2, node.text.size()), shape);
  if (!low || !high) return;
  if (*low > *high)
    reading.reporter.report(Code::bad_value, node.place, "the range of " + ticked(entry.key) + " does not rise");
  else if (*low < shape.min || *high > shape.max)
    reading.reporter.report(Code::out_of_range, node.place,
                            ticked(entry.key) + " reaches outside the range of " + fields.what());
  shape.words.emplace_back(entry.key, std::pair{*low, *high});
}

void check_answer_word(Reading& reading, std::string_view word, base::Place place, std::string_view kind) {
  if (!base::is_id(word))
    reading.reporter.report(Code::bad_id, place, ticked(word) + " is not written as a " + std::string{kind} + " is",
                            "use lower-case letters, digits and `_`, and begin with a letter");
  if (word == "known" || word == "unknown")
    reading.reporter.report(Code::reserved_word, place, ticked(word) + " cannot be a " + std::string{kind},
                            "leave it out: every fact may be unknown");
}

void read_words(Reading& reading, Fields& fields, FactShape& shape) {
  for (const auto* entry : fields.section("words")) {
    check_answer_word(reading, entry->key, entry->place, "word for a range");
    read_word(reading, fields, *entry, shape);
  }
}

void read_choices(Reading& reading, Fields& fields, FactShape& shape) {
  const auto choices = fields.names("of", Need::required);
  for (const Name& choice : choices) {
    check_answer_word(reading, choice.text, choice.place, "choice");
    shape.choices.push_back(choice.text);
  }
  if (choices.size() <= most_choices) return;
  reading.reporter.report(Code::bad_value, choices[most_choices].place,
                          fields.what() + " has more than " + std::to_string(most_choices) + " choices");
  shape.choices.resize(most_choices);
}

}  // namespace

model::Fact read_fact(Reading& reading, const document::Entry& entry) {
  Fields fields{reading, "fact", entry};
  model::Fact fact;
  fact.place = entry.place;
  fact.shape.id = entry.key;
  fact.shape.type = read_type(fields);
  std::vector<std::string> values;
  if (fact.shape.type == FactType::quantity) {
    read_unit(reading, fields, fact.shape);
    read_range(reading, fields, fact.shape);
    read_words(reading, fields, fact.shape);
  } else if (fact.shape.type == FactType::choice) {
    read_choices(reading, fields, fact.shape);
    values = fact.shape.choices;
  } else {
    values = {"yes", "no"};
  }
  fact.ask = fields.text("ask");
  fact.panel = fields.word("panel");
  fact.codes = read_codes(reading, fields, values);
  fields.close();
  return fact;
}

}  // namespace vertebra::load
