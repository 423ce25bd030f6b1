#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "load/loader.hpp"

// spine_pro accounts for every statement of its page, and adds nothing that the page does not say.

namespace vertebra::load {
namespace {

const model::RuleSet& rules() {
  static const model::RuleSet loaded = [] {
    std::vector<Diagnostic> problems;
    Loaded result = load(read_folder(VERTEBRA_SOURCE_DIR "/rules/low_back_pain", problems));
    EXPECT_TRUE(problems.empty());
    for (const Diagnostic& problem : result.diagnostics) ADD_FAILURE() << to_string(problem);
    return *std::move(result.rules);
  }();
  return loaded;
}

const model::Guide& guide() { return *std::ranges::find(rules().guides, "spine_pro", &model::Guide::id); }

const model::Source* source(const std::string& id) {
  const auto found = std::ranges::find(guide().sources, id, &model::Source::id);
  return found == guide().sources.end() ? nullptr : &*found;
}

// Every place of the guide that cites a source.
std::set<std::string> cited() {
  std::set<std::string> ids;
  const auto add = [&](const std::vector<int>& sources) {
    for (const int each : sources) ids.insert(guide().sources[static_cast<std::size_t>(each)].id);
  };
  const auto add_each = [&](const auto& list) {
    for (const auto& each : list) add(each.sources);
  };
  add_each(guide().parameters);
  add_each(guide().conditions);
  add_each(guide().red_flags);
  add_each(guide().contraindications);
  add_each(guide().obligations);
  add_each(guide().notices);
  add_each(guide().opinions);
  for (const model::Opinion& opinion : guide().opinions) {
    add_each(opinion.arguments);
    add_each(opinion.claims);
  }
  return ids;
}

TEST(SpinePro, AccountsForEveryStatementOfItsPage) {
  const std::set<std::string> in_use = cited();
  for (int i = 1; i <= 53; ++i) {
    const std::string id = "S" + std::to_string(i);
    const model::Source* const statement = source(id);
    ASSERT_NE(statement, nullptr) << id;
    EXPECT_TRUE(in_use.contains(id) || statement->education || statement->unspecified)
        << id << " is neither used nor explained";
    EXPECT_FALSE(statement->locator.empty()) << id;
    EXPECT_FALSE(statement->says.text.empty() && !statement->unspecified) << id;
  }
}

TEST(SpinePro, LeavesOutPageFurnitureAndPromotionAndSaysSo) {
  const std::set<std::string> in_use = cited();
  for (int i = 1; i <= 6; ++i) {
    const std::string id = "X" + std::to_string(i);
    ASSERT_NE(source(id), nullptr) << id;
    EXPECT_FALSE(source(id)->excluded.empty()) << id;
    EXPECT_FALSE(in_use.contains(id)) << id;
  }
}

TEST(SpinePro, InventsNothingWhereThePageAnnouncesAListAndGivesNone) {
  ASSERT_NE(source("S21"), nullptr);
  EXPECT_TRUE(source("S21")->unspecified);
  EXPECT_FALSE(cited().contains("S21"));
}

TEST(SpinePro, HasSeventeenTreatments) {
  const auto& catalogue = rules().vocabulary.treatments;
  EXPECT_EQ(std::ranges::count(catalogue, false, &model::Treatment::is_group), 17);
}

TEST(SpinePro, HasSevenRedFlagsOfOneLevelFromFourteenSigns) {
  std::vector<std::string> first_sources;
  for (const model::RedFlag& flag : guide().red_flags) {
    first_sources.push_back(guide().sources[static_cast<std::size_t>(flag.sources.front())].id);
    EXPECT_EQ(rules().vocabulary.care_levels[static_cast<std::size_t>(flag.level)].id, "same_day") << flag.id;
  }
  EXPECT_THAT(first_sources, testing::ElementsAre("S40", "S41", "S42", "S43", "S44", "S45", "S46"));
  const std::vector<std::string> signs = {"S40",  "S41",  "S42",  "S43a", "S43b", "S43c", "S44a",
                                          "S44b", "S44c", "S45a", "S45b", "S46a", "S46b", "S46c"};
  EXPECT_THAT(cited(), testing::IsSupersetOf(signs));
}

TEST(SpinePro, SaysOfEveryInterpretationWhatItInterpretsAndUsesIt) {
  const std::set<std::string> in_use = cited();
  int count = 0;
  for (const model::Source& each : guide().sources) {
    if (!each.id.starts_with("I-")) continue;
    ++count;
    EXPECT_NE(source(each.interprets), nullptr) << each.id << " interprets `" << each.interprets << "`";
    EXPECT_TRUE(in_use.contains(each.id) || each.education) << each.id << " is cited by nothing";
  }
  EXPECT_EQ(count, 24);
}

// Part A.3 of the clinical content, transcribed: treatment, points in written order (groups first).
TEST(SpinePro, GivesThePointsThatItsInterpretationsSettle) {
  using Row = std::pair<std::string, std::vector<int>>;
  const std::vector<Row> expected = {{"core_strengthening", {6, 4, -6, -6}},
                                     {"plank", {-3}},
                                     {"pelvic_tilt", {2}},
                                     {"stretching", {6, 3, 3, -6}},
                                     {"spinal_twist_stretch", {-2}},
                                     {"posture", {5}},
                                     {"physical_therapy", {8, 6, 4, 4}},
                                     {"massage_therapy", {6}},
                                     {"spinal_manipulation", {6}},
                                     {"acupuncture", {3}},
                                     {"otc_analgesic", {8, -5}},
                                     {"thermal_therapy", {8}},
                                     {"heat", {4}}};
  std::vector<Row> written;
  for (const model::Opinion& opinion : guide().opinions) {
    if (opinion.arguments.empty()) continue;
    Row row{rules().vocabulary.treatments[static_cast<std::size_t>(opinion.treatment)].id, {}};
    for (const model::Argument& argument : opinion.arguments) row.second.push_back(argument.points);
    written.push_back(std::move(row));
  }
  EXPECT_THAT(written, testing::UnorderedElementsAreArray(expected));
}

}  // namespace
}  // namespace vertebra::load
