#include "support/reference_narrowing.hpp"

#include <algorithm>

namespace vertebra::reference {
namespace {

using model::Clause;
using model::Expression;

struct Step {  // The clause narrowed the fact.
  int clause;
  int fact;
};

struct Run {
  const model::Vocabulary& vocabulary;
  std::vector<base::Possible> answers;
  Domains domains;
  std::vector<Step> steps;
};

Truth truth_of_part(const Run& run, const Expression& part) {
  const int fact = tested_fact(part);
  return truth_of_test(run.vocabulary.facts[fact].shape, run.domains[fact], part);
}

int count_parts(const Run& run, const Clause& clause, Truth truth) {
  return static_cast<int>(std::count_if(clause.parts.begin(), clause.parts.end(),
                                        [&](const Expression& part) { return truth_of_part(run, part) == truth; }));
}

bool is_broken(const Run& run, const Clause& clause) {
  return count_parts(run, clause, Truth::yes) == static_cast<int>(clause.parts.size());
}

// When all parts but one hold and that one is open, it cannot hold.
bool narrow_by(Run& run, int index) {
  const Clause& clause = run.vocabulary.consistency[index];
  if (count_parts(run, clause, Truth::no) != 0 || count_parts(run, clause, Truth::unknown) != 1) return false;
  for (const Expression& part : clause.parts) {
    if (truth_of_part(run, part) != Truth::unknown) continue;
    const int fact = tested_fact(part);
    run.domains[fact] = restricted(run.vocabulary.facts[fact].shape, run.domains[fact], part, false);
    run.steps.push_back({index, fact});
    return true;
  }
  return false;
}

void narrow_to_fixpoint(Run& run) {
  run.steps.clear();
  run.domains.clear();
  for (std::size_t i = 0; i < run.answers.size(); ++i)
    run.domains.push_back(values_of(run.vocabulary.facts[i].shape, run.answers[i]));
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < run.vocabulary.consistency.size(); ++i)
      if (narrow_by(run, static_cast<int>(i))) changed = true;
  }
}

Facts facts_of(const Clause& clause) {
  Facts facts;
  for (const Expression& part : clause.parts) facts.insert(tested_fact(part));
  return facts;
}

// The answer to the fact, or else the answers that it was narrowed from.
void add_answers_behind(const Run& run, int fact, Facts& visited, Facts& answered) {
  if (!visited.insert(fact).second) return;
  if (run.answers[fact].known) {
    answered.insert(fact);
    return;
  }
  for (const Step& step : run.steps) {
    if (step.fact != fact) continue;
    for (const int other : facts_of(run.vocabulary.consistency[step.clause]))
      if (other != fact) add_answers_behind(run, other, visited, answered);
  }
}

Facts to_set_aside(const Run& run, const Clause& clause) {
  Facts visited;
  Facts answered;
  add_answers_behind(run, clause.set_aside, visited, answered);
  if (!answered.empty()) return answered;
  for (const int fact : facts_of(clause)) add_answers_behind(run, fact, visited, answered);
  return answered;
}

}  // namespace

Narrowed narrow(const model::Vocabulary& vocabulary, std::span<const base::Possible> answers) {
  Run run{vocabulary, {answers.begin(), answers.end()}, {}, {}};
  std::vector<BrokenClause> conflicts;
  const auto broken = [&](const Clause& clause) { return is_broken(run, clause); };
  for (;;) {
    narrow_to_fixpoint(run);
    const auto found = std::find_if(vocabulary.consistency.begin(), vocabulary.consistency.end(), broken);
    if (found == vocabulary.consistency.end()) return {run.domains, conflicts};
    const Facts aside = to_set_aside(run, *found);
    conflicts.push_back({static_cast<int>(found - vocabulary.consistency.begin()), facts_of(*found), aside});
    if (aside.empty()) return {run.domains, conflicts};  // No answer is to blame: the rules contradict each other.
    for (const int fact : aside) run.answers[fact] = {};
  }
}

bool contradicts_itself(const model::Vocabulary& vocabulary) {
  return !narrow(vocabulary, std::vector<base::Possible>(vocabulary.facts.size())).conflicts.empty();
}

}  // namespace vertebra::reference
