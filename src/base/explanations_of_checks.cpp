#include "base/explanations.hpp"

// Examples are as short as they can be, so their sources say next to nothing: S1 is any statement of a guide, and the facts
// fever, age, pain_duration (in days), pain_severity (a score from 0 to 10) and leg_pain are any vocabulary's.
namespace vertebra::base {
namespace {

constexpr Explanation rows[] = {
    {Code::unused, Around::guide,
     "Something is declared that no rule uses. It may be a rule that was forgotten, or the rest of one that was taken "
     "out. A fact that is kept for guides elsewhere gets a `silence` with the reason.",
     "conditions:\n  ill: {when: fever}\n", "conditions:\n  ill: {when: fever}\nscope: ill\n"},
    {Code::uncited_source, Around::guide,
     "A statement of the source is listed, and neither does a rule rest on it nor does the guide say why not. Saying "
     "so is "
     "how a reader sees that nothing was overlooked.",
     "sources:\n  S2: {says: Walking helps.}\n", "sources:\n  S2: {says: Walking helps., education: true}\n"},
    {Code::inactive_guide, Around::elsewhere,
     "A profile is what is used on patients, and one of its guides is a draft, which nobody has approved yet, or is "
     "retired, because something took its place.",
     "guide: page\nstatus: draft\n", "guide: page\nstatus: active\n"},
    {Code::unreachable, Around::guide,
     "No answers make the condition yes, so the treatment is never offered, or the guide never speaks. Only what is "
     "certain is reported: parts that rule each other out, and thresholds outside every range.",
     "treatments:\n  heat: {position: favors, when: pain_severity > 7 and pain_severity < 3, source: S1}\n",
     "treatments:\n  heat: {position: favors, when: pain_severity > 3 and pain_severity < 7, source: S1}\n"},
    {Code::alike_names, Around::vocabulary,
     "Two names are one letter apart, or the same words in another order, so that a slip of the pen in a rule would go "
     "unnoticed. Names shorter than eight letters and numbered ones are left alone.",
     "facts:\n  pain_leg: {type: boolean, ask: Where}\nconditions:\n  odd: {when: pain_leg}\n",
     "facts:\n  knee_pain: {type: boolean, ask: Where}\nconditions:\n  odd: {when: knee_pain}\n"},
    {Code::equal_conditions, Around::guide,
     "Two conditions say the same once names are replaced by what they stand for. One day only one of them will be "
     "mended.",
     "conditions:\n  ill: {when: fever and pain_severity >= 7}\n  sick: {when: not (pain_severity < 7 or not fever)}\n"
     "scope: ill or sick\n",
     "conditions:\n  ill: {when: fever and pain_severity >= 7}\n  sick: {when: fever and pain_severity >= 4}\n"
     "scope: ill or sick\n"},
    {Code::idle_red_flag, Around::guide,
     "Another red flag of the guide has the same condition and a level at least as urgent, so this one never changes "
     "the "
     "care that is advised.",
     "red_flags:\n  hot: {level: urgent, when: fever, because: It is hot., source: S1}\n"
     "  warm: {level: home, when: fever, because: It is warm., source: S1}\n",
     "red_flags:\n  hot: {level: urgent, when: fever, because: It is hot., source: S1}\n"},
    {Code::idle_argument, Around::guide,
     "An argument has no points, or the points of a treatment's own arguments are too few to reach any other "
     "treatment. "
     "Scores are taken as wide as they could ever be, so what is reported is certain.",
     "treatments:\n  heat:\n    position: favors\n    source: S1\n    arguments:\n"
     "      hot: {points: 0, when: fever, because: It is hot., source: S1}\n",
     "treatments:\n  heat:\n    position: favors\n    source: S1\n    arguments:\n"
     "      hot: {points: -4, when: fever, because: It is hot., source: S1}\n"},
    {Code::untranslated, Around::elsewhere,
     "The vocabulary names several languages, and this text is not there in one of them. Whoever asks for that "
     "language "
     "gets the first one, which must be complete.",
     "languages: [en, de]\ntreatments:\n  heat: {label: Heat}\n",
     "languages: [en, de]\ntreatments:\n  heat: {label: {en: Heat, de: Wärme}}\n"},
    {Code::mistyped_code, Around::vocabulary,
     "SNOMED CT and LOINC codes end in a digit that is computed from the others (Verhoeff and Luhn). Here it does not "
     "fit, so a digit was mistyped. A digit that fits does not prove that the code means what it should.",
     "treatments:\n  rest: {label: Rest, codes: [{system: snomed, code: \"386661007\", mark: U}]}\n",
     "treatments:\n  rest: {label: Rest, codes: [{system: snomed, code: \"386661006\", mark: U}]}\n"},
    {Code::expired, Around::guide,
     "The guide's `valid_until` has passed on the day of the check. It still speaks, with a notice; someone should "
     "look "
     "at its source again.",
     "valid_until: 2020-12-31\n", "valid_until: 2999-12-31\n"},
    {Code::unused_silence, Around::guide,
     "The rule set silences a problem that is not there, or no longer. Taken out, it cannot hide a new one.",
     "silence:\n  V0602: {of: S1, because: It is a title.}\n",
     "sources:\n  S2: {says: Walking helps.}\nsilence:\n  V0602: {of: S2, because: It is a title.}\n"},
};

}  // namespace

std::span<const Explanation> explanations_of_checks() noexcept { return rows; }

}  // namespace vertebra::base
