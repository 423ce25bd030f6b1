#include "rank/sweep.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <vector>

#include "compile/compiler.hpp"
#include "eval/domain.hpp"
#include "eval/patient_executor.hpp"
#include "load/loader.hpp"

namespace vertebra::rank {
namespace {

const model::RuleSet& shipped_rules() {
  static const model::RuleSet rules = [] {
    std::vector<Diagnostic> problems;
    return *load::load(load::read_folder(VERTEBRA_SOURCE_DIR "/rules/low_back_pain", problems)).rules;
  }();
  return rules;
}

image::Image compiled(const model::RuleSet& rules) {
  return compile::compile(rules, *model::find_profile(rules, "spine_pro"), "sha256:0");
}

// Where low back pain is present, and anything else is a yes, a no, one choice, one part of a range, or open.
std::vector<eval::Domain> any_answers(const image::Image& image) {
  std::vector<eval::Domain> answers;
  for (std::uint32_t i = 0; i < image.facts.size(); ++i) {
    eval::Domain domain = eval::full_domain(image, i);
    const image::Fact& fact = image.facts[i];
    const bool open = *rc::gen::inRange(0, 4) == 0;
    if (image.view(fact.id) == "lbp_present") {
      domain.cells = 2;
    } else if (!open && fact.type == base::FactType::quantity) {
      domain.low = domain.high = *rc::gen::inRange(0U, fact.tests.size() + 1);
    } else if (!open) {
      const std::uint32_t members = fact.type == base::FactType::boolean ? 2 : fact.choices.size();
      domain.cells = std::uint64_t{1} << (*rc::gen::inRange(0, 6) == 0 ? *rc::gen::inRange(0U, members) : 0U);
    }
    answers.push_back(domain);
  }
  return answers;
}

eval::Result run(const image::Image& image, const std::vector<eval::Domain>& known) {
  eval::Answers answers{image};
  for (std::uint32_t fact = 0; fact < known.size(); ++fact) answers.set(image, fact, known[fact]);
  eval::Result result = eval::prepare(image);
  eval::PatientExecutor{image}.run(answers, date(2026, 1, 31), result);
  return result;
}

std::vector<std::uint16_t> ranks_of(const eval::Result& result) {
  std::vector<std::uint16_t> ranks;
  for (const TreatmentSummary& each : result.treatments) ranks.push_back(static_cast<std::uint16_t>(each.rank));
  return ranks;
}

std::vector<std::uint16_t> swept(const image::Image& image, const std::vector<std::int32_t>& points,
                                 const eval::Result& result) {
  const Sweep sweep{image, points};
  std::vector<std::uint16_t> ranks(sweep.vectors() * image.treatments.size());
  sweep.ranks(result, ranks);
  return ranks;
}

// A guide written with other points, compiled and run anew, is another way to the same ranks.
RC_GTEST_PROP(Sweep, RanksAsAGuideWithThesePointsWould, ()) {
  static const image::Image image = compiled(shipped_rules());
  const auto answers = any_answers(image);
  const eval::Result result = run(image, answers);
  std::vector<std::int32_t> points;
  std::vector<std::uint16_t> expected;
  for (int vector = 0; vector < 2; ++vector) {
    model::RuleSet rules = shipped_rules();
    const auto guide = static_cast<std::size_t>(model::find_profile(rules, "spine_pro")->rank_by);
    for (model::Strength& each : rules.guides[guide].strengths)
      points.push_back(each.points = *rc::gen::inRange(10, 31));
    const auto ranks = ranks_of(run(compiled(rules), answers));
    expected.insert(expected.end(), ranks.begin(), ranks.end());
  }
  RC_CLASSIFY(!result.order.empty(), "ranked");
  RC_ASSERT(swept(image, points, result) == expected);
}

TEST(Sweep, WithTheGuidesOwnPointsChangesNothing) {
  const image::Image image = compiled(shipped_rules());
  std::vector<std::int32_t> points;
  for (const image::Strength& each : image.strengths) points.push_back(each.points);
  std::vector<eval::Domain> answers;
  for (std::uint32_t i = 0; i < image.facts.size(); ++i) answers.push_back(eval::full_domain(image, i));
  for (std::uint32_t i = 0; i < image.facts.size(); ++i)
    if (image.view(image.facts[i].id) == "lbp_present") answers[i].cells = 2;
  const eval::Result result = run(image, answers);
  ASSERT_FALSE(result.order.empty());
  EXPECT_EQ(swept(image, points, result), ranks_of(result));
  EXPECT_EQ(Sweep(image, {}).vectors(), 0U);
}

}  // namespace
}  // namespace vertebra::rank
