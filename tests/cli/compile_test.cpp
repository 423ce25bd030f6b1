#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "cli/program.hpp"
#include "support/rule_folder.hpp"

namespace vertebra {
namespace {

using test::Ran;
using test::run_vertebra;
using testing::HasSubstr;

const std::string source = VERTEBRA_SOURCE_DIR;

class Compiled : public testing::Test {
 protected:
  Compiled() {
    const Ran ran = run_vertebra({"compile", "--rules", source + "/rules/low_back_pain", "--output", image_});
    EXPECT_EQ(ran.exit, 0) << ran.err;
  }

  static Ran evaluate(const std::string& rules, std::vector<std::string> more = {}) {
    std::vector<std::string> words{
        "evaluate", "--rules", rules, "--patient", source + "/examples/data/five_months.yaml", "--as-of", "2026-01-31"};
    words.insert(words.end(), more.begin(), more.end());
    return run_vertebra(words);
  }

  const support::RuleFolder folder_{support::RuleFiles{}};
  const std::string image_ = folder_.path() + "/rules.image";
};

TEST_F(Compiled, RulesSayTheSame) {
  const Ran ran = evaluate(image_, {"--format", "json"});
  EXPECT_EQ(ran.exit, 0) << ran.err;
  EXPECT_EQ(ran.out, evaluate(source + "/rules/low_back_pain", {"--format", "json"}).out);
}

TEST_F(Compiled, RulesHaveTheirProfileSettled) {
  const Ran ran = evaluate(image_, {"--profile", "spine_pro"});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_THAT(ran.err, HasSubstr("`--profile` does not go with a compiled rule set"));
}

TEST_F(Compiled, RulesAreNothingElse) {
  const Ran ran = evaluate(source + "/README.md");
  EXPECT_EQ(ran.exit, 2);
  EXPECT_THAT(ran.err, HasSubstr("README.md: error[V0101"));
  EXPECT_THAT(ran.err, HasSubstr("the file is not a compiled rule set"));
  EXPECT_THAT(ran.err, HasSubstr("give the folder of the rules"));
}

}  // namespace
}  // namespace vertebra
