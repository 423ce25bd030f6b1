#pragma once

#include <string>
#include <vector>

#include "load/loader.hpp"

// Rule sets of any size, made from a number: what a large guideline library would look like, chapter by chapter. A chapter
// holds sixty rules (conditions, red flags, treatments, arguments, contraindications, obligations, notices) over a dozen
// facts of its own and a few of other chapters, in a file for the vocabulary and a file for the guide. The same number of
// rules always gives the same bytes.
namespace generated {

inline constexpr int rules_a_chapter = 60;

// `rules` is rounded down to whole chapters, of which there is at least one.
std::vector<vertebra::load::NamedText> rule_set(int rules);

}  // namespace generated
