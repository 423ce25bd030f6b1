#include <algorithm>
#include <functional>

#include "network.hpp"

// The last step of the network: what one answer says of other questions, and the numbering of what is left.
namespace peers {
namespace {

namespace base = vertebra::base;

std::tuple<double, bool> cut(const Test& test) { return {test.value, test.strict}; }

// Calls `use` with a reference to every literal of the plan's advice.
void each_literal(Plan& plan, const std::function<void(Literal&)>& use) {
  use(plan.scope);
  std::ranges::for_each(plan.scopes, use);
  for (RedFlag& each : plan.red_flags) use(each.holds);
  for (Opinion& each : plan.opinions) {
    std::ranges::for_each(each.indication, use);
    for (Argument& argument : each.arguments) use(argument.when);
  }
  for (Treatment& each : plan.treatments) std::ranges::for_each(each.blocks, use);
  for (Implication& each : plan.implications) {
    std::ranges::for_each(each.when, use);
    std::ranges::for_each(each.then, use);
  }
  for (Gate& each : plan.gates) std::ranges::for_each(each.of, use);
}

// Each after those whose consequences it waits on.
std::vector<Implication> in_order(std::vector<Implication> open) {
  std::vector<Implication> result;
  while (!open.empty()) {
    const auto waits = [&](const Implication& each) {
      return std::ranges::any_of(open, [&](const Implication& other) {
        return &other != &each && std::ranges::any_of(other.then, [&](Literal then) {
          return std::ranges::find(each.when, then) != each.when.end();
        });
      });
    };
    const auto next = std::ranges::find_if_not(open, waits);
    if (next == open.end()) fail("the peers are not told of consistency rules that wait on each other in a circle");
    result.push_back(*next);
    open.erase(next);
  }
  return result;
}

}  // namespace

std::vector<Network::Exclusion> Network::exclusions() {
  std::vector<Exclusion> result;
  for (const vertebra::model::Clause& clause : rules_.vocabulary.consistency) {
    std::vector<Literal> parts;
    for (const auto& each : clause.parts) parts.push_back(compile(each, ""));
    const bool is_plain = std::ranges::all_of(parts, [](Literal each) { return each.is_test; });
    if (!is_plain) fail("the peers are not told of `" + clause.id + "`, a part of which a range decides alone");
    for (const Literal part : parts) {
      Exclusion made{{}, part};
      std::ranges::copy_if(parts, std::back_inserter(made.when), [&](Literal each) { return each != part; });
      result.push_back(std::move(made));
    }
  }
  return result;
}

// What is known of the tests of a fact when `part` is no.
std::vector<Literal> Network::consequences(Literal part) const {
  const Test& gone = tests_[static_cast<std::size_t>(part.index)];
  const base::FactShape& fact = shape(gone.fact);
  const std::uint64_t every =
      fact.type == base::FactType::boolean ? 0b11 : (std::uint64_t{2} << (fact.choices.size() - 1)) - 1;
  const std::uint64_t left = part.negated ? gone.cells : every & ~gone.cells;
  std::vector<Literal> result;
  for (int i = 0; i < static_cast<int>(tests_.size()); ++i) {
    const Test& each = tests_[static_cast<std::size_t>(i)];
    if (each.fact != gone.fact) continue;
    if (fact.type == base::FactType::quantity) {
      if (part.negated && cut(each) <= cut(gone)) result.push_back({true, i, false});
      if (!part.negated && cut(each) >= cut(gone)) result.push_back({true, i, true});
    } else if ((left & ~each.cells) == 0) {
      result.push_back({true, i, false});
    } else if ((left & each.cells) == 0) {
      result.push_back({true, i, true});
    }
  }
  return result;
}

// Two exclusions from one list of choices could together decide what neither decides alone. Intervals cannot.
void Network::check_parts(const std::vector<Exclusion>& all) const {
  for (const Exclusion& one : all) {
    for (const Exclusion& other : all) {
      const Test& test = tests_[static_cast<std::size_t>(one.part.index)];
      if (shape(test.fact).type != base::FactType::choice || one.part == other.part) continue;
      if (tests_[static_cast<std::size_t>(other.part.index)].fact == test.fact)
        fail("the peers are not told of two consistency rules that narrow `" + shape(test.fact).id + "` differently");
    }
  }
}

void Network::finish(Plan& plan) {
  const std::vector<Exclusion> all = exclusions();
  check_parts(all);
  std::vector<bool> test_used(tests_.size()), gate_used(gates_.size());
  const auto use = [&](Literal each) {
    (each.is_test ? test_used : gate_used)[static_cast<std::size_t>(each.index)] = true;
  };
  each_literal(plan, [&](Literal& each) { use(each); });
  for (std::size_t i = gates_.size(); i-- > 0;) {
    if (gate_used[i]) std::ranges::for_each(gates_[i].of, use);
  }
  std::vector<bool> taken(all.size());
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (taken[i]) continue;
      std::vector<Literal> then = consequences(all[i].part);
      std::erase_if(then, [&](Literal each) { return !test_used[static_cast<std::size_t>(each.index)]; });
      if (then.empty()) continue;
      taken[i] = changed = true;
      std::ranges::for_each(all[i].when, use);
    }
  }
  write(plan, all, taken, test_used, gate_used);
}

void Network::write(Plan& plan, const std::vector<Exclusion>& all, const std::vector<bool>& taken,
                    const std::vector<bool>& test_used, const std::vector<bool>& gate_used) const {
  std::vector<Implication> implications;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!taken[i]) continue;
    Implication made{all[i].when, consequences(all[i].part)};
    std::erase_if(made.then, [&](Literal each) { return !test_used[static_cast<std::size_t>(each.index)]; });
    implications.push_back(std::move(made));
  }
  plan.implications = in_order(std::move(implications));
  std::vector<int> order, test_number(tests_.size()), gate_number(gates_.size());
  for (int i = 0; i < static_cast<int>(tests_.size()); ++i) {
    if (test_used[static_cast<std::size_t>(i)]) order.push_back(i);
  }
  std::ranges::sort(order, {}, [&](int i) {
    const Test& each = tests_[static_cast<std::size_t>(i)];
    return std::tuple{each.fact, each.value, each.strict, each.cells};
  });
  for (const int i : order) {
    Test each = tests_[static_cast<std::size_t>(i)];
    if (plan.facts.empty() || plan.facts.back().in_vocabulary != each.fact)
      plan.facts.push_back({shape(each.fact), each.fact});
    each.fact = static_cast<int>(plan.facts.size()) - 1;
    test_number[static_cast<std::size_t>(i)] = static_cast<int>(plan.tests.size());
    plan.tests.push_back(std::move(each));
  }
  for (std::size_t i = 0; i < gates_.size(); ++i) {
    if (!gate_used[i]) continue;
    gate_number[i] = static_cast<int>(plan.gates.size());
    plan.gates.push_back(gates_[i]);
  }
  each_literal(plan, [&](Literal& each) {
    each.index = (each.is_test ? test_number : gate_number)[static_cast<std::size_t>(each.index)];
  });
}

}  // namespace peers
