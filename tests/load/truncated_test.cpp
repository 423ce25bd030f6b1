// A file may end anywhere: a full disk, a broken copy, a network that went away. Whatever remains is read whole or refused,
// and a set with an error in any file is no set at all.

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "check/check.hpp"
#include "compile/compiler.hpp"
#include "load/loader.hpp"

namespace vertebra::load {
namespace {

std::vector<NamedText> shipped() {
  std::vector<Diagnostic> problems;
  return read_folder(VERTEBRA_SOURCE_DIR "/rules/low_back_pain", problems);
}

// What is left of a set: compiled for every profile where it loads.
void run(std::vector<NamedText> texts, const std::string& cut) {
  const Loaded loaded = load(std::move(texts));
  ASSERT_NE(loaded.rules.has_value(), has_errors(loaded.diagnostics)) << cut;
  for (const Diagnostic& each : loaded.diagnostics) ASSERT_FALSE(to_string(each).empty()) << cut;
  if (!loaded.rules) return;
  base::Reporter reporter{*loaded.rules->files};
  check::run_checks(*loaded.rules, reporter);
  if (has_errors(reporter.take())) return;
  for (const model::Profile& profile : loaded.rules->profiles) compile::compile(*loaded.rules, profile, "");
}

// Every step-th byte of every file in turn, the others whole. `alone` leaves the others out, which is many times cheaper and
// still reads all that the file says.
void cut_everywhere(std::size_t step, bool alone) {
  const std::vector<NamedText> whole = shipped();
  ASSERT_GT(whole.size(), 30U);
  std::size_t at = 0;
  for (std::size_t file = 0; file < whole.size(); ++file) {
    for (; at < whole[file].text.size(); at += step) {
      auto texts = alone ? std::vector{whole[file]} : whole;
      (alone ? texts.front() : texts[file]).text.resize(at);
      run(std::move(texts), whole[file].name + " cut at byte " + std::to_string(at));
      if (testing::Test::HasFatalFailure()) return;
    }
    at -= whole[file].text.size();  // So that the cuts fall elsewhere in the next file.
  }
}

TEST(Truncated, RuleFilesAreReadOrRefused) {
  cut_everywhere(641, false);
  cut_everywhere(101, true);
}

TEST(TruncatedLong, RuleFilesAreReadOrRefusedAtEveryByte) { cut_everywhere(1, true); }

TEST(TruncatedLong, RuleFilesAmongTheOthersAreReadOrRefused) { cut_everywhere(37, false); }

// The first half of a guide's file without the second half's error: the error must still refuse the whole set.
TEST(Truncated, OneBrokenFileLeavesNoRuleSet) {
  auto texts = shipped();
  for (NamedText& text : texts) {
    if (text.name != "spine_pro/red_flags.yaml") continue;
    text.text.resize(text.text.find("because:") + 8);  // "because:" and nothing after it.
    const Loaded loaded = load(texts);
    EXPECT_FALSE(loaded.rules);
    ASSERT_EQ(loaded.diagnostics.size(), 1U);
    EXPECT_EQ(loaded.diagnostics.front().code, "V0112");
    EXPECT_EQ(loaded.diagnostics.front().file, text.name);
    return;
  }
  FAIL() << "the guide has no red flags";
}

}  // namespace
}  // namespace vertebra::load
