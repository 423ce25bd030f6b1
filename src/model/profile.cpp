#include <algorithm>

#include "model/rule_set.hpp"

namespace vertebra::model {
namespace {

Profile guide_alone(const RuleSet& rules, int index) {
  const Guide& guide = rules.guides[static_cast<std::size_t>(index)];
  Profile profile;
  profile.id = guide.id;
  profile.place = guide.place;
  profile.rank_by = index;
  profile.defer_from = guide.defer_from;
  if (guide.defer_from >= 0) profile.defer_by = {index};
  return profile;
}

}  // namespace

std::optional<Profile> find_profile(const RuleSet& rules, std::string_view id) {
  const auto has_id = [&](const auto& each) { return each.id == id; };
  const auto profile = std::find_if(rules.profiles.begin(), rules.profiles.end(), has_id);
  if (profile != rules.profiles.end()) return *profile;
  const auto guide = std::find_if(rules.guides.begin(), rules.guides.end(), has_id);
  if (guide == rules.guides.end()) return std::nullopt;
  return guide_alone(rules, static_cast<int>(guide - rules.guides.begin()));
}

}  // namespace vertebra::model
