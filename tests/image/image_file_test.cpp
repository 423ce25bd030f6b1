#include "image/image_file.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include <vertebra/fhir.hpp>
#include <vertebra/vertebra.hpp>
#include <vertebra/vocabulary.hpp>

#include "api/state.hpp"
#include "eval/patient_executor.hpp"
#include "report/outcome_json.hpp"
#include "report/outcome_text.hpp"
#include "support/rule_folder.hpp"

// A compiled rule set says what the rules say; anything else that stands in a file is refused and harms nobody.
namespace vertebra {
namespace {

constexpr Date as_of = date(2026, 1, 31);

RuleSet shipped(std::string_view profile) {
  auto loaded = load_rule_set(VERTEBRA_SOURCE_DIR "/rules/low_back_pain", profile);
  EXPECT_TRUE(loaded.rule_set.has_value());
  return *loaded.rule_set;
}

const std::string& shipped_bytes() {
  static const std::string bytes = to_image(shipped("default"));
  return bytes;
}

std::string problem_of(std::string_view bytes) { return image::read_file(bytes).problem; }

std::vector<std::string> advice(const RuleSet& rules) {
  const Engine engine{rules};
  Evaluator evaluator{engine};
  std::vector<std::string> said;
  for (int number = 0; number < 40; ++number) {
    Patient patient{engine};
    std::mt19937 random{static_cast<std::uint32_t>(number)};
    for (const base::FactShape& fact : rules.state().shapes) {
      if (random() % 2 == 0) continue;
      Answer answer = fact.type == base::FactType::boolean ? Answer{random() % 2 == 0} : Answer{Unknown{}};
      if (fact.type == base::FactType::choice) answer = choice(fact.choices[random() % fact.choices.size()]);
      if (fact.type == base::FactType::quantity) answer = Quantity{fact.min, fact.min, {}};
      EXPECT_TRUE(patient.set(fact.id, answer));
    }
    said.push_back(evaluator.evaluate(patient, as_of).to_json());
    said.push_back(to_text(evaluator.evaluate(patient, as_of)));
  }
  return said;
}

class ShippedImage : public testing::TestWithParam<const char*> {};

TEST_P(ShippedImage, SaysWhatTheRulesSay) {
  const RuleSet rules = shipped(GetParam());
  const std::string bytes = to_image(rules);
  const LoadResult loaded = load_image(bytes, "a.image");
  ASSERT_TRUE(loaded.rule_set.has_value()) << to_string(loaded.diagnostics.front());
  EXPECT_EQ(loaded.rule_set->hash(), rules.hash());
  EXPECT_EQ(loaded.rule_set->profile(), rules.profile());
  EXPECT_EQ(loaded.rule_set->language(), rules.language());
  EXPECT_TRUE(loaded.rule_set->is_compiled());
  EXPECT_EQ(advice(*loaded.rule_set), advice(rules));
  EXPECT_EQ(to_image(*loaded.rule_set), bytes);
}

INSTANTIATE_TEST_SUITE_P(Profiles, ShippedImage,
                         testing::Values("default", "spine_pro", "red_flag_tiers", "treatment_safety"));

TEST(ImageFile, IsNoPlaceForRulesToExplainOrReadRecordsBy) {
  const RuleSet rules = shipped("default");
  const RuleSet compiled = *load_image(shipped_bytes(), "a.image").rule_set;
  const std::vector<FactInfo> before = facts(rules), after = facts(compiled);
  ASSERT_EQ(after.size(), before.size());
  for (std::size_t i = 0; i < after.size(); ++i) {
    EXPECT_EQ(after[i].id, before[i].id);
    EXPECT_EQ(after[i].ask, before[i].ask);
    EXPECT_EQ(after[i].words, before[i].words);
    EXPECT_EQ(after[i].choices, before[i].choices);
    EXPECT_TRUE(after[i].codes.empty());
  }
  EXPECT_EQ(ranked_treatments(compiled), ranked_treatments(rules));
  EXPECT_EQ(graph_dot(compiled), "");
  EXPECT_TRUE(rests_on(compiled, "heat").empty());
  const Engine engine{compiled};
  const WhyReply reply = Evaluator{engine}.why(Patient{engine}, as_of, why_care());
  EXPECT_FALSE(reply.why.has_value());
  EXPECT_EQ(reply.problem.help, "load the folder of its rules");
  const auto mapping = fhir::load_mapping(VERTEBRA_SOURCE_DIR "/rules/low_back_pain", compiled);
  ASSERT_FALSE(mapping.mapping.has_value());
  EXPECT_EQ(mapping.diagnostics[0].help, "load the folder of its rules");
}

TEST(ImageFile, OfAnythingElseIsRefusedWithAMessage) {
  EXPECT_EQ(problem_of(""), "the file is not a compiled rule set");
  EXPECT_EQ(problem_of("guide: spine_pro\n"), "the file is not a compiled rule set");
  EXPECT_EQ(problem_of("vertebra image\n"), "the file is not a compiled rule set");
  std::string newer = shipped_bytes();
  newer[15] = 3;
  EXPECT_EQ(problem_of(newer), "the file is of version 3 of compiled rule sets, and this is 2");
  EXPECT_EQ(problem_of(shipped_bytes() + "x"), "the file was cut off or has grown");
  const LoadResult refused = load_image("guide: x\n", "some.image");
  ASSERT_EQ(refused.diagnostics.size(), 1U);
  EXPECT_FALSE(refused.rule_set.has_value());
  EXPECT_EQ(refused.diagnostics[0].file, "some.image");
}

TEST(ImageFile, IsRefusedWhereverItIsCutOff) {
  for (std::size_t size = 0; size < shipped_bytes().size(); size += size < 100 ? 1 : 97)
    ASSERT_FALSE(image::read_file(std::string_view{shipped_bytes()}.substr(0, size)).image.has_value()) << size;
}

TEST(ImageFile, IsRefusedWhereAByteIsAnother) {
  std::mt19937 random{1};
  for (int i = 0; i < 2000; ++i) {
    std::string bytes = shipped_bytes();
    bytes[random() % bytes.size()] ^= static_cast<char>(1U << random() % 8);
    ASSERT_FALSE(image::read_file(bytes).image.has_value());
  }
}

void evaluate_all(const image::Image& image) {
  eval::PatientExecutor executor{image};
  eval::Result result = eval::prepare(image);
  executor.run(eval::Answers{image}, as_of, result);
  EXPECT_FALSE(report::to_json(image, result).empty());
  EXPECT_FALSE(report::to_text(image, result, {}).empty());
}

// Otherwise a small file could take as long as a large one, again and again.
TEST(ImageFile, WhosePartsShareWhatBelongsToOneIsRefused) {
  const image::Image good = *image::read_file(shipped_bytes()).image;
  const auto problem_with = [&](auto change) {
    image::Image image = good;
    change(image);
    return image::read_file(image::write_file(image, {"v", "en"})).problem;
  };
  const image::Range arguments{0, static_cast<std::uint32_t>(good.arguments.size())};
  const image::Range terms{0, static_cast<std::uint32_t>(good.terms.size())};
  ASSERT_GT(good.treatments.size(), 1U);
  EXPECT_EQ(problem_with([](image::Image&) {}), "");
  EXPECT_NE(problem_with([&](image::Image& image) {
              for (image::Treatment& each : image.treatments) each.arguments = arguments;
            }),
            "");
  EXPECT_NE(problem_with([&](image::Image& image) { image.gates.back().terms = terms; }), "");
  EXPECT_NE(problem_with([](image::Image& image) { image.first_gate += 64; }), "");
  EXPECT_NE(problem_with([](image::Image& image) { image.first_sum += 64; }), "");
}

constexpr const char* two_scores_vocabulary = R"(vocabulary: aches
version: 1.0.0
care_levels: {home: Stay at home, visit: See a doctor}
facts:
  a: {type: boolean, ask: "A?"}
  b: {type: boolean, ask: "B?"}
  c: {type: boolean, ask: "C?"}
treatments:
  rest: {label: Rest}
)";
constexpr const char* two_scores_guide = R"(guide: page
version: 1.0.0
title: Scores
uses: aches
status: active
sources: {S1: {section: All, says: Count.}}
strengths: {good: 1}
scores:
  first: {sum: {a: {points: 1, when: a}, b: {points: 1, when: b}}, source: S1}
  second: {sum: {b: {points: 1, when: b}, c: {points: 1, when: c}, d: {points: 1, when: first >= 2}}, source: S1}
red_flags:
  some: {level: visit, when: first >= 1, because: Some., source: S1}
  much: {level: visit, when: second >= 2, because: Much., source: S1}
  most: {level: visit, when: second >= 3, because: Most., source: S1}
treatments:
  rest: {strength: good, source: S1}
)";

