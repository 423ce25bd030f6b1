#include "report/counterfactuals_text.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/care_text.hpp"
#include "report/page.hpp"
#include "report/phrases.hpp"

namespace vertebra::report {
namespace {

std::string care_words(const std::optional<CareInterval>& care) {
  if (!care) return "care is not assessed";
  if (care->decided()) return quoted(care->least);
  return "between " + quoted(care->least) + " and " + quoted(care->most);
}

std::string first_words(const AdviceInShort& advice) {
  return advice.first.empty() ? "no treatment is ranked" : named(advice.first_label, advice.first) + " comes first";
}

// "for other care", and how it is now.
std::string aim_words(const Counterfactuals& all) {
  switch (all.goal.kind) {
    case GoalKind::care: return "other care than now (" + care_words(all.now.care) + ")";
    case GoalKind::offered: return named(all.treatment_label, all.goal.treatment) + " to be offered";
    case GoalKind::first: break;
  }
  return "another treatment to come first (now: " + first_words(all.now) + ")";
}

// What comes of a set.
std::string effect(const Counterfactuals& all, const Counterfactual& set) {
  if (all.goal.kind == GoalKind::first) return first_words(set.then);
  return capitalized(care_words(set.then.care));
}

// The sets of which the same comes stand together; what is most urgent first.
struct Group {
  std::string effect;
  std::pair<int, int> urgency;
  std::vector<const Counterfactual*> sets;
};

std::pair<int, int> urgency(const Counterfactuals& all, const Counterfactual& set) {
  if (all.goal.kind == GoalKind::first || !set.then.care) return {0, 0};
  return {set.then.care->least.rank, set.then.care->most.rank};
}

std::vector<Group> groups_of(const Counterfactuals& all) {
  std::vector<Group> groups;
  for (const Counterfactual& set : all.sets) {
    const std::string words = effect(all, set);
    auto group = std::ranges::find(groups, words, &Group::effect);
    if (group == groups.end()) group = groups.insert(group, {words, urgency(all, set), {}});
    group->sets.push_back(&set);
  }
  std::ranges::stable_sort(groups, std::greater{}, &Group::urgency);
  return groups;
}

std::string answers_text(const Counterfactual& set) {
  std::string text;
  for (const OtherAnswer& each : set.answers) {
    if (!text.empty()) text += &each == &set.answers.back() ? " and " : ", ";
    text += spelled(each.fact) + ": " + each.after + " (" +
            (each.before == "unknown" ? "not known yet" : "now " + each.before) + ")";
  }
  return text;
}

std::string enough(std::size_t size) {
  if (size == 1) return " one other answer is enough. Any of these:";
  if (size == 2) return " two other answers together are enough, and no single one is. Any of these:";
  return " three other answers together are enough, and fewer are not. Any of these:";
}

void write_head(const Counterfactuals& all, Page& page) {
  page.heading("WHAT OTHER ANSWERS WOULD DO");
  if (all.reached_already) return page.text(2, "Nothing is needed: it is so already.");
  if (all.sets.empty()) return page.text(2, "For " + aim_words(all) + " not even three other answers are enough.");
  page.text(2, "For " + aim_words(all) + enough(all.sets.front().answers.size()));
  if (!all.complete) page.text(2, "There are more than these " + std::to_string(all.sets.size()) + ".");
}

}  // namespace

std::string to_text(const Counterfactuals& counterfactuals, const TextStyle& style) {
  Page page{style};
  page.text(0, identity_of(counterfactuals.profile, counterfactuals.as_of), Ink::faint);
  write_head(counterfactuals, page);
  for (const Group& group : groups_of(counterfactuals)) {
    page.text(2, group.effect + ":");
    for (const Counterfactual* set : group.sets) page.item(4, "- ", answers_text(*set));
  }
  return page.take();
}

}  // namespace vertebra::report
