// A host that must leave out a red flag writes one entry of an overlay, and nothing but that red flag goes.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include <vertebra/vertebra.hpp>

#include "api/folder.hpp"
#include "api/state.hpp"
#include "eval/domain.hpp"
#include "eval/patient_executor.hpp"
#include "explain/advice.hpp"
#include "report/outcome_json.hpp"
#include "report/outcome_text.hpp"
#include "support/rule_folder.hpp"

namespace vertebra {
namespace {

using support::RuleFiles;
using support::RuleFolder;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view rules = VERTEBRA_SOURCE_DIR "/rules/low_back_pain";

struct Name {
  std::string guide;
  std::string flag;
  friend auto operator<=>(const Name&, const Name&) = default;
};

Name name_of(const image::Image& image, const image::RedFlag& flag) {
  return {std::string{image.view(image.guides[flag.guide].id)}, std::string{image.view(flag.id)}};
}

// The shipped rules as the default profile sees them, with what a site adds.
class Rules {
 public:
  explicit Rules(const std::string& site = {}) : loaded_{load_rule_set(rules, "default", {site, {}})} {}

  const std::vector<Diagnostic>& problems() const { return loaded_.diagnostics; }
  bool ready() const { return loaded_.rule_set.has_value(); }
  const image::Image& image() const { return loaded_.rule_set->state().image; }

  eval::Result run(const model::Case& patient) const {
    eval::Answers answers = *loaded_.rule_set->state().unknown;
    for (const model::CaseAnswer& each : patient.answers) {
      const auto fact = static_cast<std::uint32_t>(each.fact);
      answers.set(image(), fact, eval::domain_of(image(), fact, each.possible));
    }
    eval::Result result = eval::prepare(image());
    eval::PatientExecutor{image()}.run(answers, date(2026, 1, 31), result);
    return result;
  }

