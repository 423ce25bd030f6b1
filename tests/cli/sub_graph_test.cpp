#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/program.hpp"

namespace vertebra {
namespace {

using test::Ran;
using test::run_vertebra;
using testing::HasSubstr;
using testing::Not;

struct SubGraph {
  std::string name;
  std::vector<std::string> words;
  std::vector<std::string> shown;
  std::vector<std::string> not_shown;
};

class SubGraphs : public testing::TestWithParam<SubGraph> {};

TEST_P(SubGraphs, ShowWhatTheyAreAskedForAndNothingElse) {
  std::vector<std::string> words{"graph", "--rules", VERTEBRA_SOURCE_DIR "/tests/cli/data/rules", "--format",
                                 "mermaid"};
  words.insert(words.end(), GetParam().words.begin(), GetParam().words.end());
  const Ran run = run_vertebra(words);
  EXPECT_EQ(run.exit, 0) << run.err;
  for (const std::string& text : GetParam().shown) EXPECT_THAT(run.out, HasSubstr(text));
  for (const std::string& text : GetParam().not_shown) EXPECT_THAT(run.out, Not(HasSubstr(text)));
}

const std::vector<SubGraph> sub_graphs{
    {"AroundATreatment", {"--around", "heat"}, {"\"pain_duration\"", "\"Heat\""}, {"fever", "feverish", "\"Rest\""}},
    {"AroundARedFlag", {"--around", "feverish"}, {"\"fever\"", "feverish", "Speak to"}, {"pain_duration", "Heat"}},
    {"OfAFact", {"--fact", "pain_duration"}, {"\"pain_duration\"", "\"Heat\""}, {"fever", "\"Rest\"", "Speak to"}},
};
INSTANTIATE_TEST_SUITE_P(OfASmallGuide, SubGraphs, testing::ValuesIn(sub_graphs),
                         [](const auto& each) { return each.param.name; });

}  // namespace
}  // namespace vertebra
