#include "explain/cells.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "compile/compiler.hpp"
#include "support/model_builder.hpp"

namespace vertebra::explain {
namespace {

using model::Relation;
using test::compare;

// A guide that asks for these comparisons of one fact.
class OneFact {
 public:
  OneFact(std::string_view unit, double min, double max, const std::vector<std::pair<Relation, double>>& tests) {
    const int fact = builder_.quantity("amount", unit, min, max);
    builder_.care_level("home");
    builder_.care_level("now");
    const int guide = builder_.guide("page");
    int number = 0;
    for (const auto& [relation, threshold] : tests)
      builder_.red_flag(guide, "flag" + std::to_string(number++), 1, compare(fact, relation, threshold));
    image_ = compile::compile(builder_.rules(), *model::find_profile(builder_.rules(), "page"), "");
  }

  std::optional<double> number(std::uint32_t cell, Side side) const { return number_in(image_, {0, cell}, side); }
  std::size_t cells() const { return cells_of(image_, 0).size(); }

 private:
  test::ModelBuilder builder_;
  image::Image image_;
};

TEST(Cells, HaveAWholeNumberNearestToTheAnswerWhereThereIsOne) {
  const OneFact days{"d", 0, 100, {{Relation::greater, 28}, {Relation::greater_or_equal, 42}}};
  EXPECT_EQ(days.cells(), 3U);
  EXPECT_EQ(days.number(1, Side::above), 29);
  EXPECT_EQ(days.number(1, Side::below), 41);
  EXPECT_EQ(days.number(0, Side::below), 28);
  EXPECT_EQ(days.number(2, Side::above), 42);
}

TEST(Cells, StandNextToACutWhereNothingIsKnown) {
  const OneFact days{"d", 0, 100, {{Relation::greater, 28}, {Relation::greater_or_equal, 42}}};
  EXPECT_EQ(days.number(0, Side::among), 28);
  EXPECT_EQ(days.number(1, Side::among), 29);
  EXPECT_EQ(days.number(2, Side::among), 42);
}

TEST(Cells, TakeAsManyDecimalsAsTheyNeed) {
  const OneFact warmth{
      "Cel", 30, 45, {{Relation::greater_or_equal, 38}, {Relation::greater, 38.25}, {Relation::greater, 38.5}}};
  EXPECT_EQ(warmth.number(1, Side::above), 38);
  EXPECT_EQ(warmth.number(2, Side::above), 38.3);
  EXPECT_EQ(warmth.number(2, Side::below), 38.5);
}

TEST(Cells, OfCompletedYearsHoldWholeYears) {
  const std::vector<std::pair<Relation, double>> tests{{Relation::greater, 15}, {Relation::greater_or_equal, 17}};
  const OneFact years{"a", 0, 120, tests};
  EXPECT_EQ(years.number(0, Side::below), 15);
  EXPECT_EQ(years.number(1, Side::among), 16);
  EXPECT_EQ(years.number(1, Side::below), 16);
  const OneFact infants{"a", 0.5, 120, {{Relation::greater_or_equal, 1}}};
  EXPECT_EQ(infants.number(0, Side::among), std::nullopt);
  EXPECT_EQ(infants.cells(), 1U);
}

TEST(Cells, BetweenANumberAndTheNextHoldNone) {
  const double next = std::nextafter(15.0, 16.0);
  const OneFact days{"d", 0, 120, {{Relation::greater, 15}, {Relation::greater_or_equal, next}}};
  EXPECT_EQ(days.number(1, Side::among), std::nullopt);
  EXPECT_EQ(days.cells(), 2U);
}

TEST(Cells, OfOnePointHoldThatPoint) {
  const OneFact days{"d", 0, 120, {{Relation::greater_or_equal, 0.1}, {Relation::greater, 0.1}}};
  EXPECT_EQ(days.number(1, Side::above), 0.1);
}

}  // namespace
}  // namespace vertebra::explain
