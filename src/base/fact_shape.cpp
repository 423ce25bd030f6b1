#include "base/fact_shape.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/fact_problems.hpp"

namespace vertebra::base {
namespace {

using Interpreted = std::variant<Possible, AnswerProblem>;

// Checks a range that is already in the fact's unit.
Interpreted checked(const FactShape& fact, double low, double high) {
  if (!std::isfinite(low) || !std::isfinite(high)) {
    return not_usable(fact, "the answer to `" + fact.id + "` is not a finite number");
  }
  const bool whole = low == std::floor(low) && high == std::floor(high);
  if (fact.unit.ucum == year_unit && !whole) {
    return not_usable(fact, "`" + fact.id + "` takes whole, completed years");
  }
  if (low > high) return not_usable(fact, "the range given for `" + fact.id + "` ends before it begins");
  if (low < fact.min || high > fact.max) return out_of_range(fact);
  return Possible{true, low + 0.0, high + 0.0, 0};  // Adding zero makes -0 the one zero.
}

Interpreted interpret_quantity(const FactShape& fact, const Quantity& answer) {
  if (fact.type != FactType::quantity) return wrong_type(fact);
  const auto unit = answer.unit.empty() ? std::optional{fact.unit} : find_unit(answer.unit);
  if (!unit || !converts(*unit, fact.unit)) return wrong_unit(fact, answer.unit);
  return checked(fact, convert(answer.low, *unit, fact.unit), convert(answer.high, *unit, fact.unit));
}

const std::pair<double, double>* find_word(const FactShape& fact, std::string_view text) {
  for (const auto& [word, range] : fact.words) {
    if (word == text) return &range;
  }
  return nullptr;
}

Interpreted interpret_choice(const FactShape& fact, const Choice& answer) {
  if (fact.type == FactType::quantity) {
    const auto* word = answer.members.size() == 1 ? find_word(fact, answer.members.front()) : nullptr;
    if (word != nullptr) return checked(fact, word->first, word->second);
    return wrong_type(fact);
  }
  if (fact.type != FactType::choice) return wrong_type(fact);
  Possible possible{true, 0, 0, 0};
  for (const std::string& member : answer.members) {
    const auto found = std::find(fact.choices.begin(), fact.choices.end(), member);
    if (found == fact.choices.end()) return unknown_choice(fact, member);
    possible.cells |= std::uint64_t{1} << (found - fact.choices.begin());
  }
  if (possible.cells == 0) return unknown_choice(fact, {});
  return possible;
}

Interpreted interpret_boolean(const FactShape& fact, bool answer) {
  if (fact.type != FactType::boolean) return wrong_type(fact);
  return Possible{true, 0, 0, answer ? std::uint64_t{2} : std::uint64_t{1}};
}

}  // namespace

Interpreted interpret(const FactShape& fact, const Answer& answer) {
  if (const auto* yes = std::get_if<bool>(&answer)) return interpret_boolean(fact, *yes);
  if (const auto* quantity = std::get_if<Quantity>(&answer)) return interpret_quantity(fact, *quantity);
  if (const auto* choice = std::get_if<Choice>(&answer)) return interpret_choice(fact, *choice);
  return Possible{};
}

}  // namespace vertebra::base
