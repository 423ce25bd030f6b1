#include "base/explanations.hpp"

// Examples are as short as they can be, so their sources say next to nothing: S1 is any statement of a guide, and the facts
// fever, age, pain_duration (in days), pain_severity (a score from 0 to 10) and leg_pain are any vocabulary's.
namespace vertebra::base {
namespace {

constexpr Explanation rows[] = {
    {Code::unknown_source, Around::guide,
     "A rule cites a statement that the guide does not list under `sources`. Each rule must lead back to what the "
     "source "
     "says.",
     "notices:\n  ask: {says: Ask someone., source: S7}\n", "notices:\n  ask: {says: Ask someone., source: S1}\n"},
    {Code::uncitable_source, Around::guide,
     "A source that is excluded, unspecified or education carries no rule: the guide itself says that nothing rests on "
     "it. Cite a statement, or an interpretation of one.",
     "sources:\n  X1: {excluded: testimonial}\nnotices:\n  ask: {says: Ask someone., source: X1}\n",
     "sources:\n  X1: {excluded: testimonial}\nnotices:\n  ask: {says: Ask someone., source: S1}\n"},
    {Code::too_many_points, Around::guide,
     "Scores are exact sums of integers, the same on every machine, so no sum may reach 2^30. Points are for people: a "
     "few dozen are enough.",
     "strengths: {must: 1073741824}\ntreatments:\n  heat: {strength: must, source: S1}\n",
     "strengths: {must: 24}\ntreatments:\n  heat: {strength: must, source: S1}\n"},
    {Code::no_position, Around::guide,
     "The guide names a treatment but says neither how strongly it favours it nor what else it thinks of it, here or "
     "for "
     "a group above it.",
     "treatments:\n  heat: {source: S1}\n", "treatments:\n  heat: {position: favors, source: S1}\n"},
    {Code::bad_clause, Around::vocabulary,
     "A consistency rule lists what cannot be true together: comparisons and yes-or-no facts joined by `and`, each "
     "over "
     "one fact, possibly with `not`. Only then can it also narrow answers.",
     "consistency:\n  odd: {never: fever or leg_pain is one_leg, set_aside: fever, because: It cannot be.}\n",
     "consistency:\n  odd: {never: fever and leg_pain is one_leg, set_aside: fever, because: It cannot be.}\n"},
    {Code::bad_bands, Around::guide,
     "The bands of a score are its results in words, so each sum that the points can give lies in exactly one of them, "
     "and none speaks of sums that cannot be.",
     "scores:\n  risk:\n    sum: {hot: {points: 2, when: fever}}\n    bands: {low: 0 .. 2, high: 2 .. 2}\n    source: "
     "S1\n",
     "scores:\n  risk:\n    sum: {hot: {points: 2, when: fever}}\n    bands: {low: 0 .. 1, high: 2 .. 2}\n    source: "
     "S1\n"},
    {Code::comment_in_the_way, Around::elsewhere,
     "`vertebra format` writes a file anew and would lose its comments, so it leaves such a file as it is. What "
     "matters to "
     "a reader belongs into a `says` or `because`.",
     "guide: page  # of ours\n", "guide: page\n"},
};

}  // namespace

std::span<const Explanation> explanations_of_rules() noexcept { return rows; }

}  // namespace vertebra::base
