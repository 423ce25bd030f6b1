#include "load/case_names.hpp"

#include <algorithm>

#include "load/wording.hpp"

namespace vertebra::load {
namespace {

void add_ids(std::vector<std::string>& names, const auto& things) {
  for (const auto& each : things) names.push_back(each.id);
}

}  // namespace

CaseNames::CaseNames(const model::RuleSet& rules, const model::Profile& profile)
    : notices{"care_not_assessed", "expired"} {
  add_ids(levels, rules.vocabulary.care_levels);
  add_ids(clauses, rules.vocabulary.consistency);
  for (const model::Fact& fact : rules.vocabulary.facts) facts.push_back(fact.shape.id);
  for (const model::Treatment& each : rules.vocabulary.treatments) {
    if (!each.is_group) treatments.push_back(each.id);
  }
  std::vector<int> guides{profile.rank_by};
  guides.insert(guides.end(), profile.guards.begin(), profile.guards.end());
  for (const int index : guides) {
    if (index < 0) continue;  // A profile with mistakes.
    const model::Guide& guide = rules.guides[static_cast<std::size_t>(index)];
    add_ids(red_flags, guide.red_flags);
    add_ids(contraindications, guide.contraindications);
    add_ids(notices, guide.notices);
  }
}

bool CaseNames::knows(Reading& reading, const std::vector<std::string>& names, const Name& name,
                      std::string_view kind) {
  if (std::ranges::find(names, name.text) != names.end()) return true;
  reading.reporter.report(base::Code::unknown_name, name.place, ticked(name.text) + " is not " + with_article(kind),
                          did_you_mean(name.text, names));
  return false;
}

}  // namespace vertebra::load