// Four sums: of `first` from 1 and 2, members 0 and 1; then of `second` from 2 and 3, members 2 to 4, the last of which
// reads a sum.
image::Image with_two_scores() {
  const support::RuleFolder folder{{{"v.yaml", two_scores_vocabulary}, {"page.yaml", two_scores_guide}}};
  const LoadResult loaded = load_rule_set(folder.path(), "page");
  for (const Diagnostic& each : loaded.diagnostics) EXPECT_EQ(each.severity, Severity::warning) << to_string(each);
  return *image::read_file(to_image(loaded.rule_set.value())).image;
}

// Sums of one score share its members and no others: then looking at each member once is enough.
TEST(ImageFile, WhoseSumsShareMembersOtherwiseThanByScoreIsRefused) {
  const image::Image good = with_two_scores();
  ASSERT_EQ(good.sums.size(), 4U);
  ASSERT_EQ(good.members.size(), 5U);
  ASSERT_EQ(good.sums[1].members.end, 2U);
  ASSERT_EQ(good.sums[3].members.begin, 2U);
  const auto problem_with = [&](std::size_t sum, image::Range members) {
    image::Image image = good;
    image.sums[sum].members = members;
    return image::read_file(image::write_file(image, {"v", "en"})).problem;
  };
  EXPECT_EQ(problem_with(1, {0, 2}), "");
  EXPECT_EQ(problem_with(1, {1, 1}), "");
  EXPECT_EQ(problem_with(3, {0, 2}), "");
  for (const image::Range members : {image::Range{0, 1}, {1, 2}, {0, 3}, {1, 3}, {0, 5}})
    EXPECT_NE(problem_with(1, members), "") << members.begin << " " << members.end;
  for (const image::Range members : {image::Range{1, 5}, {1, 3}, {2, 4}, {3, 5}, {3, 4}, {4, 5}})
    EXPECT_NE(problem_with(3, members), "") << members.begin << " " << members.end;
}

