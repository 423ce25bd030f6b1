#include "support/generate_samples.hpp"

#include <algorithm>
#include <cmath>
#include <ostream>
#include <tuple>

#include "support/generate_expressions.hpp"
#include "support/generate_guides.hpp"
#include "support/generate_text.hpp"

namespace vertebra::generate {
namespace {

using Bytes = std::vector<std::uint8_t>;

// One tape a part, so that a decision which goes away does not move those of the other parts.
struct Tapes {
  Bytes facts;
  Bytes clauses;
  Bytes catalogue;
  std::vector<Bytes> guides;
  Bytes profile;
  std::vector<Bytes> patients;
};

rc::Gen<Bytes> bytes(int most) {
  return rc::gen::resize(most, rc::gen::container<Bytes>(rc::gen::resize(100, rc::gen::inRange<std::uint8_t>(0, 255))));
}

// Guides in a role, in the order in which they were drawn; some have none.
model::Profile profile(Tape& tape, const model::RuleSet& rules) {
  std::vector<int> order;
  for (int i = 0; i < static_cast<int>(rules.guides.size()); ++i) order.insert(order.begin() + tape.pick(i + 1), i);
  model::Profile result;
  result.id = "default";
  result.rank_by = order[0];
  for (std::size_t i = 1; i < order.size(); ++i) {
    const int role = tape.pick(5);
    if (role < 3) result.guards.push_back(order[i]);
    if (role == 3) result.consult.push_back(order[i]);
  }
  if (tape.once_in(2)) result.defer_by.push_back(result.rank_by);
  for (const int guard : result.guards)
    if (tape.once_in(2)) result.defer_by.push_back(guard);
  const int from = tape.pick(static_cast<int>(rules.vocabulary.care_levels.size()));
  if (!result.defer_by.empty()) result.defer_from = from;
  return result;
}

// On and around every threshold, within the range; whole for years.
double number(Tape& tape, const base::FactShape& fact) {
  const double step = tape.pick(whole_steps + 1);
  if (fact.unit.ucum == base::year_unit) return step;
  switch (tape.pick(5)) {
    case 1: return std::max(fact.min, step - 0.5);
    case 2: return std::max(fact.min, std::nextafter(step, fact.min));
    case 3: return std::min(fact.max, std::nextafter(step, fact.max));
    default: return step;
  }
}

base::Possible answer(Tape& tape, const base::FactShape& fact) {
  base::Possible result;
  const int exactness = tape.pick(3);  // Unknown, exact, partial.
  result.known = exactness != 0;
  if (!result.known) return result;
  switch (fact.type) {
    case base::FactType::boolean: result.cells = std::uint64_t{1} << tape.pick(2); break;
    case base::FactType::choice:
      for (int i = 0; i < (exactness == 1 ? 1 : 2); ++i)
        result.cells |= std::uint64_t{1} << tape.pick(static_cast<int>(fact.choices.size()));
      break;
    case base::FactType::quantity:
      result.low = number(tape, fact);
      result.high = exactness == 1 ? result.low : number(tape, fact);
      if (result.low > result.high) std::swap(result.low, result.high);
      break;
  }
  return result;
}

Sample build(const Tapes& tapes, const VocabularyOptions& options) {
  Sample sample;
  Tape facts{tapes.facts};
  Tape clauses{tapes.clauses};
  Tape catalogue{tapes.catalogue};
  sample.rules.vocabulary = vocabulary(facts, clauses, catalogue, options);
  for (int i = 0; i < static_cast<int>(tapes.guides.size()); ++i) {
    Tape tape{tapes.guides[i]};
    sample.rules.guides.push_back(guide(tape, sample.rules.vocabulary, i));
  }
  Tape roles{tapes.profile};
  sample.profile = profile(roles, sample.rules);
  sample.rules.profiles.push_back(sample.profile);
  for (const Bytes& each : tapes.patients) {
    Tape tape{each};
    sample.patients.push_back(patient(tape, sample.rules.vocabulary));
  }
  return sample;
}

}  // namespace

Answers patient(Tape& tape, const model::Vocabulary& vocabulary) {
  Answers result;
  for (const model::Fact& each : vocabulary.facts) result.push_back(answer(tape, each.shape));
  return result;
}

base::Possible both(const base::FactShape& fact, const base::Possible& first, const base::Possible& second) {
  if (!first.known || !second.known) return first.known ? first : second;
  const base::Possible result{true, std::max(first.low, second.low), std::min(first.high, second.high),
                              first.cells & second.cells};
  const bool none = fact.type == base::FactType::quantity ? result.low > result.high : result.cells == 0;
  return none ? first : result;
}

rc::Gen<Sample> samples(int patients, const VocabularyOptions& options) {
  const auto tapes = [patients](int guides) {
    using Many = std::vector<Bytes>;
    return rc::gen::tuple(bytes(120), bytes(80), bytes(20), rc::gen::container<Many>(guides, bytes(320)), bytes(20),
                          rc::gen::container<Many>(patients, bytes(40)));
  };
  return rc::gen::map(rc::gen::mapcat(rc::gen::inRange(1, 4), tapes), [options](const auto& parts) {
    return build(std::apply([](const auto&... each) { return Tapes{each...}; }, parts), options);
  });
}

void showValue(const Sample& sample, std::ostream& stream) {
  stream << '\n' << to_text(sample.rules) << to_text(sample.rules, sample.profile);
  for (const Answers& each : sample.patients) stream << to_text(sample.rules.vocabulary, each) << '\n';
}

}  // namespace vertebra::generate
