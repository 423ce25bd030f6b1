#pragma once

// START HERE. Says what a clinical rule set advises for one patient, and why.
//
//   auto loaded = vertebra::load_rule_set("rules/low_back_pain", "default");     // every problem, with places
//   if (!loaded.rule_set) return show(loaded.diagnostics);
//   const vertebra::Engine engine{*std::move(loaded.rule_set)};                  // immutable: share among threads
//
//   vertebra::Patient patient{engine};                                           // every fact is unknown at first
//   if (auto status = patient.set("age", vertebra::years(67)); !status) return show(status.problem());
//   if (auto status = patient.set("leg_weakness", vertebra::choice("both_legs")); !status) return show(status.problem());
//
//   vertebra::Evaluator evaluator{engine};                                       // one a thread
//   const vertebra::Outcome& outcome = evaluator.evaluate(patient, vertebra::date(2026, 1, 31));
//   if (auto care = outcome.care()) show(care->least.label, care->most.label);
//   for (const auto& treatment : outcome.treatments()) show(treatment.label, treatment.verdict, treatment.score);
//   for (const auto& question : evaluator.ask_next(patient, vertebra::date(2026, 1, 31))) show(question.ask);
//
// Promises. Unknown is never false: a question that was not answered leaves care and scores as intervals. More answers
// never take back an urgency. An evaluation cannot fail, allocates nothing once warm, and gives the same bits on every
// machine. A mistake in rules or answers is a value with a place, a cause and a next step, never an exception. No
// global state, no locale, no clock, no network; files are read only by load_rule_set and check_rule_set.
//
// Not a medical device: it restates guides inside clinicians' systems, and shows the basis of all it says.

#include <vertebra/batch.hpp>
#include <vertebra/cases.hpp>
#include <vertebra/cohort.hpp>
#include <vertebra/diagnostic.hpp>
#include <vertebra/diagnostic_codes.hpp>
#include <vertebra/engine.hpp>
#include <vertebra/format.hpp>
#include <vertebra/graph.hpp>
#include <vertebra/interview.hpp>
#include <vertebra/outcome.hpp>
#include <vertebra/patient.hpp>
#include <vertebra/ranking.hpp>
#include <vertebra/rule_set.hpp>
#include <vertebra/rules.hpp>
#include <vertebra/truth.hpp>
#include <vertebra/version.hpp>
#include <vertebra/vocabulary.hpp>
#include <vertebra/what_if.hpp>
#include <vertebra/why.hpp>
