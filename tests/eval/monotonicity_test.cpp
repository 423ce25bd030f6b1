#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "compile/compiler.hpp"
#include "eval/patient_executor.hpp"
#include "support/generate_repeat.hpp"
#include "support/generate_samples.hpp"
#include "support/generate_text.hpp"
#include "support/reference_view.hpp"

// The theorem of rule-language section 4: more answers never take back an urgency, and never change what was decided.
namespace vertebra {
namespace {

using reference::Outcome;
using reference::Treatment;

void check_scopes(const Outcome& before, const Outcome& after) {
  for (std::size_t i = 0; i < before.scopes.size(); ++i)
    if (before.scopes[i].truth != Truth::unknown) RC_ASSERT(after.scopes[i].truth == before.scopes[i].truth);
  if (before.deferred != Truth::unknown) RC_ASSERT(after.deferred == before.deferred);
}

// Care may become omitted while nothing urgent was certain: the guides with red flags were not yet out of scope.
void check_care(const Outcome& before, const Outcome& after) {
  if (!before.care) RC_ASSERT(!after.care);
  if (!before.care) return;
  if (!after.care) RC_ASSERT(before.care->least == 0);
  if (!after.care) return;
  RC_ASSERT(after.care->least >= before.care->least);
  RC_ASSERT(after.care->most <= before.care->most);
}

void check_red_flags(const Outcome& before, const Outcome& after) {
  for (const reference::RedFlag& flag : before.red_flags) {
    if (flag.truth != Truth::yes) continue;
    RC_ASSERT(std::ranges::any_of(after.red_flags, [&](const reference::RedFlag& each) {
      return each.guide == flag.guide && each.id == flag.id && each.truth == Truth::yes;
    }));
  }
}

bool says(const Treatment& treatment, const reference::Contraindication& known) {
  return std::ranges::any_of(treatment.contraindications, [&](const reference::Contraindication& each) {
    return each.guide == known.guide && each.id == known.id && each.effect == known.effect && each.truth == Truth::yes;
  });
}

// A certain block says all that there is to say of a treatment: cautions are not shown beside it.
void check_treatment(const Treatment& before, const Treatment& after) {
  if (before.verdict != Verdict::provisional) RC_ASSERT(after.verdict == before.verdict);
  if (before.verdict == Verdict::withheld) RC_ASSERT(after.cause <= before.cause);
  if (before.score && after.score) RC_ASSERT(after.score->low >= before.score->low);
  if (before.score && after.score) RC_ASSERT(after.score->high <= before.score->high);
  if (!before.score) RC_ASSERT(!after.score);
  const bool blocked = std::ranges::any_of(after.contraindications, [](const reference::Contraindication& each) {
    return each.effect == Effect::block && each.truth == Truth::yes;
  });
  for (const reference::Contraindication& each : before.contraindications)
    if (each.truth == Truth::yes && !(blocked && each.effect == Effect::caution)) RC_ASSERT(says(after, each));
}

void check_treatments(const Outcome& before, const Outcome& after) {
  RC_ASSERT(before.treatments.size() == after.treatments.size());
  for (const Treatment& each : before.treatments)
    check_treatment(each, *std::ranges::find(after.treatments, each.id, &Treatment::id));
}

// None appears, and one goes only with its guide.
void check_scores(const Outcome& before, const Outcome& after) {
  RC_ASSERT(after.scores.size() <= before.scores.size());
  for (const reference::Instrument& score : after.scores) {
    const auto known = std::ranges::find(before.scores, score.id, &reference::Instrument::id);
    RC_ASSERT(known != before.scores.end());
    RC_ASSERT(score.score.low >= known->score.low && score.score.high <= known->score.high);
    RC_ASSERT(known->band == "unknown" || score.band == known->band);
  }
}

class Library {
 public:
  explicit Library(const generate::Sample& sample)
      : image_{compile::compile(sample.rules, sample.profile, "")}, executor_{image_}, result_{eval::prepare(image_)} {}

  Outcome operator()(const generate::Answers& answers) {
    executor_.run(reference::answers_of(image_, answers), date(2026, 1, 31), result_);
    return reference::view_of(image_, result_);
  }

 private:
  image::Image image_;
  eval::PatientExecutor executor_;
  eval::Result result_;
};

TEST(Monotonicity, MoreAnswersNeverTakeBackAnUrgencyAndNeverChangeWhatWasDecided) {
  const auto samples = generate::samples(2);
  generate::repeat(4000, [&] {
    const generate::Sample sample = *samples;
    const generate::Answers& known = sample.patients[0];
    Library library{sample};
    const Outcome before = library(known);
    RC_PRE(before.conflicts.empty());
    for (std::size_t fact = 0; fact < known.size(); ++fact) {
      generate::Answers more = known;
      more[fact] = generate::both(sample.rules.vocabulary.facts[fact].shape, known[fact], sample.patients[1][fact]);
      const Outcome after = library(more);
      if (!after.conflicts.empty()) continue;
      RC_LOG() << "from " << generate::to_text(sample.rules.vocabulary, known) << " to "
               << generate::to_text(sample.rules.vocabulary, more) << '\n';
      check_scopes(before, after);
      check_care(before, after);
      check_red_flags(before, after);
      check_treatments(before, after);
      check_scores(before, after);
    }
  });
}

}  // namespace
}  // namespace vertebra
