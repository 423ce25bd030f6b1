#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <pybind11/pybind11.h>

#include <vertebra/vertebra.hpp>

// Values of the library as plain Python ones: numbers, strings, None, and tuples in the order of the members. The classes
// of the package give the members their names.
namespace vertebra::python {

pybind11::object plain(std::string_view text);
pybind11::object plain(bool value);
pybind11::object plain(double value);
pybind11::object plain(Truth truth);
pybind11::object plain(Verdict verdict);
pybind11::object plain(Cause cause);
pybind11::object plain(Position position);
pybind11::object plain(Effect effect);
pybind11::object plain(Date date);
pybind11::object plain(Score score);
pybind11::object plain(const Diagnostic& diagnostic);
pybind11::object plain(const CareLevel& level);
pybind11::object plain(const CareInterval& care);
pybind11::object plain(const RedFlagAdvice& flag);
pybind11::object plain(const ArgumentAdvice& argument);
pybind11::object plain(const ClaimAdvice& claim);
pybind11::object plain(const ObligationAdvice& obligation);
pybind11::object plain(const ContraindicationAdvice& contraindication);
pybind11::object plain(const PositionAdvice& position);
pybind11::object plain(const TreatmentAdvice& treatment);
pybind11::object plain(const CertainFirst& first);
pybind11::object plain(const ScoreAdvice& score);
pybind11::object plain(const ConflictAdvice& conflict);
pybind11::object plain(const NoticeAdvice& notice);
pybind11::object plain(const OverlayAdvice& overlay);
pybind11::object plain(const GuideAdvice& guide);
pybind11::object plain(const FirstPlaceSwap& swap);
pybind11::object plain(const StrengthInfo& strength);
pybind11::object plain(const RuleInfo& rule);
pybind11::object plain(const CodeBinding& binding);
pybind11::object plain(const FactInfo& fact);
pybind11::object plain(const TreatmentInfo& treatment);
pybind11::object plain(const SourceInfo& source);
pybind11::object plain(const SourceAttribute& attribute);
pybind11::object plain(const GuideInfo& guide);
pybind11::object plain(const CaseDifference& difference);
pybind11::object plain(const CaseResult& result);
pybind11::object plain(const RuleCoverage& rule);
pybind11::object plain(const Answer& answer);
pybind11::object plain(const Standing& standing);
pybind11::object plain(const ScopeDifference& scope);
pybind11::object plain(const RedFlagDifference& flag);
pybind11::object plain(const ContraindicationDifference& contraindication);
pybind11::object plain(const TreatmentDifference& treatment);
pybind11::object plain(const ScoreDifference& score);
pybind11::object plain(const OtherAnswer& answer);
pybind11::object plain(const AdviceInShort& advice);
pybind11::object plain(const Counterfactual& counterfactual);

inline pybind11::object plain(const pybind11::object& value) { return value; }
inline pybind11::object plain(const std::string& text) { return plain(std::string_view{text}); }

template <std::integral Number>
requires(!std::same_as<Number, bool>) pybind11::object plain(Number value) { return pybind11::int_(value); }

template <class Item>
pybind11::object plain(const BeforeAfter<Item>& sides);

template <class Item>
pybind11::object plain(const std::optional<Item>& value) {
  return value ? plain(*value) : pybind11::none();
}

template <class Item>
pybind11::object plain(const std::vector<Item>& items) {
  pybind11::tuple result{items.size()};
  for (std::size_t index = 0; index < items.size(); ++index) result[index] = plain(items[index]);
  return result;
}

template <class... Members>
pybind11::object row(const Members&... members) {
  return pybind11::make_tuple(plain(members)...);
}

template <class Item>
pybind11::object plain(const BeforeAfter<Item>& sides) {
  return row(sides.before, sides.after);
}

}  // namespace vertebra::python
