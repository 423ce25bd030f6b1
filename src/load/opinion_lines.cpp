#include "load/opinion_lines.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "load/wording.hpp"

namespace vertebra::load {
namespace {

using base::Code;
using model::Argument;
using model::Opinion;

constexpr std::int64_t points_limit = std::int64_t{1} << 30;

using Line = std::vector<const Opinion*>;

// What the guide says of each treatment; null where it says nothing.
Line by_treatment(const GuideReading& guide) {
  Line result(guide.vocabulary.model.treatments.size());
  for (const Opinion& opinion : guide.guide.opinions) result[static_cast<std::size_t>(opinion.treatment)] = &opinion;
  return result;
}

// What it says of a treatment and of the groups above it, the nearest first.
Line line_of(const GuideReading& guide, const Line& named, int treatment) {
  Line line;
  for (; treatment >= 0; treatment = guide.vocabulary.model.treatments[static_cast<std::size_t>(treatment)].part_of)
    if (const Opinion* opinion = named[static_cast<std::size_t>(treatment)]) line.push_back(opinion);
  return line;
}

const model::Treatment& treatment_of(const GuideReading& guide, const Opinion& opinion) {
  return guide.vocabulary.model.treatments[static_cast<std::size_t>(opinion.treatment)];
}

void check_position(GuideReading& guide, const Line& line) {
  const bool has_position =
      std::any_of(line.begin(), line.end(), [](const Opinion* each) { return each->position || each->strength >= 0; });
  if (has_position) return;
  const Opinion& named = *line.front();
  guide.reading.reporter.report(Code::no_position, named.place,
                                ticked(treatment_of(guide, named).id) +
                                    " has neither a strength nor a position here, nor has a group that it is part of",
                                "say `strength:` or `position:`; `position: no_recommendation` is one");
}

void check_argument_ids(GuideReading& guide, const Line& line) {
  for (const Argument& argument : line.front()->arguments)
    for (std::size_t i = 1; i < line.size(); ++i)
      for (const Argument& above : line[i]->arguments)
        if (above.id == argument.id)
          guide.reading.reporter.report(Code::duplicate_id, argument.place,
                                        "argument " + ticked(argument.id) + " is also one of the group " +
                                            ticked(treatment_of(guide, *line[i]).id),
                                        "the other is in " + place_text(guide.reading.files, above.place));
}

void check_points(GuideReading& guide, int leaf, const Line& line) {
  std::int64_t sum = 0;
  for (const Opinion* opinion : line) {
    if (opinion->strength >= 0)
      sum += std::abs(std::int64_t{guide.guide.strengths[static_cast<std::size_t>(opinion->strength)].points});
    for (const Argument& argument : opinion->arguments) sum += std::abs(std::int64_t{argument.points});
  }
  if (sum < points_limit) return;
  guide.reading.reporter.report(Code::too_many_points, line.front()->place,
                                "the points of " +
                                    ticked(guide.vocabulary.model.treatments[static_cast<std::size_t>(leaf)].id) +
                                    " could reach " + std::to_string(sum) + ", and 2^30 is too many",
                                "what counts is how points compare: use smaller numbers throughout");
}

}  // namespace

void check_opinion_lines(GuideReading& guide) {
  const Line named = by_treatment(guide);
  for (const Opinion& opinion : guide.guide.opinions) {
    const auto line = line_of(guide, named, opinion.treatment);
    check_position(guide, line);
    check_argument_ids(guide, line);
  }
  const auto& treatments = guide.vocabulary.model.treatments;
  for (int leaf = 0; leaf < static_cast<int>(treatments.size()); ++leaf) {
    if (treatments[static_cast<std::size_t>(leaf)].is_group) continue;
    if (const auto line = line_of(guide, named, leaf); !line.empty()) check_points(guide, leaf, line);
  }
}

}  // namespace vertebra::load
