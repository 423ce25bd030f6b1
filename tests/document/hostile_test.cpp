#include <fstream>
#include <locale>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "document/reader.hpp"

// The tables of tests/golden/hostile: one text a row, and every problem that it must give.
namespace vertebra::document {
namespace {

struct Row {
  int line;
  std::string text;
  std::string expected;
};

int hex(char c) { return c <= '9' ? c - '0' : c - 'A' + 10; }

std::string unescaped(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      result += text[i];
      continue;
    }
    const char kind = text[++i];
    if (kind == 'x') {
      result += static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
      i += 2;
    } else {
      result += kind == 'n' ? '\n' : kind == 'r' ? '\r' : kind == 't' ? '\t' : kind;
    }
  }
  return result;
}

std::vector<Row> rows_of(const std::string& name) {
  std::ifstream file{VERTEBRA_SOURCE_DIR "/tests/golden/hostile/" + name};
  std::vector<Row> result;
  int number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    const std::size_t arrow = line.rfind(" => ");
    if (arrow == std::string::npos || line[0] == '#') continue;
    result.push_back({number, unescaped(std::string_view{line}.substr(0, arrow)), line.substr(arrow + 4)});
  }
  return result;
}

std::string shown(const std::optional<Node>& root, const std::vector<Diagnostic>& problems) {
  if (problems.empty()) return root ? "accepted" : "nothing, in silence";
  std::string result = root ? "a tree and " : "";
  for (const Diagnostic& one : problems) {
    if (&one != &problems.front()) result += ", ";
    result += one.code + " " + std::to_string(one.line) + ":" + std::to_string(one.column);
  }
  return result;
}

void check_rows(const std::string& name, std::size_t at_least) {
  const std::vector<Row> rows = rows_of(name);
  ASSERT_GE(rows.size(), at_least);
  for (const Row& row : rows) {
    base::Files files;
    const int file = files.add(name, row.text);
    base::Reporter reporter{files};
    const auto root = read(files, file, name == "json.txt" ? Format::json : Format::yaml, reporter);
    EXPECT_EQ(shown(root, reporter.take()), row.expected) << name << ":" << row.line << ": " << row.text;
  }
}

class German : public std::numpunct<char> {
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return '.'; }
  std::string do_grouping() const override { return "\3"; }
};

class GermanLocale {
 public:
  GermanLocale() : before_{std::locale::global(std::locale{std::locale::classic(), new German})} {}
  ~GermanLocale() { std::locale::global(before_); }
  GermanLocale(const GermanLocale&) = delete;
  GermanLocale& operator=(const GermanLocale&) = delete;

 private:
  std::locale before_;
};

TEST(Hostile, YamlGivesWhatTheTableSays) { check_rows("yaml.txt", 120); }

TEST(Hostile, JsonGivesWhatTheTableSays) { check_rows("json.txt", 30); }

TEST(Hostile, TheLocaleChangesNothing) {
  const GermanLocale german;
  check_rows("yaml.txt", 120);
  check_rows("json.txt", 30);
}

std::string repeated(std::string_view piece, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += piece;
  return result;
}

std::string problems_of(std::string text, Format format, const Limits& limits = {}) {
  base::Files files;
  const int file = files.add("a", std::move(text));
  base::Reporter reporter{files};
  const auto root = read(files, file, format, reporter, limits);
  return shown(root, reporter.take());
}

// Column 33 of brackets, and of "- " the 33rd is at 2 * 32 + 1.
TEST(Hostile, DepthIsLimitedHoweverItIsWritten) {
  EXPECT_EQ(problems_of(repeated("[", 32) + repeated("]", 32), Format::yaml), "accepted");
  EXPECT_EQ(problems_of(repeated("[", 33) + repeated("]", 33), Format::yaml), "V0106 1:33");
  EXPECT_EQ(problems_of(repeated("[", 32) + repeated("]", 32), Format::json), "accepted");
  EXPECT_EQ(problems_of(repeated("[", 33) + repeated("]", 33), Format::json), "V0106 1:33");
  EXPECT_EQ(problems_of(repeated("- ", 500'000), Format::yaml), "V0106 1:65");
  EXPECT_EQ(problems_of(repeated("[", 1'000'000), Format::yaml), "V0106 1:33");
  EXPECT_EQ(problems_of(repeated("[", 1'000'000), Format::json), "V0106 1:33");
  EXPECT_EQ(problems_of(repeated("{", 1'000'000), Format::yaml), "V0106 1:33");
  EXPECT_EQ(problems_of(repeated("[\n", 500'000), Format::yaml), "V0106 33:1");
  EXPECT_EQ(problems_of(repeated("[\"]\",", 300'000), Format::yaml), "V0106 1:161");  // 32 * 5 + 1
}

TEST(Hostile, BracketsThatAreOnlyTextDoNotCount) {
  EXPECT_EQ(problems_of("a: 1\n" + repeated("# [ {\n", 5000), Format::yaml), "accepted");
  EXPECT_EQ(problems_of("a: |\n" + repeated("  [ {\n", 400), Format::yaml), "accepted");
  EXPECT_EQ(problems_of("a: [" + repeated("\"[\", ", 5000) + "b]", Format::yaml), "accepted");
}

// The parser would take 300 bytes for each.
TEST(Hostile, SignsInOneBracketAreLimited) {
  EXPECT_EQ(problems_of("a: [" + repeated("b,", 249'000) + "b]", Format::yaml), "accepted");
  EXPECT_EQ(problems_of("a: [" + repeated("b,", 251'000) + "b]", Format::yaml), "V0102 1:4");
  EXPECT_EQ(problems_of("- a\n- {" + repeated("b,\n", 251'000), Format::yaml), "V0102 2:3");
  EXPECT_EQ(problems_of(repeated("- [a, b]\n", 130'000), Format::yaml), "accepted");
}

TEST(Hostile, SizeAndNumberAreLimited) {
  EXPECT_EQ(problems_of("a: " + repeated("x", 7), Format::yaml, {.bytes = 10}), "accepted");
  EXPECT_EQ(problems_of("a: " + repeated("x", 8), Format::yaml, {.bytes = 10}), "V0102 0:0");
  EXPECT_EQ(problems_of("[1, 2, 3]", Format::yaml, {.nodes = 4}), "accepted");
  EXPECT_EQ(problems_of("[1, 2, 3, 4]", Format::yaml, {.nodes = 4}), "V0102 1:11");
  EXPECT_EQ(problems_of("{\"a\": 1, \"b\": 2}", Format::json, {.nodes = 4}), "V0102 1:15");
}

TEST(Hostile, AMistakeALineEndsTheFileAfterAThousand) {
  base::Files files;
  const int file = files.add("a", "a: 1\n" + repeated("a: 2\n", 5000));
  base::Reporter reporter{files};
  EXPECT_FALSE(read(files, file, Format::yaml, reporter));
  const auto problems = reporter.take();
  EXPECT_EQ(problems.size(), 1001U);
  EXPECT_EQ(problems.back().message, "too many problems; the rest of the file was not read");
}

}  // namespace
}  // namespace vertebra::document
