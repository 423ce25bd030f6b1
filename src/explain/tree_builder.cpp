#include "explain/tree_builder.hpp"

#include <utility>

namespace vertebra::explain {

TreeBuilder::TreeBuilder(const Written& written, WhyTree& tree)
    : written_{written}, image_{written.image()}, tree_{tree} {}

int TreeBuilder::add(Reason reason) {
  reason.depth = reason.parent < 0 ? 0 : tree_.reasons[static_cast<std::size_t>(reason.parent)].depth + 1;
  tree_.reasons.push_back(reason);
  return static_cast<int>(tree_.reasons.size()) - 1;
}

// Two runs of one answer never speak of the same rule with the same truth, so each unfolds for itself.
void TreeBuilder::grow(Reason reason, const Run& run, int parent) {
  reason.parent = parent;
  run_ = &run;
  unfolded_.clear();
  stack_.push_back({reason, all_steps()});
  while (!stack_.empty()) {
    Item item = stack_.back();
    stack_.pop_back();
    item.reason.repeated = !is_first(item.reason);
    const int number = add(item.reason);
    if (item.reason.repeated) continue;
    below_.clear();
    unfold(item);
    for (auto each = below_.rbegin(); each != below_.rend(); ++each) {
      each->reason.parent = number;
      stack_.push_back(*each);
    }
  }
}

// Whether nothing of this kind and number was unfolded before.
bool TreeBuilder::is_first(const Reason& reason) {
  const std::size_t after_steps = all_steps();
  const std::size_t after_flags = after_steps + image_.red_flags.size();
  const std::size_t after_guides = after_flags + image_.guides.size();
  const std::size_t after_bans = after_guides + image_.contraindications.size();
  const std::size_t after_scores = after_bans + image_.scores.size() * 3;
  std::size_t slot = 0;
  switch (reason.kind) {
    case WhyKind::consistency: slot = reason.second; break;
    case WhyKind::red_flag: slot = after_steps + reason.index; break;
    case WhyKind::scope: slot = after_flags + static_cast<std::size_t>(reason.guide); break;
    case WhyKind::contraindication: slot = after_guides + reason.index; break;
    case WhyKind::score: slot = after_bans + reason.index * 3 + static_cast<std::size_t>(reached(reason)); break;
    case WhyKind::condition: slot = after_scores + written_.number(reason.guide, static_cast<int>(reason.index)); break;
    default: return true;
  }
  if (slot >= unfolded_.size()) unfolded_.resize(slot + 1);
  return std::exchange(unfolded_[slot], std::uint8_t{1}) == 0;
}

Reason TreeBuilder::at_least(std::uint32_t level, const eval::Result& result) const {
  const Truth truth = result.care_least >= level ? Truth::yes : result.care_most < level ? Truth::no : Truth::unknown;
  return {.kind = WhyKind::at_least, .truth = truth, .index = level};
}

Reason TreeBuilder::red_flag(std::uint32_t flag, const eval::Result& result) const {
  const image::RedFlag& each = image_.red_flags[flag];
  return {.kind = WhyKind::red_flag,
          .truth = result.planes.at(each.holds),
          .guide = static_cast<int>(each.guide),
          .index = flag};
}

Reason TreeBuilder::contraindication(std::uint32_t number, const eval::Result& result) const {
  const image::Contraindication& each = image_.contraindications[number];
  return {.kind = WhyKind::contraindication,
          .truth = result.planes.at(each.holds),
          .guide = static_cast<int>(each.guide),
          .index = number};
}

Reason TreeBuilder::scope(int guide, const eval::Result& result) const {
  const Truth truth = result.planes.at(image_.guides[static_cast<std::size_t>(guide)].scope);
  return {.kind = WhyKind::scope, .truth = truth, .guide = guide};
}

Reason TreeBuilder::treatment(std::uint32_t treatment, const eval::Result& result) const {
  const Verdict verdict = result.treatments[treatment].verdict;
  const Truth truth = verdict == Verdict::offered    ? Truth::yes
                      : verdict == Verdict::withheld ? Truth::no
                                                     : Truth::unknown;
  return {.kind = WhyKind::treatment, .truth = truth, .guide = 0, .index = treatment};
}

Reason TreeBuilder::argument(std::uint32_t argument, std::uint32_t treatment, const eval::Result& result) const {
  return {.kind = WhyKind::argument,
          .truth = result.planes.at(image_.arguments[argument].when),
          .guide = 0,
          .index = argument,
          .second = treatment,
          .expression = &written_.argument(argument).when};
}

void TreeBuilder::unfold(const Item& item) {
  const Reason& reason = item.reason;
  switch (reason.kind) {
    case WhyKind::at_least: return unfold_at_least(reason);
    case WhyKind::red_flag: return unfold_rule(reason, written_.red_flag(reason.index).when);
    case WhyKind::contraindication: return unfold_rule(reason, written_.contraindication(reason.index).when);
    case WhyKind::scope: return push_expression(*written_.guide(reason.guide).scope, reason.guide, item.steps);
    case WhyKind::treatment: return unfold_treatment(reason);
    case WhyKind::deferral: return unfold_deferral(reason);
    case WhyKind::score: return unfold_score(reason);
    case WhyKind::expression: return unfold_expression(item);
    case WhyKind::fact: return unfold_fact(item);
    case WhyKind::consistency: return unfold_clause(item);
    case WhyKind::comparison: return unfold_comparison(item);
    case WhyKind::condition:
    case WhyKind::indication:
    case WhyKind::argument:
    case WhyKind::member: return push_expression(*reason.expression, reason.guide, item.steps);
    default: return;
  }
}

}  // namespace vertebra::explain
