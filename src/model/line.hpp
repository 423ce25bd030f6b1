#pragma once

#include <vector>

#include "model/rule_set.hpp"

namespace vertebra::model {

// A treatment and the groups above it, outermost first: what is said of any of them holds for the treatment.
std::vector<int> line_of(const Vocabulary& vocabulary, int treatment);

// What one guide says along the line of a treatment.
struct LineOpinion {
  bool silent = true;  // The guide names none of them, or an overlay withdrew one.
  Position position = Position::favors;
  int strength = -1;  // Into Guide::strengths: the nearest.
  std::vector<int> strength_sources;
  std::vector<const Opinion*> opinions;  // Outermost first.
};

// The opinions of one guide, found by treatment.
class Opinions {
 public:
  Opinions(const Guide& guide, std::size_t treatments);
  LineOpinion on(const std::vector<int>& line) const;

 private:
  std::vector<const Opinion*> by_treatment_;  // Null where the guide is silent.
  std::vector<bool> withdrawn_;               // By an overlay, groups included.
};

}  // namespace vertebra::model
