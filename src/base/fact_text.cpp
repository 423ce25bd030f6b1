#include <algorithm>

#include "base/fact_problems.hpp"
#include "base/fact_shape.hpp"
#include "base/text.hpp"

namespace vertebra::base {
namespace {

using Interpreted = std::variant<Possible, AnswerProblem>;

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
std::variant<Measure, AnswerProblem> read_measure(const FactShape& fact, std::string_view text) {
  const std::size_t space = std::min(text.find(' '), text.size());
  if (const auto value = parse_number(text.substr(0, space))) return Measure{*value, trimmed(text.substr(space))};
  const std::size_t number = std::min(text.find_first_not_of("-.0123456789"), text.size());
  const auto value = parse_number(text.substr(0, number));
  if (value && find_unit(text.substr(number))) return Measure{*value, text.substr(number)};
  const bool like_number = !text.empty() && std::string_view{"+-.0123456789"}.find(text[0]) != std::string_view::npos;
  return like_number ? bad_number(fact) : wrong_type(fact, text);
}

// "3 wk .. 6 wk", "3 .. 6 wk".
Interpreted read_range(const FactShape& fact, std::string_view from, std::string_view to) {
  const auto low = read_measure(fact, from);
  const auto high = read_measure(fact, to);
  if (const auto* problem = std::get_if<AnswerProblem>(&low)) return *problem;
  if (const auto* problem = std::get_if<AnswerProblem>(&high)) return *problem;
  const auto& first = std::get<Measure>(low);
  const auto& last = std::get<Measure>(high);
  if (last.unit.empty() && !first.unit.empty()) return unit_at_end(fact);
  // Each end is checked alone, so that ends in two units are both converted.
  const auto start = interpret(fact, quantity(first.value, first.unit.empty() ? last.unit : first.unit));
  const auto end = interpret(fact, quantity(last.value, last.unit));
  if (std::holds_alternative<AnswerProblem>(start)) return start;
  if (std::holds_alternative<AnswerProblem>(end)) return end;
  return interpret(fact, range(std::get<Possible>(start).low, std::get<Possible>(end).high, {}));
}

Interpreted read_quantity(const FactShape& fact, std::string_view text) {
  const bool is_word =
      std::any_of(fact.words.begin(), fact.words.end(), [&](const auto& word) { return word.first == text; });
  if (is_word) return interpret(fact, choice(text));
  const std::size_t dots = text.find("..");
  if (dots != std::string_view::npos) {
    return read_range(fact, trimmed(text.substr(0, dots)), trimmed(text.substr(dots + 2)));
  }
  const auto measure = read_measure(fact, text);
  if (const auto* problem = std::get_if<AnswerProblem>(&measure)) return *problem;
  const auto& [value, unit] = std::get<Measure>(measure);
  return interpret(fact, quantity(value, unit));
}

// "one_leg or both_legs".
Interpreted read_choice(const FactShape& fact, std::string_view text) {
  constexpr std::string_view separator = " or ";
  Choice answer;
  for (;;) {
    const std::size_t end = text.find(separator);
    answer.members.emplace_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return interpret(fact, answer);
    text.remove_prefix(end + separator.size());
  }
}

Interpreted read_boolean(const FactShape& fact, std::string_view text) {
  if (text == "yes" || text == "true") return interpret(fact, true);
  if (text == "no" || text == "false") return interpret(fact, false);
  return wrong_type(fact, text);
}

}  // namespace

Interpreted interpret_text(const FactShape& fact, std::string_view text) {
  text = trimmed(text);
  if (text == "unknown" || text == "null") return Possible{};
  switch (fact.type) {
    case FactType::boolean: return read_boolean(fact, text);
    case FactType::quantity: return read_quantity(fact, text);
    case FactType::choice: break;
  }
  return read_choice(fact, text);
}

}  // namespace vertebra::base
