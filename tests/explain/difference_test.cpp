#include "explain/difference.hpp"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "compile/compiler.hpp"
#include "eval/patient_executor.hpp"
#include "support/generate_repeat.hpp"
#include "support/generate_samples.hpp"
#include "support/generate_text.hpp"
#include "support/reference_evaluator.hpp"
#include "support/reference_view.hpp"

// A difference names exactly what the slow reference says of one patient and not of the other.
namespace vertebra {
namespace {

using generate::Answers;
using generate::Sample;

struct Two {
  reference::Outcome before;
  reference::Outcome after;
};

eval::Result run(const image::Image& image, const Answers& answers) {
  eval::Result result = eval::prepare(image);
  eval::PatientExecutor{image}.run(reference::answers_of(image, answers), date(2026, 1, 31), result);
  return result;
}

void check_care(const Two& two, const Difference& found) {
  const auto& before = two.before.care;
  const auto& after = two.after.care;
  const bool same = before.has_value() == after.has_value() &&
                    (!before || (before->least == after->least && before->most == after->most));
  RC_ASSERT(found.care.has_value() == !same);
  if (same) return;
  RC_ASSERT(found.care->before.has_value() == before.has_value());
  RC_ASSERT(found.care->after.has_value() == after.has_value());
  if (before)
    RC_ASSERT(found.care->before->least.rank == before->least && found.care->before->most.rank == before->most);
  if (after) RC_ASSERT(found.care->after->least.rank == after->least && found.care->after->most.rank == after->most);
}

bool holds(const reference::Outcome& outcome, std::string_view guide, std::string_view id) {
  return std::ranges::any_of(outcome.red_flags, [&](const reference::RedFlag& each) {
    return each.guide == guide && each.id == id && each.truth == Truth::yes;
  });
}

// The reference lists those that hold; of the others it shows only some.
void check_red_flags(const Two& two, const Difference& found) {
  for (const RedFlagDifference& each : found.red_flags) {
    RC_ASSERT(each.truth.before != each.truth.after);
    RC_ASSERT(holds(two.before, each.guide, each.id) == (each.truth.before == Truth::yes));
    RC_ASSERT(holds(two.after, each.guide, each.id) == (each.truth.after == Truth::yes));
  }
  for (const reference::Outcome* side : {&two.before, &two.after}) {
    for (const reference::RedFlag& each : side->red_flags) {
      if (holds(two.before, each.guide, each.id) == holds(two.after, each.guide, each.id)) continue;
      RC_ASSERT(std::ranges::any_of(found.red_flags, [&](const RedFlagDifference& other) {
        return other.id == each.id && other.guide == each.guide;
      }));
    }
  }
}

Standing standing(const reference::Outcome& outcome, std::string_view id) {
  const auto each = std::ranges::find(outcome.treatments, id, &reference::Treatment::id);
  return {each->verdict, each->cause, each->rank, each->score};
}

const reference::Treatment& named(const reference::Outcome& outcome, std::string_view id) {
  return *std::ranges::find(outcome.treatments, id, &reference::Treatment::id);
}

// Nothing where a certain block leaves the others unsaid.
std::optional<Truth> truth_of(const reference::Treatment& treatment, std::string_view guide, std::string_view id) {
  bool blocked = false;
  for (const reference::Contraindication& rule : treatment.contraindications) {
    if (rule.guide == guide && rule.id == id) return rule.truth;
    blocked = blocked || (rule.effect == Effect::block && rule.truth == Truth::yes);
  }
  return blocked ? std::nullopt : std::optional{Truth::no};
}

void check_contraindications(const Two& two, const TreatmentDifference& found) {
  const reference::Treatment& before = named(two.before, found.id);
  const reference::Treatment& after = named(two.after, found.id);
  for (const ContraindicationDifference& rule : found.contraindications) {
    const auto old = truth_of(before, rule.guide, rule.id);
    const auto now = truth_of(after, rule.guide, rule.id);
    RC_ASSERT(rule.truth.before != rule.truth.after);
    RC_ASSERT(old.value_or(rule.truth.before) == rule.truth.before);
    RC_ASSERT(now.value_or(rule.truth.after) == rule.truth.after);
    RC_ASSERT((old && *old != Truth::no) || (now && *now != Truth::no));
  }
  for (const reference::Treatment* side : {&before, &after}) {
    for (const reference::Contraindication& rule : side->contraindications) {
      const auto old = truth_of(before, rule.guide, rule.id);
      const auto now = truth_of(after, rule.guide, rule.id);
      const bool is_named = std::ranges::any_of(
          found.contraindications, [&](const auto& each) { return each.guide == rule.guide && each.id == rule.id; });
      if (old && now) RC_ASSERT(is_named == (*old != *now));
    }
  }
}

void check_treatments(const Two& two, const Difference& found) {
  for (const reference::Treatment& each : two.after.treatments) {
    const auto difference = std::ranges::find(found.treatments, each.id, &TreatmentDifference::id);
    const Standing before = standing(two.before, each.id);
    const Standing after = standing(two.after, each.id);
    if (difference == found.treatments.end()) {
      RC_ASSERT(before == after);
      check_contraindications(two, {each.id, {}, {before, after}, {}});
      continue;
    }
    RC_ASSERT(difference->standing.before == before && difference->standing.after == after);
    RC_ASSERT(!(before == after) || !difference->contraindications.empty());
    check_contraindications(two, *difference);
  }
}

using Names = std::vector<std::pair<std::string, std::string>>;

Names names(const std::vector<NoticeAdvice>& notices) {
  Names list;
  for (const NoticeAdvice& each : notices) list.emplace_back(each.guide, each.id);
  return list;
}

// What was set aside belongs to a conflict as its name does.
template <class Conflict, class Id>
Names ids(const std::vector<Conflict>& conflicts, Id Conflict::*id) {
  Names list;
  for (const Conflict& each : conflicts) {
    std::string facts;
    for (const auto& fact : each.set_aside) facts += std::string{fact} + " ";
    list.emplace_back(each.*id, facts);
  }
  return list;
}

Names without(Names list, const Names& others) {
  std::erase_if(list, [&](const auto& each) { return std::ranges::find(others, each) != others.end(); });
  return list;
}

void check_rest(const Two& two, const Difference& found) {
  RC_ASSERT(names(found.notices_gone) == without(two.before.notices, two.after.notices));
  RC_ASSERT(names(found.notices_new) == without(two.after.notices, two.before.notices));
  std::size_t scopes = 0;
  for (std::size_t i = 0; i < two.after.scopes.size(); ++i)
    scopes += two.before.scopes[i].truth != two.after.scopes[i].truth ? 1 : 0;
  RC_ASSERT(found.scopes.size() == scopes);
  RC_ASSERT(ids(found.conflicts_gone, &ConflictAdvice::id) ==
            without(ids(two.before.conflicts, &reference::Conflict::clause),
                    ids(two.after.conflicts, &reference::Conflict::clause)));
  RC_ASSERT(ids(found.conflicts_new, &ConflictAdvice::id) ==
            without(ids(two.after.conflicts, &reference::Conflict::clause),
                    ids(two.before.conflicts, &reference::Conflict::clause)));
}

std::optional<Score> score_of(const reference::Outcome& outcome, const reference::Instrument& meant) {
  for (const reference::Instrument& each : outcome.scores)
    if (each.id == meant.id) return each.score;
  return std::nullopt;
}

void check_scores(const Two& two, const Difference& found) {
  for (const reference::Outcome* side : {&two.before, &two.after}) {
    for (const reference::Instrument& each : side->scores) {
      const auto before = score_of(two.before, each);
      const auto after = score_of(two.after, each);
      const auto named =
          std::ranges::find_if(found.scores, [&](const ScoreDifference& other) { return other.id == each.id; });
      RC_ASSERT((named == found.scores.end()) == (before == after));
      if (named == found.scores.end()) continue;
      RC_ASSERT(named->score.before == before && named->score.after == after);
    }
  }
}

TEST(Difference, NamesWhatTheReferenceSaysOtherwise) {
  const auto samples = generate::samples(2);
  generate::repeat(1500, [&] {
    const Sample sample = *samples;
    const image::Image image = compile::compile(sample.rules, sample.profile, "");
    const Answers before = reference::telling(image, sample.patients[0]);
    const Answers after = reference::telling(image, sample.patients[1]);
    const Two two{reference::evaluate(sample.rules, sample.profile, before),
                  reference::evaluate(sample.rules, sample.profile, after)};
    const Difference found = explain::difference(image, run(image, before), run(image, after));
    check_care(two, found);
    check_red_flags(two, found);
    check_treatments(two, found);
    check_rest(two, found);
    check_scores(two, found);
  });
}

TEST(Difference, IsEmptyForOnePatientTwice) {
  const auto samples = generate::samples(1);
  generate::repeat(500, [&] {
    const Sample sample = *samples;
    const image::Image image = compile::compile(sample.rules, sample.profile, "");
    const eval::Result result = run(image, reference::telling(image, sample.patients[0]));
    RC_ASSERT(explain::difference(image, result, result).empty());
  });
}

}  // namespace
}  // namespace vertebra
