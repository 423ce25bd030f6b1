#pragma once

#include <optional>
#include <string>
#include <vector>

#include <vertebra/truth.hpp>

namespace vertebra::report {

// What a picture of the rules shows of one patient. All lists have one entry a node of the graph.
struct PatientPath {
  std::string title;
  std::vector<bool> kept;                     // What is drawn at all.
  std::vector<std::optional<Truth>> decided;  // What lies on the path, and what it turned out to be; the rest is faint.
  std::vector<std::string> answers;           // Of facts on the path.
};

}  // namespace vertebra::report
