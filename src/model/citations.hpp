#pragma once

#include <string>
#include <vector>

#include "model/rule_set.hpp"

namespace vertebra::model {

// One thing of a guide that cites a source.
struct Citation {
  int source = -1;   // Into Guide::sources.
  std::string path;  // Where it stands: "red_flags.persistent_pain", "treatments.heat.arguments.early".
};

// All of a guide, section by section, as written.
std::vector<Citation> citations(const Vocabulary& vocabulary, const Guide& guide);

}  // namespace vertebra::model
