#include "explain/counterfactuals.hpp"

#include <algorithm>
#include <bit>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "compile/compiler.hpp"
#include "eval/domain.hpp"
#include "support/generate_repeat.hpp"
#include "support/generate_samples.hpp"
#include "support/generate_text.hpp"
#include "support/reference_evaluator.hpp"
#include "support/reference_view.hpp"

// What the search finds is what trying everything finds, with the slow reference as the judge of every patient.
namespace vertebra {
namespace {

using explain::Cell;
using explain::CellSet;
using generate::Answers;
using generate::Sample;

struct Wish {
  GoalKind kind = GoalKind::care;
  std::string treatment;
};

const reference::Treatment* first_of(const reference::Outcome& outcome) {
  const auto found = std::ranges::find(outcome.treatments, 1, &reference::Treatment::rank);
  return found == outcome.treatments.end() ? nullptr : &*found;
}

bool is_reached(const Wish& wish, const reference::Outcome& before, const reference::Outcome& after) {
  if (wish.kind == GoalKind::care) {
    if (!before.care || !after.care) return after.care.has_value() && !before.care.has_value();
    return before.care->least != after.care->least || before.care->most != after.care->most;
  }
  if (wish.kind == GoalKind::offered) {
    const auto found = std::ranges::find(after.treatments, wish.treatment, &reference::Treatment::id);
    return found->verdict == Verdict::offered;
  }
  const auto* old = first_of(before);
  const auto* now = first_of(after);
  return now != nullptr && (old == nullptr || old->id != now->id);
}

// Every value that a rule could tell from another: on each threshold, and between them.
std::vector<base::Possible> values_of(const base::FactShape& fact) {
  std::vector<base::Possible> values;
  if (fact.type == base::FactType::quantity) {
    const double step = fact.unit.ucum == base::year_unit ? 1 : 0.5;
    for (double value = fact.min; value <= fact.max; value += step) values.push_back({true, value, value, 0});
    return values;
  }
  const std::size_t size = fact.type == base::FactType::boolean ? 2 : fact.choices.size();
  for (std::size_t i = 0; i < size; ++i) values.push_back({true, 0, 0, std::uint64_t{1} << i});
  return values;
}

std::vector<std::uint32_t> facts_of(const CellSet& set) {
  std::vector<std::uint32_t> facts;
  for (const Cell cell : set) facts.push_back(cell.fact);
  return facts;
}

// Tries all sets of so many answers, in no clever order.
class BruteForce {
 public:
  BruteForce(const Sample& sample, const image::Image& image, const Answers& answers, const Wish& wish)
      : sample_{sample}, image_{image}, answers_{answers}, wish_{wish}, before_{judge(answers)} {}

  const reference::Outcome& before() const { return before_; }

  std::vector<CellSet> smallest() {
    for (std::size_t size = 1; size <= 3 && found_.empty(); ++size) try_facts(0, size, answers_);
    std::ranges::sort(found_);
    std::vector<CellSet> kept;
    std::ranges::copy_if(found_, std::back_inserter(kept), [&](const CellSet& set) { return !has_nearer(set); });
    std::ranges::stable_sort(kept, {}, facts_of);
    return kept;
  }

 private:
  reference::Outcome judge(const Answers& answers) const {
    return reference::evaluate(sample_.rules, sample_.profile, answers);
  }

  void try_facts(std::uint32_t from, std::size_t left, Answers answers) {
    if (left == 0) {
      const reference::Outcome after = judge(answers);
      if (after.conflicts.empty() && is_reached(wish_, before_, after)) found_.push_back(chosen_);
      return;
    }
    for (std::uint32_t fact = from; fact < answers.size(); ++fact) {
      for (const Cell cell : others(fact)) {
        Answers changed = answers;
        changed[fact] = value_in(cell);
        chosen_.push_back(cell);
        try_facts(fact + 1, left - 1, changed);
        chosen_.pop_back();
      }
    }
  }

  eval::Domain own(std::uint32_t fact) const { return eval::domain_of(image_, fact, answers_[fact]); }

  // The cells of a fact that hold a value, but for the patient's own.
  std::vector<Cell> others(std::uint32_t fact) const {
    std::vector<Cell> cells;
    for (const base::Possible& value : values_of(sample_.rules.vocabulary.facts[fact].shape)) {
      const eval::Domain domain = eval::domain_of(image_, fact, value);
      const Cell cell{fact, value.cells == 0 ? domain.low : static_cast<std::uint32_t>(std::countr_zero(domain.cells))};
      if (!(domain == own(fact)) && std::ranges::find(cells, cell) == cells.end()) cells.push_back(cell);
    }
    return cells;
  }

