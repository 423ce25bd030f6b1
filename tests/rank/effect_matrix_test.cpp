#include "rank/effect_matrix.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vertebra::rank {
namespace {

using testing::ElementsAre;

constexpr std::uint32_t node_yes = 0;
constexpr std::uint32_t node_no = 1;
constexpr std::uint32_t node_unknown = 2;

constexpr image::Literal plain(std::uint32_t node) { return {node << 1}; }

// Three treatments: the first has a word and three arguments, the second only a word, the third only an argument.
image::Image three_treatments() {
  image::Image image;
  image.strengths = {{{}, 24}, {{}, 20}};
  image.treatments.resize(3);
  image.treatments[0].strength = 0;
  image.treatments[0].arguments = {0, 3};
  image.treatments[1].strength = 1;
  image.treatments[1].arguments = {3, 3};
  image.treatments[2].arguments = {3, 4};
  image.arguments.resize(4);
  image.arguments[0].points = 8;
  image.arguments[1].points = -6;
  image.arguments[2].points = 3;
  image.arguments[3].points = -5;
  for (image::Argument& argument : image.arguments) argument.when = plain(node_no);
  return image;
}

eval::Planes planes() { return {{std::uint64_t{1} << node_yes}, {std::uint64_t{1} << node_no}}; }

std::vector<Score> scores(const image::Image& image) { return EffectMatrix{image}.scores(image, planes()); }

TEST(EffectMatrix, GivesTheStrengthAloneWhereNoArgumentHolds) {
  EXPECT_THAT(scores(three_treatments()), ElementsAre(Score{24, 24}, Score{20, 20}, Score{0, 0}));
}

TEST(EffectMatrix, AddsArgumentsThatHoldToTheirOwnTreatmentOnly) {
  image::Image image = three_treatments();
  image.arguments[0].when = plain(node_yes);
  image.arguments[3].when = plain(node_yes);
  EXPECT_THAT(scores(image), ElementsAre(Score{32, 32}, Score{20, 20}, Score{-5, -5}));
}

TEST(EffectMatrix, OpensTheScoreByWhatIsUnknown) {
  image::Image image = three_treatments();
  for (image::Argument& argument : image.arguments) argument.when = plain(node_unknown);
  EXPECT_THAT(scores(image), ElementsAre(Score{24 - 6, 24 + 8 + 3}, Score{20, 20}, Score{-5, 0}));
}

TEST(EffectMatrix, ReadsANegatedLiteral) {
  image::Image image = three_treatments();
  image.arguments[0].when = !plain(node_no);
  image.arguments[1].when = !plain(node_yes);
  image.arguments[2].when = !plain(node_unknown);
  EXPECT_THAT(scores(image), ElementsAre(Score{24 + 8, 24 + 8 + 3}, Score{20, 20}, Score{0, 0}));
}

TEST(EffectMatrix, AddsTheSharesOfArgumentsUnderOneConditionOneByOne) {
  image::Image image = three_treatments();
  image.arguments[0].when = plain(node_unknown);  // +8 and -6 by the same answer: the bounds stay apart.
  image.arguments[1].when = plain(node_unknown);
  EXPECT_EQ(scores(image)[0], (Score{18, 32}));
}

TEST(EffectMatrix, OfNoTreatmentsIsEmpty) { EXPECT_TRUE(scores(image::Image{}).empty()); }

}  // namespace
}  // namespace vertebra::rank
