#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/fact_shape.hpp"
#include "base/place.hpp"
#include "model/rule_set.hpp"

// Vignettes that pin a rule set down, as they were written.
namespace vertebra::model {

enum class CaseKey : std::uint8_t {
  care,
  red_flags,
  open_flags,
  offered,
  provisional,
  withheld,
  cautions,
  first,
  ask,
  conflicts,
  notices
};

// What a case expects of one part of the outcome: a set of items in the words of the outcome. Of `care` there is one,
// `same_day`, `[routine, same_day]` or `none`; of `first` one, a treatment or `none`; of `withheld` and `cautions` one a
// pair, `ibuprofen: blocked`.
struct Expectation {
  CaseKey key = CaseKey::care;
  base::Place place;
  std::vector<std::string> items;
};

struct CaseAnswer {
  int fact = -1;
  base::Possible possible;
};

struct Case {
  std::string id;
  base::Place place;
  std::vector<CaseAnswer> answers;   // Of the patient it is based on, then its own, which replace them.
  std::vector<Expectation> expects;  // In written order; at least one.
};

struct CaseFile {
  Profile profile;
  base::Place place;
  std::vector<Case> cases;
};

struct Cases {
  std::shared_ptr<const base::Files> files;
  std::vector<CaseFile> in_files;  // By path.
};

}  // namespace vertebra::model
