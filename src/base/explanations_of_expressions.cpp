#include "base/explanations.hpp"

// Examples are as short as they can be, so their sources say next to nothing: S1 is any statement of a guide, and the facts
// fever, age, pain_duration (in days), pain_severity (a score from 0 to 10) and leg_pain are any vocabulary's.
namespace vertebra::base {
namespace {

constexpr Explanation rows[] = {
    {Code::expression_syntax, Around::guide,
     "The expression cannot be read. It is made of names, comparisons, `and`, `or`, `not`, parentheses, and `any of`, "
     "`all of`, `none of` or `at least k of` before a list in parentheses.",
     "scope: fever and\n", "scope: fever and pain_severity >= 7\n"},
    {Code::mixed_and_or, Around::guide,
     "Beside each other, `and` and `or` are read differently by different people. Parentheses say what is meant.",
     "scope: fever or leg_pain is one_leg and pain_severity >= 7\n",
     "scope: fever or (leg_pain is one_leg and pain_severity >= 7)\n"},
    {Code::unit_mismatch, Around::guide,
     "The unit measures something else than the fact, or is none that is known. Age is whole years and converts to "
     "nothing.",
     "scope: pain_duration > 3 mg\n", "scope: pain_duration > 3 d\n"},
    {Code::unit_missing, Around::guide,
     "In rules a number needs its unit; only a score has none. Twenty-eight days and twenty-eight weeks look alike "
     "without it.",
     "scope: pain_duration > 28\n", "scope: pain_duration > 28 d\n"},
    {Code::out_of_range, Around::guide,
     "The value lies outside the range of its fact, so the comparison could never change; or a parameter lies outside "
     "the range that the guide gives it.",
     "scope: pain_severity >= 11\n", "scope: pain_severity >= 10\n"},
    {Code::wrong_fact_type, Around::guide,
     "A number is compared, a choice is asked with `is` or `in`, and a yes-or-no fact stands alone.",
     "scope: fever is yes\n", "scope: fever\n"},
    {Code::unknown_choice, Around::guide, "The fact has no such choice; the message lists those it has.",
     "scope: leg_pain is left\n", "scope: leg_pain is one_leg\n"},
    {Code::bad_number, Around::guide,
     "Numbers are plain decimals of at most 15 digits, without leading zeros, exponents or separators, so that all "
     "readers read the same.",
     "scope: pain_severity > 07\n", "scope: pain_severity > 7\n"},
    {Code::only_in_properties, Around::guide,
     "Rules cannot ask whether something is known, nor what is advised: then an answer could take back an urgency. "
     "Properties, which only promise, may.",
     "scope: fever implies pain_severity >= 7\n", "scope: not fever or pain_severity >= 7\n"},
    {Code::bad_count, Around::guide, "`at least k of` needs a k from 1 to the number of things in its list.",
     "scope: at least 3 of (fever, leg_pain is one_leg)\n", "scope: at least 2 of (fever, leg_pain is one_leg)\n"},
    {Code::circle, Around::guide,
     "A condition rests on itself, by way of others, so it has no value. The message shows the whole way round.",
     "conditions:\n  ill: {when: sick}\n  sick: {when: ill or fever}\nscope: ill\n",
     "conditions:\n  ill: {when: sick}\n  sick: {when: fever}\nscope: ill\n"},
    {Code::bad_chain, Around::guide, "Both comparisons of a chain point the same way, as on a ruler.",
     "scope: 3 < pain_severity >= 7\n", "scope: 3 < pain_severity <= 7\n"},
};

}  // namespace

std::span<const Explanation> explanations_of_expressions() noexcept { return rows; }

}  // namespace vertebra::base
