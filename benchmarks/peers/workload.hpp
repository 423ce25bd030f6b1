#pragma once

#include <string>
#include <vector>

#include <vertebra/vertebra.hpp>

#include "load/loader.hpp"
#include "outcome.hpp"
#include "patients.hpp"
#include "plan.hpp"

namespace peers {

inline constexpr vertebra::Date as_of = vertebra::date(2026, 1, 31);
inline constexpr int patient_count = 1000;

// One rule set with its patients, the same in every program of the comparison.
struct Workload {
  vertebra::load::Loaded loaded;
  vertebra::Engine engine;
  Plan plan;
  std::vector<Answers> patients;  // A fifth of the answers is missing.
  std::vector<Answers> complete;  // For peers that do not know unknown.

  // What Vertebra says, in the form that is compared.
  std::vector<Outcome> advise(const std::vector<Answers>& answers) const;
  // The facts that the plan reads, one patient after another.
  std::vector<double> read(const std::vector<Answers>& answers) const;
};

// Ends the program with a message when the rules do not load.
Workload make_workload(const std::string& folder, const std::string& profile);

Outcome compared(const vertebra::Outcome& outcome);

// Ends the program with a message at the first patient on whom a peer and Vertebra differ.
void require_same(const std::string& peer, const std::vector<Outcome>& ours, const std::vector<Outcome>& theirs);

}  // namespace peers
