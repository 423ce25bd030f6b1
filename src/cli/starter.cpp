#include "cli/starter.hpp"

namespace vertebra::cli {
namespace {

constexpr std::string_view vocabulary =
    R"(# What can be asked about a patient, and what can be offered. Every guide of this folder shares it.
vocabulary: {id}
version: 0.1.0

care_levels:                       # from the least to the most urgent: the order is the meaning
  self_care: Care for yourself at home
  routine: Make an appointment
  emergency: Go to an emergency department now

facts:
  sore_throat:
    type: boolean
    ask: "Does your throat hurt?"
  trouble_breathing:
    type: boolean
    ask: "Do you have trouble breathing?"
  pain_duration:
    type: quantity
    unit: d
    range: [0, 365]
    ask: "For how many days has it hurt?"

treatments:
  warm_drinks: {label: Warm drinks}
  lozenges: {label: Lozenges}
)";

constexpr std::string_view guide =
    R"(# What one source says. Replace the example by your own; `vertebra check` says what does not fit.
guide: {id}_guide
version: 0.1.0
title: An example about a sore throat
uses: {id}
intended_use: An example to start from. Not a medical device.
scope: sore_throat                 # outside it the guide says nothing, and says so
defer_from: emergency              # from this level on treatments wait for the visit

sources:                           # every rule cites one
  S1: {says: A sore throat with trouble breathing is an emergency.}
  S2: {says: A sore throat that lasts longer than a week should be seen.}
  S3: {says: Warm drinks ease a sore throat; lozenges may help in the first days.}
  I-1:
    interprets: S3
    says: The first days are read as three; should and may are read as 20 and 10 points.

parameters:
  first_days: {value: 3 d, range: [2 d, 5 d], source: I-1}

strengths: {should: 20, may: 10}   # the source's own words in points

red_flags:
  cannot_breathe:
    level: emergency
    when: trouble_breathing
    because: Trouble breathing cannot wait.
    source: S1
  lasts_long:
    level: routine
    when: pain_duration > 7 d
    because: It has hurt for longer than a week.
    source: S2

treatments:
  warm_drinks:
    strength: should
    source: S3
  lozenges:
    strength: may
    source: S3
    arguments:
      early:
        points: +12
        when: pain_duration <= first_days
        because: They are meant for the first days.
        source: I-1
)";

constexpr std::string_view profile =
    R"(# Which guides speak together. `vertebra evaluate` uses the profile `default` unless it is told otherwise.
profile: default
rank_by: {id}_guide
defer: {by: [{id}_guide], from: emergency}
)";

constexpr std::string_view cases =
    R"(# Patients in a few lines and what must come out for them: `vertebra test --rules FOLDER` runs them.
cases: {id}
profile: default

patients:
  two_days: {sore_throat: yes, trouble_breathing: no, pain_duration: 2 d}

cases:
  two_days_need_no_visit:
    based_on: two_days
    expect: {care: self_care, red_flags: [], offered: [lozenges, warm_drinks], first: lozenges}
  eight_days_should_be_seen:
    based_on: two_days
    given: {pain_duration: 8 d}
    expect: {care: routine, red_flags: [lasts_long]}
  trouble_breathing_must_be_asked:
    based_on: two_days
    given: {trouble_breathing: unknown}
    expect: {care: [self_care, emergency], open_flags: [cannot_breathe], ask: [trouble_breathing]}
)";

}  // namespace

const std::vector<StarterFile>& starter_files() {
  static const std::vector<StarterFile> files{
      {"vocabulary.yaml", vocabulary}, {"guide.yaml", guide}, {"profile.yaml", profile}, {"cases.yaml", cases}};
  return files;
}

}  // namespace vertebra::cli
