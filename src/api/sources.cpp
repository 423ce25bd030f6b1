#include <algorithm>
#include <map>

#include <vertebra/vocabulary.hpp>

#include "api/state.hpp"
#include "model/citations.hpp"

namespace vertebra {
namespace {

std::vector<const model::Guide*> guides_in_use(const RuleSet& rule_set) {
  if (rule_set.is_compiled()) return {};
  const model::Profile& profile = rule_set.state().profile;
  std::vector<int> numbers{profile.rank_by};
  numbers.insert(numbers.end(), profile.guards.begin(), profile.guards.end());
  numbers.insert(numbers.end(), profile.consult.begin(), profile.consult.end());
  std::vector<const model::Guide*> guides;
  for (const int number : numbers) guides.push_back(&rule_set.state().rules.guides[static_cast<std::size_t>(number)]);
  return guides;
}

void add_once(std::vector<std::string>& list, const std::string& path) {
  if (std::ranges::find(list, path) == list.end()) list.push_back(path);
}

// By source id. What rests on an interpretation rests on what it interprets as well.
std::map<std::string_view, std::vector<std::string>> rules_by_source(const model::Vocabulary& vocabulary,
                                                                     const model::Guide& guide) {
  std::map<std::string_view, std::vector<std::string>> rules;
  for (const model::Citation& each : model::citations(vocabulary, guide)) {
    const model::Source& source = guide.sources[static_cast<std::size_t>(each.source)];
    add_once(rules[source.id], each.path);
    if (!source.interprets.empty()) add_once(rules[source.interprets], each.path);
  }
  return rules;
}

}  // namespace

std::vector<GuideInfo> guides(const RuleSet& rule_set) {
  std::vector<GuideInfo> result;
  for (const model::Guide* guide : guides_in_use(rule_set)) {
    GuideInfo info{guide->id, guide->version, guide->title.text, {}, {}};
    for (const auto& [name, text] : guide->attributes) info.attributes.push_back({name, text});
    auto rules = rules_by_source(rule_set.state().rules.vocabulary, *guide);
    for (const model::Source& each : guide->sources)
      info.sources.push_back(
          {each.id, each.mark, each.interprets, std::move(rules[each.id]), each.section, each.locator, each.says.text});
    result.push_back(std::move(info));
  }
  return result;
}

}  // namespace vertebra
