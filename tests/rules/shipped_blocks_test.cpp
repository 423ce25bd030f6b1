// Every block of the shipped rules has three cases that say so: it holds and the treatment is withheld, it does not, and it
// is open and the treatment is provisional.

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <utility>

#include <vertebra/vertebra.hpp>

#include "api/folder.hpp"
#include "cases/session.hpp"

namespace vertebra {
namespace {

struct Block {
  std::string contraindication;
  std::string treatment;
  friend auto operator<=>(const Block&, const Block&) = default;
};

// The blocks for which a case pins each truth.
struct Pinned {
  std::set<Block> all;
  std::set<Block> holds;
  std::set<Block> fails;
  std::set<Block> open;
};

bool lists(const model::Case& each, model::CaseKey key) {
  return std::ranges::find(each.expects, key, &model::Expectation::key) != each.expects.end();
}

bool says(const model::Case& each, model::CaseKey key, const std::string& item) {
  const auto expected = std::ranges::find(each.expects, key, &model::Expectation::key);
  return expected != each.expects.end() && std::ranges::find(expected->items, item) != expected->items.end();
}

// What is neither among the offered nor among the withheld is provisional.
bool says_provisional(const model::Case& each, const std::string& treatment) {
  if (lists(each, model::CaseKey::provisional)) return says(each, model::CaseKey::provisional, treatment);
  return lists(each, model::CaseKey::offered) && !says(each, model::CaseKey::offered, treatment) &&
         lists(each, model::CaseKey::withheld);
}

void note(const image::Image& image, const eval::Result& result, const model::Case& each, Pinned& pinned) {
  for (std::size_t index = 0; index < image.treatments.size(); ++index) {
    const image::Treatment& treatment = image.treatments[index];
    const bool provisional = result.treatments[index].verdict == Verdict::provisional;
    const std::string id{image.view(treatment.id)};
    for (std::uint32_t i = treatment.warnings.begin; i < treatment.warnings.end; ++i) {
      if (!image.warnings[i].blocks) continue;
      const image::Contraindication& rule = image.contraindications[image.warnings[i].contraindication];
      const Block block{std::string{image.view(rule.id)}, id};
      pinned.all.insert(block);
      const Truth truth = result.planes.at(rule.holds);
      if (truth == Truth::yes && says(each, model::CaseKey::withheld, id + ": blocked")) pinned.holds.insert(block);
      if (truth == Truth::no) pinned.fails.insert(block);
      if (truth == Truth::unknown && provisional && says_provisional(each, id)) pinned.open.insert(block);
    }
  }
}

std::string missing(const std::set<Block>& all, const std::set<Block>& found) {
  std::string text;
  for (const Block& each : all) {
    if (!found.contains(each)) text += each.contraindication + " and " + each.treatment + "\n";
  }
  return text;
}

TEST(ShippedBlocks, EachHaveACaseThatHoldsOneThatDoesNotAndOneThatIsOpen) {
  const auto read = read_rules(VERTEBRA_SOURCE_DIR "/rules/low_back_pain");
  ASSERT_TRUE(read.rules);
  const auto profile = model::find_profile(*read.rules, "default");
  cases::Session session{*read.rules, *profile, {}};
  Pinned pinned;
  for (const model::CaseFile& file : read.cases.in_files) {
    if (file.profile.id != "default") continue;
    for (const model::Case& each : file.cases) {
      const eval::Result& result = session.run(each, date(2026, 1, 31));
      note(session.image(), result, each, pinned);
    }
  }
  EXPECT_GE(pinned.all.size(), 50U);
  EXPECT_EQ(missing(pinned.all, pinned.holds), "");
  EXPECT_EQ(missing(pinned.all, pinned.fails), "");
  EXPECT_EQ(missing(pinned.all, pinned.open), "");
}

}  // namespace
}  // namespace vertebra
