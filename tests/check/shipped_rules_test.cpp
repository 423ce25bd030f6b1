#include <gtest/gtest.h>

#include "check/check.hpp"
#include "check/silences.hpp"
#include "load/loader.hpp"

namespace vertebra::check {
namespace {

TEST(ShippedRules, LeaveTheChecksNothingToSay) {
  std::vector<Diagnostic> problems;
  const load::Loaded loaded = load::load(load::read_folder(VERTEBRA_SOURCE_DIR "/rules/low_back_pain", problems));
  ASSERT_TRUE(loaded.rules);
  base::Reporter reporter{*loaded.rules->files};
  run_checks(*loaded.rules, reporter);
  std::vector<Diagnostic> said = reporter.take();
  apply_silences(*loaded.rules, {}, said);
  for (const Diagnostic& diagnostic : said) ADD_FAILURE() << to_string(diagnostic);
}

}  // namespace
}  // namespace vertebra::check
