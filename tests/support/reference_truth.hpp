#pragma once

#include <set>

#include <vertebra/outcome.hpp>
#include <vertebra/truth.hpp>

#include "model/rule_set.hpp"
#include "support/reference_values.hpp"

namespace vertebra::reference {

using Facts = std::set<int>;  // Indices, and so in vocabulary order.

// What can be said of one patient: the rules, and the values that each fact may still have.
struct View {
  const model::RuleSet& rules;
  const Domains& domains;
};

// A test over one fact, perhaps negated: decided when all its values agree.
Truth truth_of_test(const base::FactShape& fact, const Values& values, const model::Expression& test);

Truth truth_of(const View& view, const model::Expression& expression);

// No expression means yes, as for an absent scope or `when`.
Truth truth_of(const View& view, const std::optional<model::Expression>& expression);

// The sums that the points of a score can still add up to: each member that is open may or may not count.
Score sum_of(const View& view, const model::Score& score);

// Adds the facts reached through the sub-expressions that have the truth which the whole has. Where that is unknown the
// scope of a red flag counts, where it is certain it does not. A comparison with a score is decided by the members that are
// known, and waits on those that are not.
void add_facts_behind(const View& view, const model::Expression& expression, Truth truth, Facts& facts);

// The same for an expression that may be absent; adds nothing unless its truth is the given one.
void add_facts_behind(const View& view, const std::optional<model::Expression>& expression, Truth truth, Facts& facts);

}  // namespace vertebra::reference
