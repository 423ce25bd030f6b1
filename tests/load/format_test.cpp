#include "load/format.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "load/loader.hpp"

namespace vertebra::load {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

std::string formatted(const std::string& text) {
  const auto result = format_yaml(text, "a.yaml");
  EXPECT_THAT(result.diagnostics, testing::IsEmpty()) << to_string(result.diagnostics.front());
  return result.text;
}

// The same without its comments, but for a first line that names a schema.
std::string without_comments(std::string text) {
  for (;;) {
    const auto result = format_yaml(text, "a.yaml");
    if (result.diagnostics.empty()) return text;
    const Diagnostic& first = result.diagnostics.front();
    EXPECT_EQ(first.code, "V0501") << to_string(first);
    if (first.code != "V0501") return {};
    std::size_t line = 0;
    for (int i = 1; i < first.line; ++i) line = text.find('\n', line) + 1;
    const std::size_t sign = text.find('#', line);
    text.erase(sign, text.find('\n', sign) - sign);
  }
}

class Format : public testing::TestWithParam<std::string> {};

TEST_P(Format, GivesTheOneLayout) {
  const fs::path folder{VERTEBRA_SOURCE_DIR "/tests/golden/format"};
  const auto expected = text_of(folder / (GetParam() + ".out.yaml"));
  EXPECT_EQ(formatted(text_of(folder / (GetParam() + ".in.yaml"))), expected);
  EXPECT_EQ(formatted(expected), expected);
}

INSTANTIATE_TEST_SUITE_P(Files, Format, testing::Values("layout", "texts"),
                         [](const auto& each) { return each.param; });

TEST(FormatRefuses, CommentsWhereverTheyStand) {
  for (const auto* text :
       {"a: b  # why\n", "# why\na: b\n", "a:\n  - b\n  # why\n  - c\n", "a: \"b # no\"  # why\n",
        "a: |\n  b # no\n# why\n", "a: |  # why\n  b\n", "a: |-\n\n  b # no\n\n  c\nd: e  # why\n",
        "a: {b: \"ä # no\", c: d}  # why\n", "a: |\n  b\n\n\n  # no\n\n# why\n", "a: {b: c, # why\n  d: e}\n"}) {
    const auto result = format_yaml(text, "a.yaml");
    ASSERT_EQ(result.diagnostics.size(), 1U) << text;
    EXPECT_EQ(result.diagnostics[0].code, "V0501");
    EXPECT_TRUE(result.diagnostics[0].excerpt.ends_with("# why")) << to_string(result.diagnostics[0]);
    EXPECT_EQ(result.diagnostics[0].length, 5);
    EXPECT_THAT(result.text, testing::IsEmpty());
  }
}

TEST(FormatRefuses, NothingThatOnlyLooksLikeAComment) {
  for (const auto* text :
       {"a: \"b # c\"\n", "a: b#c\n", "a: |\n  b # c\n  # d\n", "a: |-\n\n  # c\n  # d", "a: [\"b # c\", \"d # e\"]\n"})
    EXPECT_THAT(format_yaml(text, "a.yaml").diagnostics, testing::IsEmpty()) << text;
}

TEST(FormatRefuses, WhatCannotBeRead) {
  const auto result = format_yaml("a: [b\n", "a.yaml");
  ASSERT_EQ(result.diagnostics.size(), 1U);
  EXPECT_EQ(result.diagnostics[0].code, "V0105");
}

// Every profile and guide of a set in canonical JSON.
std::string meaning(const std::vector<NamedText>& texts) {
  const auto loaded = load(texts);
  EXPECT_TRUE(loaded.rules) << to_string(loaded.diagnostics.front());
  std::string all;
  if (!loaded.rules) return all;
  for (const auto& guide : loaded.rules->guides)
    all += canonical_json(*loaded.rules, *model::find_profile(*loaded.rules, guide.id));
  for (const auto& profile : loaded.rules->profiles) all += canonical_json(*loaded.rules, profile);
  return all;
}

TEST(FormatKeeps, WhatTheRulesMean) {
  for (const auto* folder : {"/rules/low_back_pain", "/tests/golden/example_rules", "/tests/cli/data/rules"}) {
    std::vector<Diagnostic> problems;
    const auto written = read_folder(VERTEBRA_SOURCE_DIR + std::string{folder}, problems);
    auto again = written;
    for (NamedText& file : again) {
      file.text = formatted(without_comments(file.text));
      EXPECT_EQ(formatted(file.text), file.text) << file.name;
    }
    EXPECT_EQ(meaning(again), meaning(written)) << folder;
  }
}

}  // namespace
}  // namespace vertebra::load
