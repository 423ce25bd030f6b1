#include "patients.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <random>

#include "base/units.hpp"

namespace peers {
namespace {

namespace base = vertebra::base;
namespace model = vertebra::model;

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr int odd_answers = 6;  // A patient.

double number_of(const base::FactShape& shape, const base::Possible& possible) {
  if (!possible.known) return unknown;
  if (shape.type == base::FactType::quantity) return possible.low;
  const int place = std::countr_zero(possible.cells);
  return shape.type == base::FactType::boolean ? (possible.cells == 0b10 ? 1 : 0) : place;
}

// Of the case with the most answers; what it leaves open is no, the first choice or the least number.
Answers ordinary_answers(const vertebra::load::Loaded& loaded) {
  const auto& facts = loaded.rules->vocabulary.facts;
  Answers result;
  for (const model::Fact& fact : facts)
    result.push_back(fact.shape.type == base::FactType::quantity ? fact.shape.min : 0);
  const model::Case* fullest = nullptr;
  for (const model::CaseFile& file : loaded.cases.in_files) {
    for (const model::Case& each : file.cases) {
      if (fullest == nullptr || each.answers.size() > fullest->answers.size()) fullest = &each;
    }
  }
  if (fullest == nullptr) return result;
  for (const model::CaseAnswer& each : fullest->answers) {
    const auto fact = static_cast<std::size_t>(each.fact);
    if (each.possible.known) result[fact] = number_of(facts[fact].shape, each.possible);
  }
  return result;
}

class Drawer {
 public:
  Drawer(const Plan& plan, const vertebra::load::Loaded& loaded, std::uint32_t seed)
      : facts_{loaded.rules->vocabulary.facts},
        ordinary_{ordinary_answers(loaded)},
        thresholds_(facts_.size()),
        random_{seed} {
    for (const Test& each : plan.tests) {
      const Fact& fact = plan.facts[static_cast<std::size_t>(each.fact)];
      if (fact.shape.type == base::FactType::quantity)
        thresholds_[static_cast<std::size_t>(fact.in_vocabulary)].push_back(each.value);
    }
  }

  Answers draw(double missing) {
    Answers result;
    const double odd = std::min(0.5, static_cast<double>(odd_answers) / static_cast<double>(facts_.size()));
    for (std::size_t i = 0; i < facts_.size(); ++i) {
      const double usual = chance(odd) ? odd_answer(i) : ordinary_[i];
      result.push_back(chance(missing) ? unknown : usual);
    }
    return result;
  }

 private:
  bool chance(double share) { return std::uniform_real_distribution{}(random_) < share; }
  int pick(int least, int most) { return std::uniform_int_distribution{least, most}(random_); }

  double odd_answer(std::size_t fact) {
    const base::FactShape& shape = facts_[fact].shape;
    if (shape.type == base::FactType::boolean) return 1 - ordinary_[fact];
    if (shape.type == base::FactType::choice) return pick(0, static_cast<int>(shape.choices.size()) - 1);
    const auto& thresholds = thresholds_[fact];
    if (thresholds.empty() || chance(0.5))
      return pick(static_cast<int>(std::ceil(shape.min)), static_cast<int>(std::floor(shape.max)));
    const double near = thresholds[static_cast<std::size_t>(pick(0, static_cast<int>(thresholds.size()) - 1))];
    return std::clamp(near + pick(-1, 1), shape.min, shape.max);
  }

  const std::vector<model::Fact>& facts_;
  Answers ordinary_;
  std::vector<std::vector<double>> thresholds_;  // As facts_.
  std::mt19937 random_;
};

}  // namespace

Setter::Setter(const vertebra::load::Loaded& loaded, const vertebra::Engine& engine)
    : facts_{loaded.rules->vocabulary.facts} {
  for (const model::Fact& fact : facts_) {
    const auto id = engine.fact(fact.shape.id);
    if (!id) fail("the engine does not know `" + fact.shape.id + "`");
    ids_.push_back(*id);
    choices_.emplace_back();
    for (const std::string& word : fact.shape.choices) choices_.back().push_back(vertebra::choice(word));
  }
}

void Setter::set(const Answers& answers, vertebra::Patient& patient) const {
  patient.clear();
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (std::isnan(answers[i])) continue;
    const vertebra::Status status = set(i, answers[i], patient);
    if (!status) fail(to_string(status.problem()));
  }
}

vertebra::Status Setter::set(std::size_t fact, double value, vertebra::Patient& patient) const {
  switch (facts_[fact].shape.type) {
    case base::FactType::boolean: return patient.set(ids_[fact], value == 1);
    case base::FactType::quantity: return patient.set(ids_[fact], vertebra::Quantity{value, value, {}});
    case base::FactType::choice: break;
  }
  return patient.set(ids_[fact], choices_[fact][static_cast<std::size_t>(value)]);
}

std::vector<Answers> draw_patients(const Plan& plan, const vertebra::load::Loaded& loaded,
                                   const vertebra::Engine& engine, const Draw& draw) {
  Drawer drawer{plan, loaded, draw.seed};
  const Setter setter{loaded, engine};
  vertebra::Patient patient{engine};
  vertebra::Evaluator evaluator{engine};
  std::vector<Answers> result;
  while (static_cast<int>(result.size()) < draw.patients) {
    Answers answers = drawer.draw(draw.missing);
    setter.set(answers, patient);
    if (evaluator.evaluate(patient, vertebra::date(2026, 1, 31)).conflicts().empty())
      result.push_back(std::move(answers));
  }
  return result;
}

}  // namespace peers
