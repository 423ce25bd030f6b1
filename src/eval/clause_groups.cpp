#include "eval/clause_groups.hpp"

namespace vertebra::eval {
namespace {

ClauseStep& step_of(ClauseGroups& groups, std::uint32_t word) {
  ClauseGroup& group = groups.groups.back();
  for (std::uint32_t i = group.begin; i < group.end; ++i) {
    if (groups.words[i] == word) return groups.steps[i];
  }
  groups.words.push_back(word);
  ++group.end;
  return groups.steps.emplace_back();
}

}  // namespace

ClauseGroups group_clauses(const image::Image& image) {
  ClauseGroups groups;
  for (std::uint32_t i = 0; i < image.clauses.size(); ++i) {
    const std::uint32_t lane = i % clauses_a_group;
    const auto begin = static_cast<std::uint32_t>(groups.steps.size());
    if (lane == 0) groups.groups.push_back({begin, begin, i, 0});
    for (std::uint32_t j = image.clauses[i].parts.begin; j < image.clauses[i].parts.end; ++j) {
      const image::Literal literal = image.parts[j].literal;
      ClauseStep& step = step_of(groups, literal.node() / 64);
      (literal.negated() ? step.negative : step.positive)[lane] |= std::uint64_t{1} << (literal.node() % 64);
    }
    ++groups.groups.back().size;
  }
  return groups;
}

}  // namespace vertebra::eval