TEST(ImageFile, WhoseSumsReadOnesThatAreNotYetRunIsRefused) {
  const image::Image good = with_two_scores();
  const auto problem_with = [&](std::size_t member, std::uint32_t sum) {
    image::Image image = good;
    image.members[member].when.code = (image.first_sum + sum) * 2;
    return image::read_file(image::write_file(image, {"v", "en"})).problem;
  };
  for (const std::uint32_t sum : {0U, 1U}) EXPECT_EQ(problem_with(4, sum), "") << sum;
  for (const std::uint32_t sum : {2U, 3U}) EXPECT_NE(problem_with(4, sum), "") << sum;
  for (const std::uint32_t sum : {0U, 1U, 2U, 3U}) EXPECT_NE(problem_with(1, sum), "") << sum;
}

// Past the checksum too: an image made by somebody else is either refused or can be run and written without harm.
TEST(ImageFile, OfAnotherMakerIsRefusedOrHarmless) {
  const image::Image good = *image::read_file(shipped_bytes()).image;
  std::mt19937 random{2};
  const auto spoil = [&](auto& list, auto change) {
    if (!list.empty()) change(list[random() % list.size()]);
  };
  int refused = 0;
  for (int i = 0; i < 3000; ++i) {
    image::Image image = good;
    const auto any = static_cast<std::uint32_t>(random() % 2 == 0 ? random() % 600 : random());
    switch (random() % 16) {
      case 0: spoil(image.gates, [&](image::Gate& each) { each.terms.end = any; }); break;
      case 1: spoil(image.gates, [&](image::Gate& each) { each.count = any; }); break;
      case 2: spoil(image.terms, [&](image::Term& each) { each.word = any; }); break;
      case 3: spoil(image.terms, [&](image::Term& each) { each.positive ^= std::uint64_t{1} << any % 64; }); break;
      case 4: spoil(image.facts, [&](image::Fact& each) { each.tests.begin = any; }); break;
      case 5: spoil(image.facts, [&](image::Fact& each) { each.choices.end = any; }); break;
      case 6: spoil(image.tests, [&](image::Test& each) { each.fact = any; }); break;
      case 7: spoil(image.parts, [&](image::Part& each) { each.fact = any; }); break;
      case 8: spoil(image.parts, [&](image::Part& each) { each.literal.code = any; }); break;
      case 9: spoil(image.red_flags, [&](image::RedFlag& each) { each.level = any; }); break;
      case 10: spoil(image.treatments, [&](image::Treatment& each) { each.warnings.end = any; }); break;
      case 11: spoil(image.treatments, [&](image::Treatment& each) { each.blocked.code = any; }); break;
      case 12: spoil(image.effects, [&](image::Effect& each) { each.treatment = any; }); break;
      case 13: spoil(image.effects, [&](image::Effect& each) { each.gain = static_cast<std::int32_t>(any); }); break;
      case 14: spoil(image.lists, [&](image::Text& each) { each.begin = any; }); break;
      default: image.first_sum = any;
    }
    const image::ReadFile read = image::read_file(image::write_file(image, {"v", "en"}));
    if (!read.image) {
      ++refused;
      continue;
    }
    evaluate_all(*read.image);
  }
  EXPECT_GT(refused, 1500);
}

}  // namespace
}  // namespace vertebra
