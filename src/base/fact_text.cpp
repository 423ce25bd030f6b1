#include <algorithm>

#include "base/fact_problems.hpp"
#include "base/fact_shape.hpp"
#include "base/text.hpp"

namespace vertebra::base {
namespace {

std::string_view trimmed(std::string_view text) noexcept {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

struct Measure {
  double value = 0;
  std::string_view unit;
};

// "6 wk", "6wk", "6".
Refusal read_measure(const FactShape& fact, std::string_view text, Measure& measure) {
  const std::size_t space = std::min(text.find(' '), text.size());
  if (const auto value = parse_number(text.substr(0, space))) {
    measure = {*value, trimmed(text.substr(space))};
    return {};
  }
  const std::size_t number = std::min(text.find_first_not_of("-.0123456789"), text.size());
  const auto value = parse_number(text.substr(0, number));
  if (value && find_unit(text.substr(number))) {
    measure = {*value, text.substr(number)};
    return {};
  }
  const bool like_number = !text.empty() && std::string_view{"+-.0123456789"}.find(text[0]) != std::string_view::npos;
  return like_number ? bad_number(fact) : wrong_type(fact, text);
}

// "3 wk .. 6 wk", "3 .. 6 wk".
Refusal read_range(const FactShape& fact, std::string_view from, std::string_view to, Possible& possible) {
  Measure first;
  Measure last;
  if (Refusal refusal = read_measure(fact, from, first)) return refusal;
  if (Refusal refusal = read_measure(fact, to, last)) return refusal;
  if (last.unit.empty() && !first.unit.empty()) return unit_at_end(fact);
  // Each end is checked alone, so that ends in two units are both converted.
  Possible start;
  Possible end;
  const std::string_view unit = first.unit.empty() ? last.unit : first.unit;
  if (Refusal refusal = interpret_range(fact, first.value, first.value, unit, start)) return refusal;
  if (Refusal refusal = interpret_range(fact, last.value, last.value, last.unit, end)) return refusal;
  return interpret_range(fact, start.low, end.high, {}, possible);
}

Refusal read_quantity(const FactShape& fact, std::string_view text, Possible& possible) {
  for (const auto& [word, ends] : fact.words) {
    if (word == text) return interpret_range(fact, ends.first, ends.second, {}, possible);
  }
  const std::size_t dots = text.find("..");
  if (dots != std::string_view::npos) {
    return read_range(fact, trimmed(text.substr(0, dots)), trimmed(text.substr(dots + 2)), possible);
  }
  Measure measure;
  if (Refusal refusal = read_measure(fact, text, measure)) return refusal;
  return interpret_range(fact, measure.value, measure.value, measure.unit, possible);
}

// "one_leg or both_legs".
Refusal read_choice(const FactShape& fact, std::string_view text, Possible& possible) {
  constexpr std::string_view separator = " or ";
  for (std::uint64_t cells = 0;;) {
    const std::size_t end = text.find(separator);
    const std::string_view member = trimmed(text.substr(0, end));
    const std::uint64_t cell = cell_of_choice(fact, member);
    if (cell == 0) return unknown_choice(fact, member);
    cells |= cell;
    if (end == std::string_view::npos) {
      possible = {true, 0, 0, cells};
      return {};
    }
    text.remove_prefix(end + separator.size());
  }
}

Refusal read_boolean(const FactShape& fact, std::string_view text, Possible& possible) {
  if (text == "yes" || text == "true") return interpret(fact, true, possible);
  if (text == "no" || text == "false") return interpret(fact, false, possible);
  return wrong_type(fact, text);
}

}  // namespace

Refusal interpret_text(const FactShape& fact, std::string_view text, Possible& possible) {
  text = trimmed(text);
  if (text == "unknown" || text == "null") return interpret(fact, Unknown{}, possible);
  switch (fact.type) {
    case FactType::boolean: return read_boolean(fact, text, possible);
    case FactType::quantity: return read_quantity(fact, text, possible);
    case FactType::choice: break;
  }
  return read_choice(fact, text, possible);
}

}  // namespace vertebra::base
