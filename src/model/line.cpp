#include "model/line.hpp"

#include <algorithm>

namespace vertebra::model {

std::vector<int> line_of(const Vocabulary& vocabulary, int treatment) {
  std::vector<int> line;
  for (int i = treatment; i >= 0; i = vocabulary.treatments[static_cast<std::size_t>(i)].part_of) line.push_back(i);
  std::ranges::reverse(line);
  return line;
}

Opinions::Opinions(const Guide& guide, std::size_t treatments) : by_treatment_(treatments), withdrawn_(treatments) {
  for (const Opinion& each : guide.opinions) by_treatment_[static_cast<std::size_t>(each.treatment)] = &each;
  for (const int each : guide.withdrawn) withdrawn_[static_cast<std::size_t>(each)] = true;
}

LineOpinion Opinions::on(const std::vector<int>& line) const {
  LineOpinion result;
  if (std::ranges::any_of(line, [&](int each) { return withdrawn_[static_cast<std::size_t>(each)]; })) return result;
  for (const int treatment : line) {
    const Opinion* found = by_treatment_[static_cast<std::size_t>(treatment)];
    if (found == nullptr) continue;
    result.silent = false;
    result.opinions.push_back(found);
    if (found->position) result.position = *found->position;
    if (found->strength >= 0) {
      result.strength = found->strength;
      result.strength_sources = found->sources;
    }
  }
  return result;
}

}  // namespace vertebra::model
