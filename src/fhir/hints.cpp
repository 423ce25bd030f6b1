#include "fhir/hints.hpp"

#include <algorithm>

namespace vertebra::fhir {
namespace {

constexpr Reason contradict{Cause::contradicted, "entries contradict each other, so it stays unknown"};
constexpr Reason same_time{Cause::contradicted, "entries of the same time contradict each other, so it stays unknown"};

// What those that may be the newest leave possible, taken together.
struct Newest {
  bool any = false;
  Cells cells = 0;
  double low = 0, high = 0;
};

// The latest that any timed hint is. Two are compared by their moments where both have one, else by their days as written.
class Latest {
 public:
  explicit Latest(const std::vector<Hint>& hints) {
    for (const Hint& each : hints) {
      if (!each.timed || !each.when) continue;
      const auto moment = each.when->moment();
      moment_ = std::max(moment_, moment);
      day_ = std::max(day_, std::optional{each.when->first});
      if (!moment) day_without_moment_ = std::max(day_without_moment_, std::optional{each.when->first});
    }
  }

  bool is_after(const Hint& hint) const {
    if (!hint.when) return false;
    const auto moment = hint.when->moment();
    if (!moment) return day_ > hint.when->last;
    return moment_ > moment || day_without_moment_ > hint.when->last;
  }

 private:
  std::optional<std::int64_t> moment_;
  std::optional<Date> day_;
  std::optional<Date> day_without_moment_;
};

Newest join_newest(const std::vector<Hint>& hints, Conclusion& result) {
  const Latest latest{hints};
  Newest joined;
  for (const Hint& each : hints) {
    if (!each.timed) continue;
    if (latest.is_after(each)) {
      result.superseded.push_back(&each);
      continue;
    }
    joined.cells |= each.cells;
    joined.low = joined.any ? std::min(joined.low, each.low) : each.low;
    joined.high = joined.any ? std::max(joined.high, each.high) : each.high;
    joined.any = true;
    result.used.push_back(&each);
  }
  return joined;
}

}  // namespace

Answer answer_of(const MappedFact& fact, Cells cells) {
  if (fact.kind == FactKind::boolean) return cells == cell_yes;
  Choice choice;
  for (std::size_t i = 0; i < fact.choices.size(); ++i)
    if ((cells & Cells{1} << i) != 0) choice.members.push_back(fact.choices[i]);
  return choice;
}

Conclusion conclude(const MappedFact& fact, const std::vector<Hint>& hints) {
  Conclusion result;
  const Newest newest = join_newest(hints, result);
  if (fact.kind == FactKind::quantity) {
    if (newest.any) result.answer = range(newest.low, newest.high, fact.unit.ucum);
    return result;
  }
  if (newest.any && newest.cells == fact.all) {
    result.reason = same_time;
    return result;
  }
  Cells cells = newest.any ? newest.cells : fact.all;
  for (const Hint& each : hints) {
    if (each.timed) continue;
    cells &= each.cells;
    result.used.push_back(&each);
  }
  if (result.used.empty()) return result;
  if (cells == 0)
    result.reason = contradict;
  else
    result.answer = answer_of(fact, cells);
  return result;
}

}  // namespace vertebra::fhir
