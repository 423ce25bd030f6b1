#include "base/fact_problems.hpp"

#include <optional>
#include <utility>
#include <vector>

#include "base/text.hpp"

namespace vertebra::base {
namespace {

std::string quoted(std::string_view text) { return "`" + std::string{text} + "`"; }

std::string unit_suffix(const FactShape& fact) {
  return fact.unit.ucum == score_unit ? std::string{} : " " + std::string{fact.unit.ucum};
}

std::string example(const FactShape& fact) { return quoted(number_text(fact.min) + unit_suffix(fact)); }

std::string guess(std::string_view near) { return near.empty() ? "" : "did you mean " + quoted(near) + "? "; }

std::vector<std::string_view> accepted_words(const FactShape& fact) {
  if (fact.type == FactType::boolean) return {"yes", "no", "true", "false", "unknown"};
  std::vector<std::string_view> result;
  for (const auto& [word, range] : fact.words) result.emplace_back(word);
  return result;
}

std::string accepted_form(const FactShape& fact) {
  switch (fact.type) {
    case FactType::boolean: return "answer `yes`, `no` or `unknown`";
    case FactType::choice:
      return "answer " + list_of(std::vector<std::string_view>{fact.choices.begin(), fact.choices.end()});
    case FactType::quantity: break;
  }
  const auto words = accepted_words(fact);
  return "answer a number such as " + example(fact) + (words.empty() ? "" : ", or a word: " + list_of(words));
}

}  // namespace

Refusal wrong_type(const FactShape& fact, std::string_view given) {
  const std::string_view takes = fact.type == FactType::boolean    ? "yes or no"
                                 : fact.type == FactType::quantity ? "a number"
                                                                   : "one of its choices";
  return AnswerProblem{Code::wrong_answer_type, quoted(fact.id) + " takes " + std::string{takes},
                       guess(closest(given, accepted_words(fact))) + accepted_form(fact)};
}

Refusal wrong_unit(const FactShape& fact, std::string_view unit) {
  std::vector<std::string_view> fitting;
  for (const std::string_view candidate : all_units()) {
    if (converts(Unit{candidate}, fact.unit)) fitting.push_back(candidate);
  }
  const auto known = find_unit(unit);
  const std::string what = known ? quoted(known->ucum) + " does not fit " + quoted(fact.id)
                                 : "the unit given for " + quoted(fact.id) + " is not one that it takes";
  const std::string_view near = known ? std::string_view{} : closest(unit, fitting);
  return AnswerProblem{Code::answer_unit, what, guess(near) + quoted(fact.id) + " is given in " + list_of(fitting)};
}

Refusal out_of_range(const FactShape& fact) {
  const std::string range = number_text(fact.min) + " .. " + number_text(fact.max) + unit_suffix(fact);
  return AnswerProblem{Code::answer_out_of_range, "the answer is outside the range of " + quoted(fact.id),
                       quoted(fact.id) + " lies within " + quoted(range)};
}

Refusal not_usable(const FactShape& fact, std::string what) {
  return AnswerProblem{Code::answer_out_of_range, std::move(what),
                       quoted(fact.id) + " takes a number such as " + example(fact)};
}

Refusal unknown_choice(const FactShape& fact, std::string_view given) {
  const std::vector<std::string_view> choices{fact.choices.begin(), fact.choices.end()};
  return AnswerProblem{Code::answer_choice, quoted(fact.id) + " has no such choice",
                       guess(closest(given, choices)) + "its choices are " + list_of(choices, "and")};
}

Refusal bad_number(const FactShape& fact) {
  return AnswerProblem{Code::bad_number, quoted(fact.id) + " takes plain decimal numbers of at most 15 digits",
                       accepted_form(fact)};
}

Refusal unit_at_end(const FactShape& fact) {
  return AnswerProblem{Code::answer_unit,
                       "the range given for " + quoted(fact.id) + " has a unit at its beginning only",
                       "write the unit at the end; it then holds for both numbers"};
}

}  // namespace vertebra::base
