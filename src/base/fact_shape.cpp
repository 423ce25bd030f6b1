#include "base/fact_shape.hpp"

#include <algorithm>
#include <cmath>
#include <variant>

#include "base/fact_problems.hpp"

namespace vertebra::base {
namespace {

// Checks a range that is already in the fact's unit.
Refusal checked(const FactShape& fact, double low, double high, Possible& possible) {
  if (!std::isfinite(low) || !std::isfinite(high)) {
    return not_usable(fact, "the answer to `" + fact.id + "` is not a finite number");
  }
  const auto is_whole = [](double value) { return value == std::floor(value); };
  if (fact.unit.ucum == year_unit && !(is_whole(low) && is_whole(high))) {
    return not_usable(fact, "`" + fact.id + "` takes whole, completed years");
  }
  if (low > high) return not_usable(fact, "the range given for `" + fact.id + "` ends before it begins");
  if (low < fact.min || high > fact.max) return out_of_range(fact);
  possible = {true, low + 0.0, high + 0.0, 0};  // Adding zero makes -0 the one zero.
  return {};
}

const std::pair<double, double>* find_word(const FactShape& fact, std::string_view text) {
  for (const auto& [word, range] : fact.words) {
    if (word == text) return &range;
  }
  return nullptr;
}

}  // namespace

std::uint64_t cell_of_choice(const FactShape& fact, std::string_view choice) noexcept {
  const auto found = std::find(fact.choices.begin(), fact.choices.end(), choice);
  return found == fact.choices.end() ? 0 : std::uint64_t{1} << (found - fact.choices.begin());
}

Refusal interpret_range(const FactShape& fact, double low, double high, std::string_view unit, Possible& possible) {
  if (fact.type != FactType::quantity) return wrong_type(fact);
  if (unit.empty() || unit == fact.unit.ucum) return checked(fact, low, high, possible);
  const std::optional<Unit> given = find_unit(unit);
  if (!given || !converts(*given, fact.unit)) return wrong_unit(fact, unit);
  return checked(fact, convert(low, *given, fact.unit), convert(high, *given, fact.unit), possible);
}

Refusal interpret(const FactShape&, Unknown, Possible& possible) {
  possible = {};
  return {};
}

Refusal interpret(const FactShape& fact, bool answer, Possible& possible) {
  if (fact.type != FactType::boolean) return wrong_type(fact);
  possible = {true, 0, 0, answer ? std::uint64_t{2} : std::uint64_t{1}};
  return {};
}

Refusal interpret(const FactShape& fact, const Quantity& answer, Possible& possible) {
  return interpret_range(fact, answer.low, answer.high, answer.unit, possible);
}

Refusal interpret(const FactShape& fact, const Choice& answer, Possible& possible) {
  if (fact.type == FactType::quantity) {
    const auto* word = answer.members.size() == 1 ? find_word(fact, answer.members.front()) : nullptr;
    if (word != nullptr) return checked(fact, word->first, word->second, possible);
  }
  if (fact.type != FactType::choice) return wrong_type(fact);
  if (answer.members.empty()) return unknown_choice(fact, {});
  std::uint64_t cells = 0;
  for (const std::string& member : answer.members) {
    const std::uint64_t cell = cell_of_choice(fact, member);
    if (cell == 0) return unknown_choice(fact, member);
    cells |= cell;
  }
  possible = {true, 0, 0, cells};
  return {};
}

Refusal interpret(const FactShape& fact, const Answer& answer, Possible& possible) {
  return std::visit([&](const auto& each) { return interpret(fact, each, possible); }, answer);
}

}  // namespace vertebra::base
