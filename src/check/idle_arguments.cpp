#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "check/checks.hpp"

namespace vertebra::check {
namespace {

// What a guide can say of one leaf: its base points with the arguments of its line that take points, and that give them.
struct Standing {
  int treatment = -1;
  long low = 0;
  long high = 0;
  const model::Opinion* own = nullptr;  // Where it has arguments of its own.
};

const model::Opinion* opinion_on(const model::Guide& guide, int treatment) {
  const auto found = std::ranges::find(guide.opinions, treatment, &model::Opinion::treatment);
  return found == guide.opinions.end() ? nullptr : &*found;
}

// Nothing for a treatment that the guide does not put in order: it is silent on it or does not favour it.
std::optional<Standing> standing_of(const model::RuleSet& rules, const model::Guide& guide, int leaf) {
  Standing standing{leaf, 0, 0, nullptr};
  std::optional<model::Position> position;
  int strength = -1;
  bool silent = true;
  for (int i = leaf; i >= 0; i = rules.vocabulary.treatments[static_cast<std::size_t>(i)].part_of) {
    const model::Opinion* opinion = opinion_on(guide, i);
    if (!opinion) continue;
    silent = false;
    if (i == leaf && !opinion->arguments.empty()) standing.own = opinion;
    if (!position) position = opinion->position;
    if (strength < 0) strength = opinion->strength;
    for (const model::Argument& argument : opinion->arguments)
      (argument.points < 0 ? standing.low : standing.high) += argument.points;
  }
  const model::Position taken = position.value_or(model::Position::favors);
  if (silent || (taken != model::Position::favors && taken != model::Position::in_package)) return std::nullopt;
  const long base = strength < 0 ? 0 : guide.strengths[static_cast<std::size_t>(strength)].points;
  standing.low += base;
  standing.high += base;
  return standing;
}

// Whatever the answers, the one stands before the other; equal scores go by the catalogue.
bool settled(const Standing& a, const Standing& b) {
  const auto before = [](const Standing& first, const Standing& second) {
    return first.treatment < second.treatment ? first.low >= second.high : first.low > second.high;
  };
  return before(a, b) || before(b, a);
}

void report_pointless(const model::Guide& guide, base::Reporter& reporter) {
  for (const model::Opinion& opinion : guide.opinions)
    for (const model::Argument& argument : opinion.arguments)
      if (argument.points == 0)
        reporter.report(base::Code::idle_argument, argument.place,
                        "the argument `" + argument.id + "` has no points, so it changes nothing",
                        "give it points, or take it out");
}

}  // namespace

// Scores are taken wider than they can be (arguments that exclude each other are added), so what is reported is certain.
void check_idle_arguments(const model::RuleSet& rules, const graph::RuleGraph&, base::Reporter& reporter) {
  for (const model::Guide& guide : rules.guides) {
    report_pointless(guide, reporter);
    std::vector<Standing> standings;
    for (int i = 0; i < static_cast<int>(rules.vocabulary.treatments.size()); ++i)
      if (!rules.vocabulary.treatments[static_cast<std::size_t>(i)].is_group)
        if (const auto standing = standing_of(rules, guide, i)) standings.push_back(*standing);
    if (standings.size() < 2) continue;  // Nothing to be ordered yet.
    for (const Standing& each : standings) {
      const auto may_swap = [&](const Standing& other) {
        return other.treatment != each.treatment && !settled(each, other);
      };
      if (!each.own || std::ranges::any_of(standings, may_swap)) continue;
      const std::string& id = rules.vocabulary.treatments[static_cast<std::size_t>(each.treatment)].id;
      reporter.report(base::Code::idle_argument, each.own->place,
                      "the arguments of `" + id + "` never change its place: its score stays between " +
                          std::to_string(each.low) + " and " + std::to_string(each.high) +
                          ", where no other treatment comes",
                      "give them points that reach another treatment, or take them out");
    }
  }
}

}  // namespace vertebra::check
