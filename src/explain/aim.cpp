#include "explain/aim.hpp"

#include <algorithm>

namespace vertebra::explain {
namespace {

bool is_favorable(const image::Treatment& treatment) {
  return treatment.stance == image::Stance::favors || treatment.stance == image::Stance::in_package;
}

bool has_a_say_in_care(const image::Guide& guide) { return guide.role != image::Role::consult && guide.has_red_flags; }

// As ranks are given: offered, then provisional, then deferred.
constexpr int offered = 2;
constexpr int provisional = 1;
constexpr int deferred = 0;

}  // namespace

Aim::Aim(const image::Image& image, const eval::Result& now, GoalKind kind, std::uint32_t treatment)
    : image_{image},
      kind_{kind},
      treatment_{treatment},
      assessed_{now.care_assessed},
      least_{now.care_least},
      most_{now.care_most},
      first_{now.order.empty() ? image::none : now.order.front()} {}

bool Aim::reached(const eval::Result& result) const {
  switch (kind_) {
    case GoalKind::care:
      if (!assessed_ || !result.care_assessed) return result.care_assessed && !assessed_;
      return result.care_least != least_ || result.care_most != most_;
    case GoalKind::offered: return result.treatments[treatment_].verdict == Verdict::offered;
    case GoalKind::first: break;
  }
  return !result.order.empty() && result.order.front() != first_;
}

bool Aim::could_be_reached(const Leeway& leeway) const {
  switch (kind_) {
    case GoalKind::care: return care_could_change(leeway);
    case GoalKind::offered: return could_be_offered(treatment_, leeway);
    case GoalKind::first: break;
  }
  return first_could_change(leeway);
}

bool Aim::care_could_change(const Leeway& leeway) const {
  if (!assessed_) {
    return std::ranges::any_of(image_.guides, [&](const image::Guide& guide) {
      return has_a_say_in_care(guide) && !leeway.stays_no(guide.scope);
    });
  }
  std::uint32_t lowest_least = 0;
  std::uint32_t lowest_most = 0;
  for (const image::RedFlag& flag : image_.red_flags) {
    if (flag.level > least_ && leeway.could_be_yes(flag.holds)) return true;
    if (flag.level > most_ && !leeway.stays_no(flag.holds)) return true;
    if (leeway.stays_yes(flag.holds)) lowest_least = std::max(lowest_least, flag.level);
    if (!leeway.could_be_no(flag.holds)) lowest_most = std::max(lowest_most, flag.level);
  }
  return lowest_least < least_ || lowest_most < most_;
}

bool Aim::could_be_offered(std::uint32_t treatment, const Leeway& leeway) const {
  const image::Treatment& each = image_.treatments[treatment];
  return is_favorable(each) && leeway.could_be_yes(each.indication) && leeway.could_be_no(each.blocked) &&
         leeway.could_be_no(image_.deferred);
}

// The low end of its score: as high as it could get, or as low.
int Aim::points(std::uint32_t treatment, const Leeway& leeway, bool at_best) const {
  int sum = image_.base[treatment];
  const image::Range arguments = image_.treatments[treatment].arguments;
  for (std::uint32_t i = arguments.begin; i < arguments.end; ++i) {
    const image::Argument& argument = image_.arguments[i];
    const bool yes = at_best ? leeway.could_be_yes(argument.when) : leeway.stays_yes(argument.when);
    const bool no = at_best ? leeway.could_be_no(argument.when) : leeway.stays_no(argument.when);
    if (argument.points > 0 ? yes : !no) sum += argument.points;
  }
  return sum;
}

// A tie at the low end is broken by what is not looked at here, so it counts as a chance.
bool Aim::could_overtake(std::uint32_t treatment, int first_group, int first_points, const Leeway& leeway) const {
  const image::Treatment& each = image_.treatments[treatment];
  if (!is_favorable(each) || leeway.stays_no(each.indication) || leeway.stays_yes(each.blocked)) return false;
  const int group = could_be_offered(treatment, leeway)  ? offered
                    : !leeway.stays_yes(image_.deferred) ? provisional
                                                         : deferred;
  return group > first_group || (group == first_group && points(treatment, leeway, true) >= first_points);
}

bool Aim::first_could_change(const Leeway& leeway) const {
  if (image_.treatments.empty() || !leeway.could_be_yes(image_.guides.front().scope)) return false;
  const bool stays_most_urgent = std::ranges::any_of(image_.red_flags, [&](const image::RedFlag& flag) {
    return flag.level + 1 == image_.care_levels.size() && leeway.stays_yes(flag.holds);
  });
  if (stays_most_urgent) return false;
  if (first_ == image::none) return true;
  const image::Treatment& first = image_.treatments[first_];
  if (leeway.could_be_yes(first.blocked) || leeway.could_be_no(first.indication)) return true;
  const bool stays_offered =
      leeway.stays_yes(first.indication) && leeway.stays_no(first.blocked) && leeway.stays_no(image_.deferred);
  const int group = stays_offered ? offered : leeway.could_be_yes(image_.deferred) ? deferred : provisional;
  const int least = points(first_, leeway, false);
  for (std::uint32_t i = 0; i < image_.treatments.size(); ++i) {
    if (i != first_ && could_overtake(i, group, least, leeway)) return true;
  }
  return false;
}

std::vector<image::Literal> Aim::roots() const {
  std::vector<image::Literal> list;
  if (kind_ != GoalKind::offered) {
    for (const image::Guide& guide : image_.guides) list.push_back(guide.scope);
    for (const image::RedFlag& flag : image_.red_flags) list.push_back(flag.holds);
  }
  if (kind_ != GoalKind::care) add_treatment_roots(list);
  return list;
}

void Aim::add_treatment_roots(std::vector<image::Literal>& list) const {
  list.push_back(image_.deferred);
  for (std::uint32_t i = 0; i < image_.treatments.size(); ++i) {
    const image::Treatment& each = image_.treatments[i];
    if (kind_ == GoalKind::offered && i != treatment_) continue;
    list.insert(list.end(), {each.indication, each.blocked});
    if (kind_ == GoalKind::offered) continue;
    for (std::uint32_t j = each.arguments.begin; j < each.arguments.end; ++j) list.push_back(image_.arguments[j].when);
  }
}

}  // namespace vertebra::explain
