#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <vector>

#include "compile/compiler.hpp"
#include "eval/patient_executor.hpp"
#include "load/loader.hpp"
#include "rank/effect_matrix.hpp"

namespace vertebra::rank {
namespace {

const image::Image& shipped_image() {
  static const image::Image image = [] {
    std::vector<Diagnostic> problems;
    const auto loaded = load::load(load::read_folder(VERTEBRA_SOURCE_DIR "/rules/low_back_pain", problems));
    if (!loaded.rules) return image::Image{};
    return compile::compile(*loaded.rules, *model::find_profile(*loaded.rules, "spine_pro"), "sha256:0");
  }();
  return image;
}

// Often answered, sometimes in part, sometimes not at all.
eval::Domain any_domain(const image::Fact& fact) {
  eval::Domain domain;
  if (fact.type == base::FactType::quantity) {
    domain.low = *rc::gen::inRange(0U, fact.tests.size() + 1);
    domain.high = *rc::gen::inRange(domain.low, fact.tests.size() + 1);
    return domain;
  }
  const std::uint32_t members = fact.type == base::FactType::boolean ? 2 : fact.choices.size();
  const std::uint64_t all = ~std::uint64_t{0} >> (64 - members);
  const std::uint64_t one = std::uint64_t{1} << *rc::gen::inRange(0U, members);
  domain.cells = *rc::gen::element(one, one, all, one | (one << 1 & all));
  return domain;
}

// The executor adds the image's effect rows, the matrix the arguments themselves: two ways to one score.
RC_GTEST_PROP(Scores, OfTheExecutorAndOfTheMatrixAreEqual, ()) {
  const image::Image& image = shipped_image();
  RC_ASSERT(!image.treatments.empty());
  eval::Answers answers{image};
  for (std::uint32_t fact = 0; fact < image.facts.size(); ++fact)
    answers.set(image, fact, any_domain(image.facts[fact]));
  eval::Result result = eval::prepare(image);
  eval::PatientExecutor{image}.run(answers, date(2026, 1, 31), result);
  const std::vector<Score> scores = EffectMatrix{image}.scores(image, result.planes);
  RC_ASSERT(scores.size() == result.treatments.size());
  for (std::size_t t = 0; t < scores.size(); ++t) RC_ASSERT(result.treatments[t].score == scores[t]);
}

}  // namespace
}  // namespace vertebra::rank
