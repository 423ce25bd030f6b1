#include "assemble.hpp"

#include <algorithm>
#include <tuple>

namespace peers {

Assembler::Assembler(const Plan& plan) : plan_{plan}, test_output_(plan.tests.size()), gate_output_(plan.gates.size()) {
  for (std::uint32_t i = 0; const Literal each : outputs(plan))
    (each.is_test ? test_output_ : gate_output_)[static_cast<std::size_t>(each.index)] = i++;
  const std::size_t treatments = plan.treatments.size();
  outcome_.verdicts.resize(treatments);
  outcome_.low.resize(treatments);
  outcome_.high.resize(treatments);
  outcome_.ranks.resize(treatments);
}

Truth Assembler::at(Literal literal) const {
  if (!literal.is_test && plan_.gates[static_cast<std::size_t>(literal.index)].count == 0)
    return literal.negated ? Truth::no : Truth::yes;
  const Truth truth = truths_[(literal.is_test ? test_output_ : gate_output_)[static_cast<std::size_t>(literal.index)]];
  return literal.negated ? static_cast<Truth>(2 - static_cast<int>(truth)) : truth;
}

const Outcome& Assembler::assemble(std::span<const Truth> truths) {
  truths_ = truths;
  add_care();
  for (std::size_t i = 0; i < plan_.treatments.size(); ++i) {
    outcome_.verdicts[i] = verdict(plan_.treatments[i]);
    add_scores(i);
    outcome_.ranks[i] = 0;
  }
  const bool at_the_top = outcome_.care_assessed && outcome_.least + 1 == plan_.levels;
  if (at(plan_.scope) == Truth::yes && !at_the_top) add_ranks();
  return outcome_;
}

void Assembler::add_care() {
  outcome_.care_assessed = std::ranges::any_of(plan_.scopes, [&](Literal each) { return at(each) != Truth::no; });
  outcome_.least = outcome_.most = 0;
  deferred_ = Truth::no;
  for (const RedFlag& each : plan_.red_flags) {
    const Truth truth = at(each.holds);
    if (truth == Truth::yes) outcome_.least = std::max(outcome_.least, each.level);
    if (truth != Truth::no) outcome_.most = std::max(outcome_.most, each.level);
    if (each.defers) deferred_ = std::max(deferred_, truth);
  }
}

Verdict Assembler::verdict(const Treatment& treatment) const {
  using Position = vertebra::model::Position;
  const Truth scope = at(plan_.scope);
  if (scope == Truth::no) return Verdict::not_in_scope;
  if (treatment.position == Position::against) return Verdict::against;
  if (treatment.position == Position::no_recommendation) return Verdict::no_recommendation;
  Truth blocked = Truth::no, indicated = Truth::yes;
  for (const Literal each : treatment.blocks) blocked = std::max(blocked, at(each));
  for (const int i : treatment.opinions) {
    for (const Literal each : plan_.opinions[static_cast<std::size_t>(i)].indication)
      indicated = std::min(indicated, at(each));
  }
  if (blocked == Truth::yes) return Verdict::blocked;
  if (indicated == Truth::no) return Verdict::not_indicated;
  if (deferred_ == Truth::yes) return Verdict::deferred;
  const bool settled = scope == Truth::yes && indicated == Truth::yes && blocked == Truth::no && deferred_ == Truth::no;
  return settled ? Verdict::offered : Verdict::provisional;
}

void Assembler::add_scores(std::size_t index) {
  const Treatment& treatment = plan_.treatments[index];
  const bool listed = is_listed(outcome_.verdicts[index]);
  int low = listed ? treatment.base : 0, high = low;
  if (listed) {
    for (const int i : treatment.opinions) {
      for (const Argument& each : plan_.opinions[static_cast<std::size_t>(i)].arguments) {
        const Truth when = at(each.when);
        if (when == Truth::no) continue;
        if (when == Truth::yes || each.points < 0) low += each.points;
        if (when == Truth::yes || each.points > 0) high += each.points;
      }
    }
  }
  outcome_.low[index] = low;
  outcome_.high[index] = high;
}

void Assembler::add_ranks() {
  order_.clear();
  for (std::uint32_t i = 0; i < plan_.treatments.size(); ++i) {
    if (is_listed(outcome_.verdicts[i])) order_.push_back(i);
  }
  std::ranges::sort(order_, {}, [&](std::uint32_t i) {
    return std::tuple{outcome_.verdicts[i], -outcome_.low[i], -outcome_.high[i], i};
  });
  for (int rank = 0; const std::uint32_t i : order_) outcome_.ranks[i] = ++rank;
}

}  // namespace peers
