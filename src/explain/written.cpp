#include "explain/written.hpp"

#include <algorithm>

namespace vertebra::explain {
namespace {

std::vector<int> guides_of(const model::Profile& profile) {
  std::vector<int> guides{profile.rank_by};
  guides.insert(guides.end(), profile.guards.begin(), profile.guards.end());
  guides.insert(guides.end(), profile.consult.begin(), profile.consult.end());
  return guides;
}

std::uint32_t size_of(const auto& list) { return static_cast<std::uint32_t>(list.size()); }

}  // namespace

std::vector<const model::Expression*> named_conditions(const model::RuleSet& rules, const model::Profile& profile) {
  std::vector<const model::Expression*> conditions;
  const auto add = [&](const std::vector<model::Condition>& list) {
    for (const model::Condition& each : list) conditions.push_back(&each.when);
  };
  add(rules.vocabulary.conditions);
  for (const int guide : guides_of(profile)) add(rules.guides[static_cast<std::size_t>(guide)].conditions);
  return conditions;
}

Written::Written(const model::RuleSet& rules, const model::Profile& profile, const image::Image& image,
                 std::span<const image::Literal> conditions)
    : rules_{rules},
      image_{image},
      guides_{guides_of(profile)},
      places_(rules.guides.size(), -1),
      literals_{conditions.begin(), conditions.end()} {
  number_rules();
  add_treatments();
}

// INVARIANT: the image lists red flags, contraindications and scores guide by guide in profile order, then in file order;
// consulted guides come last and have none there.
void Written::number_rules() {
  Firsts next{.condition = size_of(rules_.vocabulary.conditions)};
  for (std::size_t place = 0; place < guides_.size(); ++place) {
    places_[static_cast<std::size_t>(guides_[place])] = static_cast<int>(place);
    firsts_.push_back(next);
    const model::Guide& each = guide_at(guides_[place]);
    next.red_flag += size_of(each.red_flags);
    next.contraindication += size_of(each.contraindications);
    next.score += size_of(each.scores);
    next.condition += size_of(each.conditions);
  }
}

void Written::add_treatments() {
  const auto& catalogue = rules_.vocabulary.treatments;
  const model::Opinions opinions{guide(0), catalogue.size()};
  for (int i = 0; i < static_cast<int>(catalogue.size()); ++i) {
    if (catalogue[static_cast<std::size_t>(i)].is_group) continue;
    model::LineOpinion line = opinions.on(model::line_of(rules_.vocabulary, i));
    if (line.silent) continue;
    for (const model::Opinion* each : line.opinions)
      for (const model::Argument& argument : each->arguments) arguments_.push_back(&argument);
    treatments_.push_back(i);
    lines_.push_back(std::move(line));
  }
}

const model::Condition& Written::condition(int place, int index) const {
  const auto& list = place < 0 ? rules_.vocabulary.conditions : guide(place).conditions;
  return list[static_cast<std::size_t>(index)];
}

std::size_t Written::number(int place, int index) const {
  const std::uint32_t first = place < 0 ? 0 : firsts_[static_cast<std::size_t>(place)].condition;
  return first + static_cast<std::size_t>(index);
}

const model::RedFlag& Written::red_flag(std::uint32_t flag) const {
  const std::uint32_t place = image_.red_flags[flag].guide;
  return guide(static_cast<int>(place)).red_flags[flag - firsts_[place].red_flag];
}

const model::Contraindication& Written::contraindication(std::uint32_t index) const {
  const std::uint32_t place = image_.contraindications[index].guide;
  return guide(static_cast<int>(place)).contraindications[index - firsts_[place].contraindication];
}

const model::Score& Written::score(std::uint32_t score) const {
  const std::uint32_t place = image_.scores[score].guide;
  return guide(static_cast<int>(place)).scores[score - firsts_[place].score];
}

std::uint32_t Written::flag_of(int place, int index) const {
  return firsts_[static_cast<std::size_t>(place)].red_flag + static_cast<std::uint32_t>(index);
}

std::uint32_t Written::score_of(int place, int index) const {
  return firsts_[static_cast<std::size_t>(place)].score + static_cast<std::uint32_t>(index);
}

}  // namespace vertebra::explain