  base::Possible value_in(Cell cell) const {
    for (const base::Possible& value : values_of(sample_.rules.vocabulary.facts[cell.fact].shape)) {
      if (eval::domain_of(image_, cell.fact, value) == explain::domain_of(image_, cell)) return value;
    }
    return {};
  }

  // The same set with one number a step nearer to what the patient answered, or lower within that, does it as well.
  bool has_nearer(const CellSet& set) const {
    for (std::size_t i = 0; i < set.size(); ++i) {
      if (sample_.rules.vocabulary.facts[set[i].fact].shape.type != base::FactType::quantity) continue;
      const eval::Domain answer = own(set[i].fact);
      const bool below = set[i].index < answer.low;
      for (const Cell other : others(set[i].fact)) {
        const bool nearer = below ? other.index > set[i].index : other.index < set[i].index;
        const bool passes = below ? other.index > answer.high : other.index < answer.low;
        CellSet same = set;
        same[i] = other;
        if (nearer && !passes && is_next(set[i], other) && std::ranges::binary_search(found_, same)) return true;
      }
    }
    return false;
  }

  bool is_next(Cell one, Cell two) const {
    const std::uint32_t low = std::min(one.index, two.index);
    const std::uint32_t high = std::max(one.index, two.index);
    return std::ranges::none_of(others(one.fact), [&](Cell each) { return each.index > low && each.index < high; });
  }

  const Sample& sample_;
  const image::Image& image_;
  const Answers& answers_;
  const Wish& wish_;
  reference::Outcome before_;
  CellSet chosen_;
  std::vector<CellSet> found_;
};

std::string in_words(const std::vector<CellSet>& sets) {
  std::string text;
  for (const CellSet& set : sets) {
    for (const Cell cell : set) text += "f" + std::to_string(cell.fact) + " cell " + std::to_string(cell.index) + "; ";
    text += "\n";
  }
  return text;
}

std::vector<Wish> wishes(const image::Image& image) {
  std::vector<Wish> list{{GoalKind::care, {}}, {GoalKind::first, {}}};
  for (const image::Treatment& each : image.treatments)
    list.push_back({GoalKind::offered, std::string{image.view(each.id)}});
  return list;
}

std::uint32_t index_of(const image::Image& image, const std::string& treatment) {
  const auto is_meant = [&](const image::Treatment& each) { return image.view(each.id) == treatment; };
  return static_cast<std::uint32_t>(std::ranges::find_if(image.treatments, is_meant) - image.treatments.begin());
}

void expect_the_smallest(const Sample& sample, const image::Image& image, const Answers& answers, const Wish& wish) {
  explain::CounterfactualSearch search{image, reference::answers_of(image, answers), date(2026, 1, 31), wish.kind,
                                       index_of(image, wish.treatment)};
  BruteForce everything{sample, image, answers, wish};
  RC_TAG(std::string{to_string(wish.kind)});
  if (wish.kind == GoalKind::offered)
    RC_ASSERT(search.reached_already() == is_reached(wish, everything.before(), everything.before()));
  if (search.reached_already()) return;
  const auto found = search.run(most_counterfactuals);
  const auto expected = everything.smallest();
  RC_ASSERT(search.complete());
  if (found == expected) return;
  RC_FAIL(std::string{to_string(wish.kind)} + " " + wish.treatment + " of " +
          generate::to_text(sample.rules.vocabulary, answers) + "\nfound\n" + in_words(found) + "expected\n" +
          in_words(expected));
}

void expect_the_smallest(const Sample& sample) {
  const image::Image image = compile::compile(sample.rules, sample.profile, "");
  for (const Answers& given : sample.patients) {
    const Answers answers = reference::telling(image, given);
    for (const Wish& wish : wishes(image)) expect_the_smallest(sample, image, answers, wish);
  }
}

TEST(Counterfactuals, AreWhatTryingEverythingFinds) {
  const auto samples = generate::samples(1);
  generate::repeat(150, [&] { expect_the_smallest(*samples); });
}

TEST(Counterfactuals, AreWhatTryingEverythingFindsWhereManyConsistencyRulesMeet) {
  const auto samples = generate::samples(1, {.clauses = 9});
  generate::repeat(100, [&] { expect_the_smallest(*samples); });
}

TEST(Counterfactuals, AreWhatTryingEverythingFindsInWholeYears) {
  const auto samples = generate::samples(1, {.years = true});
  generate::repeat(60, [&] { expect_the_smallest(*samples); });
}

}  // namespace
}  // namespace vertebra
