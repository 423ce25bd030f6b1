#pragma once

#include <cstdint>
#include <vector>

#include <vertebra/vertebra.hpp>

#include "load/loader.hpp"
#include "plan.hpp"

// The patients of a comparison: drawn with a fixed seed, the same for every subject.
namespace peers {

// One number a fact of the vocabulary: NaN for unknown, 0 or 1 for no and yes, the place of a choice in its list, or a
// quantity in the fact's unit.
using Answers = std::vector<double>;

struct Draw {
  int patients = 0;
  double missing = 0;  // Share of answers that are not given.
  std::uint32_t seed = 0;
};

// Most answers are ordinary: those of the rule set's fullest case, else no, the first choice and the least number. About six
// a patient are not: half of them lie on or beside a threshold of the rules where there is one. Patients whose answers
// contradict each other are left out.
std::vector<Answers> draw_patients(const Plan& plan, const vertebra::load::Loaded& loaded,
                                   const vertebra::Engine& engine, const Draw& draw);

// The same answers, set by fact.
class Setter {
 public:
  Setter(const vertebra::load::Loaded& loaded, const vertebra::Engine& engine);
  void set(const Answers& answers, vertebra::Patient& patient) const;

 private:
  vertebra::Status set(std::size_t fact, double value, vertebra::Patient& patient) const;

  const std::vector<vertebra::model::Fact>& facts_;
  std::vector<vertebra::FactId> ids_;
  std::vector<std::vector<vertebra::Choice>> choices_;  // Made once, as a caller in a hurry does.
};

}  // namespace peers
