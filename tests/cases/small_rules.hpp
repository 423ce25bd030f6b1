#pragma once

#include <string>

#include <vertebra/cases.hpp>

#include "cases/runner.hpp"
#include "load/loader.hpp"

// A rule set small enough to work out every outcome by hand, and cases on it.
namespace vertebra::test {

inline constexpr std::string_view small_vocabulary = R"(vocabulary: pains
version: 1.0.0
care_levels:
  home: At home
  soon: Soon
  now: Now
facts:
  pain: {type: boolean}
  fever: {type: boolean}
  hot: {type: boolean}
  days: {type: quantity, unit: d, range: [0, 365]}
conditions:
  long: {when: days > 28 d}
consistency:
  hot_is_fever: {never: hot and not fever, set_aside: fever, because: Heat is fever.}
treatments:
  tea: {label: Tea}
  pill: {label: Pill}
)";

inline constexpr std::string_view small_guide = R"(guide: page
version: 1.0.0
title: A page
uses: pains
intended_use: An example.
scope: pain
strengths: {should: 20, may: 10}
sources:
  S1: {section: First, says: All of it.}
red_flags:
  lasting: {level: soon, when: long, because: It lasts., source: S1}
  feverish: {level: now, when: fever, because: Fever., source: S1}
treatments:
  tea:
    strength: may
    source: S1
    arguments:
      early: {points: +5, when: not long, because: It is new., source: S1}
  pill: {strength: should, source: S1}
contraindications:
  heat: {when: hot, blocks: [pill], cautions: [tea], because: Heat., source: S1}
notices:
  lasts: {when: long, says: It lasts long., source: S1}
)";

inline constexpr std::string_view small_head =
    "cases: pains\nprofile: page\npatients:\n"
    "  well: {pain: yes, fever: no, hot: no, days: 3 d}\ncases:\n";

// Runs cases written below `small_head`.
inline CaseRun run_small(const std::string& cases, std::string_view profile = {}) {
  load::Loaded loaded = load::load({{"a_vocabulary.yaml", std::string{small_vocabulary}},
                                    {"b_page.yaml", std::string{small_guide}},
                                    {"c_cases.yaml", std::string{small_head} + cases}});
  if (!loaded.rules) return {{}, {}, std::move(loaded.diagnostics)};
  return cases::run(*loaded.rules, loaded.cases, profile, date(2026, 1, 31));
}

}  // namespace vertebra::test