 private:
  LoadResult loaded_;
};

struct Patient {
  const model::Case* answers = nullptr;
  eval::Result before;
};

// Every shipped patient under the rules as they ship.
std::vector<Patient> patients(const Rules& before, const model::Cases& cases) {
  std::vector<Patient> result;
  for (const model::CaseFile& file : cases.in_files) {
    for (const model::Case& each : file.cases) result.push_back({&each, before.run(each)});
  }
  return result;
}

// What the red flags of a profile come to, counted anew from the truth of each.
struct Urgency {
  std::set<Name> certain;
  std::set<Name> open;
  std::uint32_t least = 0;
  std::uint32_t most = 0;
  Truth deferred = Truth::no;
};

Urgency urgency(const image::Image& image, const eval::Result& result, const Name& without) {
  Urgency sum;
  for (const image::RedFlag& flag : image.red_flags) {
    const Truth truth = result.planes.at(flag.holds);
    if (name_of(image, flag) == without || truth == Truth::no) continue;
    (truth == Truth::yes ? sum.certain : sum.open).insert(name_of(image, flag));
    if (truth == Truth::yes) sum.least = std::max(sum.least, flag.level);
    sum.most = std::max(sum.most, flag.level);
    if (flag.defers && sum.deferred != Truth::yes) sum.deferred = truth;
  }
  return sum;
}

std::vector<std::string> words(const std::vector<ContraindicationAdvice>& list) {
  std::vector<std::string> result;
  for (const auto& each : list) {
    result.push_back(std::string{each.guide}.append(" ").append(each.id).append(to_string(each.effect)));
    result.back().append(each.truth == Truth::yes ? " yes" : " unknown");
  }
  return result;
}

std::vector<std::string_view> ids(const std::vector<NoticeAdvice>& notices) {
  std::vector<std::string_view> result;
  for (const auto& each : notices) result.push_back(each.id);
  return result;
}

void expect_the_same_treatments(const Rules& before, const eval::Result& was, const Rules& after,
                                const eval::Result& is) {
  const auto old = explain::treatments(before.image(), was);
  const auto now = explain::treatments(after.image(), is);
  ASSERT_EQ(old.size(), now.size());
  for (const TreatmentAdvice& each : old) {
    SCOPED_TRACE(each.id);
    const auto same = std::ranges::find(now, each.id, &TreatmentAdvice::id);
    ASSERT_NE(same, now.end());
    EXPECT_EQ(words(each.contraindications), words(same->contraindications));
    if (was.deferred != is.deferred) continue;  // What waited for the visit that this red flag asked for.
    EXPECT_EQ(each.verdict, same->verdict);
    EXPECT_EQ(each.cause, same->cause);
    EXPECT_EQ(each.score, same->score);
  }
}

void expect_only_this_gone(const Rules& before, const Rules& after, const Name& name, const Patient& patient) {
  SCOPED_TRACE(patient.answers->id);
  const eval::Result& was = patient.before;
  const eval::Result is = after.run(*patient.answers);
  const Urgency expected = urgency(before.image(), was, name);
  const Urgency found = urgency(after.image(), is, {});
  EXPECT_EQ(expected.certain, found.certain);
  EXPECT_EQ(expected.open, found.open);
  EXPECT_EQ(was.care_assessed, is.care_assessed);
  EXPECT_EQ(expected.least, is.care_least);
  EXPECT_EQ(expected.most, is.care_most);
  EXPECT_EQ(expected.deferred, is.deferred);
  EXPECT_EQ(ids(explain::notices(before.image(), was)), ids(explain::notices(after.image(), is)));
  EXPECT_EQ(was.conflicts.size(), is.conflicts.size());
  expect_the_same_treatments(before, was, after, is);
}

void expect_named(const Rules& after, const Name& name, const model::Case& patient) {
  const eval::Result result = after.run(patient);
  for (const GuideAdvice& guide : explain::guides(after.image(), result)) {
    if (guide.id != name.guide) {
      EXPECT_THAT(guide.overlays, IsEmpty()) << guide.id;
      continue;
    }
    ASSERT_EQ(guide.overlays.size(), 1U);
    EXPECT_EQ(guide.overlays[0].id, "ours");
    EXPECT_THAT(guide.overlays[0].changes, ElementsAre("withdraw " + name.flag));
  }
  EXPECT_THAT(report::to_json(after.image(), result),
              HasSubstr(R"("overlays":[{"id":"ours","changes":["withdraw )" + name.flag + R"("]}])"));
  EXPECT_THAT(report::to_text(after.image(), result, {.width = 200}),
              HasSubstr("\nours changes " + name.guide + ": withdraw " + name.flag + "\n"));
}

TEST(WithdrawnRedFlag, LeavesEverythingElseAsItWas) {
  const auto read = read_rules(rules);
  const Rules before;
  ASSERT_TRUE(before.ready());
  const std::vector<Patient> all = patients(before, read.cases);
  ASSERT_GE(all.size(), 400U);
  ASSERT_GE(before.image().red_flags.size(), 34U);
  for (const image::RedFlag& flag : before.image().red_flags) {
    const Name name = name_of(before.image(), flag);
    SCOPED_TRACE(name.flag);
    const RuleFolder site{RuleFiles{{"ours.yaml", "overlay: " + name.guide + "\nid: ours\nwithdraw:\n  red_flags." +
                                                      name.flag + ": Such patients are sent to us.\n"}}};
    const Rules after{site.path()};
    ASSERT_TRUE(after.ready()) << to_string(after.problems().front());
    std::size_t seen = 0;
    for (const Patient& patient : all) {
      if (patient.before.planes.at(flag.holds) == Truth::no) continue;
      expect_only_this_gone(before, after, name, patient);
      seen += patient.before.planes.at(flag.holds) == Truth::yes ? 1 : 0;
    }
    EXPECT_GE(seen, 1U) << "no shipped patient has it";
    expect_only_this_gone(before, after, name, all.front());
    expect_named(after, name, *all.front().answers);
  }
}

}  // namespace
}  // namespace vertebra
