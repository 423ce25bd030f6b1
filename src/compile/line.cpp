#include "compile/line.hpp"

#include <algorithm>

namespace vertebra::compile {

std::vector<int> line_of(const model::Vocabulary& vocabulary, int treatment) {
  std::vector<int> line;
  for (int i = treatment; i >= 0; i = vocabulary.treatments[static_cast<std::size_t>(i)].part_of) line.push_back(i);
  std::ranges::reverse(line);
  return line;
}

LineOpinion opinion_on(const model::Guide& guide, const std::vector<int>& line) {
  LineOpinion result;
  if (touches(line, guide.withdrawn)) return result;
  for (const int treatment : line) {
    const auto found = std::ranges::find(guide.opinions, treatment, &model::Opinion::treatment);
    if (found == guide.opinions.end()) continue;
    result.silent = false;
    result.opinions.push_back(&*found);
    if (found->position) result.position = *found->position;
    if (found->strength >= 0) {
      result.strength = found->strength;
      result.strength_sources = found->sources;
    }
  }
  return result;
}

bool touches(const std::vector<int>& line, const std::vector<int>& treatments) {
  return std::ranges::any_of(line, [&](int each) { return std::ranges::find(treatments, each) != treatments.end(); });
}

}  // namespace vertebra::compile
