#pragma once

#include <vector>

#include "model/rule_set.hpp"

namespace vertebra::compile {

// A treatment and the groups above it, outermost first: what is said of any of them holds for the treatment.
std::vector<int> line_of(const model::Vocabulary& vocabulary, int treatment);

// What one guide says along the line of a treatment.
struct LineOpinion {
  bool silent = true;  // The guide names none of them, or an overlay withdrew one.
  model::Position position = model::Position::favors;
  int strength = -1;  // Into Guide::strengths: the nearest.
  std::vector<int> strength_sources;
  std::vector<const model::Opinion*> opinions;  // Outermost first.
};
LineOpinion opinion_on(const model::Guide& guide, const std::vector<int>& line);

// True when one of the line stands in the list.
bool touches(const std::vector<int>& line, const std::vector<int>& treatments);

}  // namespace vertebra::compile
