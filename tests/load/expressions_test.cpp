#include "load/expressions.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/text.hpp"
#include "document/reader.hpp"
#include "load/expression_fixture.hpp"

namespace vertebra::load {
namespace {

struct Problem {
  std::string code;
  int column = 0;
  int length = 0;
  std::vector<std::string> words;  // Each must be in the message or its help.
};

struct Row {
  int line = 0;
  bool in_guide = true;
  std::string expression;
  std::string meaning;
  std::vector<Problem> problems;
};

// "     ^~~~ V0204 `fevr` is not a fact / did you mean `fever`?"
Problem problem_of(const std::string& line) {
  Problem result;
  const std::size_t caret = line.find('^');
  const std::size_t after = line.find(' ', caret);
  result.column = static_cast<int>(caret) + 1;
  result.length = static_cast<int>(after - caret);
  result.code = line.substr(after + 1, 5);
  std::string words = line.size() > after + 7 ? line.substr(after + 7) : std::string{};
  for (std::size_t cut; (cut = words.find(" / ")) != std::string::npos; words.erase(0, cut + 3)) {
    result.words.push_back(words.substr(0, cut));
  }
  result.words.push_back(words);
  return result;
}

std::vector<Row> read_rows() {
  std::ifstream file{VERTEBRA_SOURCE_DIR "/tests/conformance/expressions.txt"};
  std::vector<Row> rows;
  bool in_guide = true;
  int number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    const std::size_t first = line.find_first_not_of(' ');
    if (first == std::string::npos || line[first] == '#') continue;
    if (line == "@ vocabulary") {
      in_guide = false;
    } else if (line.starts_with("= ")) {
      rows.at(rows.size() - 1).meaning = line.substr(2);
    } else if (line[first] == '^') {
      rows.at(rows.size() - 1).problems.push_back(problem_of(line));
    } else {
      rows.push_back({number, in_guide, line, {}, {}});
    }
  }
  return rows;
}

std::string listed(const std::vector<Diagnostic>& problems) {
  std::string result;
  for (const Diagnostic& problem : problems) result += to_string(problem);
  return result;
}

void expect_problem(const Problem& expected, const Diagnostic& found) {
  EXPECT_EQ(found.code, expected.code);
  EXPECT_EQ(found.line, 2);
  EXPECT_EQ(found.column - 2, expected.column);
  EXPECT_EQ(found.length, expected.length);
  for (const std::string& words : expected.words) {
    EXPECT_TRUE(found.message.find(words) != std::string::npos || found.help.find(words) != std::string::npos)
        << "missing: " << words;
  }
}

TEST(ExpressionConformance, EveryRowMeansOrIsRefusedAsWritten) {
  const ExpressionFixture fixture;
  const std::vector<Row> rows = read_rows();
  ASSERT_GT(rows.size(), 250u);
  for (const Row& row : rows) {
    const auto read = fixture.read(row.expression, row.in_guide);
    SCOPED_TRACE("expressions.txt:" + std::to_string(row.line) + ": " + row.expression + "\n" + listed(read.problems));
    ASSERT_NE(row.meaning.empty(), row.problems.empty()) << "a row has a meaning or problems";
    EXPECT_EQ(read.meaning, row.meaning);
    ASSERT_EQ(read.problems.size(), row.problems.size());
    for (std::size_t i = 0; i < row.problems.size(); ++i) expect_problem(row.problems[i], read.problems[i]);
  }
}

// The contract's list of what this layer refuses in an expression; each has a row above.
TEST(ExpressionConformance, EveryCodeOfExpressionsHasARow) {
  std::string seen;
  for (const Row& row : read_rows()) {
    for (const Problem& problem : row.problems) seen += problem.code + " ";
  }
  for (const char* code :
       {"V0204", "V0301", "V0302", "V0303", "V0304", "V0305", "V0306", "V0307", "V0308", "V0309", "V0310", "V0312"}) {
    EXPECT_NE(seen.find(code), std::string::npos) << code;
  }
}

TEST(Expressions, HoldThePlaceOfEveryPart) {
  const auto read = ExpressionFixture{}.read_document("when: not fever and 84 d < pain_duration <= few_weeks\n");
  // Characters 7 to 53 of line 1; `not fever` is its first 9, the chain starts 14 in.
  ASSERT_TRUE(read.expression) << listed(read.problems);
  const auto expect_place = [](const model::Expression& expression, int column, int length) {
    EXPECT_EQ(expression.place.line, 1);
    EXPECT_EQ(expression.place.column, column);
    EXPECT_EQ(expression.place.length, length);
  };
  const model::Expression& whole = *read.expression;
  expect_place(whole, 7, 47);
  expect_place(whole.operands.at(0), 7, 9);
  expect_place(whole.operands.at(0).operands.at(0), 11, 5);
  const model::Expression& chain = whole.operands.at(1);
  expect_place(chain, 21, 33);
  expect_place(chain.operands.at(0), 21, 20);
  expect_place(chain.operands.at(1), 28, 26);
}

struct Written {
  const char* text;
  const char* name;
  int line;
  int column;
};

// The same mistake, however the scalar is written.
TEST(Expressions, PlaceAMistakeInEveryStyle) {
  constexpr Written cases[] = {
      {"when: fever and fevr\n", "r.yaml", 1, 17},           {"when: 'fever and fevr'\n", "r.yaml", 1, 18},
      {"when: \"fever and fevr\"\n", "r.yaml", 1, 18},       {"{when: fever and fevr}\n", "r.yaml", 1, 18},
      {"when: |\n  fever\n  and\n  fevr\n", "r.yaml", 4, 3}, {"when: |\n    fever and\n      fevr\n", "r.yaml", 3, 7},
      {"{\"when\": \"fever and fevr\"}", "r.json", 1, 21},
  };
  for (const Written& written : cases) {
    const auto read = ExpressionFixture{}.read_document(written.text, true, written.name);
    ASSERT_EQ(read.problems.size(), 1u) << written.text << listed(read.problems);
    EXPECT_EQ(read.problems[0].code, "V0204");
    EXPECT_EQ(read.problems[0].line, written.line) << written.text;
    EXPECT_EQ(read.problems[0].column, written.column) << written.text;
  }
}

TEST(Expressions, NameBothColumnsOfAMixture) {
  const auto read = ExpressionFixture{}.read_document("when: fever and osteoporosis or severe_pain\n");
  ASSERT_EQ(read.problems.size(), 1u);
  EXPECT_EQ(read.problems[0].message,
            "`and` (line 1, column 13) and `or` (line 1, column 30) stand side by side without parentheses");
}

TEST(Expressions, AreTextAndNothingElse) {
  struct Case {
    const char* text;
    const char* code;
    int column;
  };
  constexpr Case cases[] = {
      {"when: ''\n", "V0301", 7},           {"when: '  '\n", "V0301", 7}, {"when: [fever]\n", "V0203", 7},
      {"when: {fever: yes}\n", "V0203", 7}, {"when: 5\n", "V0301", 7},    {"when: null\n", "V0204", 7},
  };
  for (const Case& refused : cases) {
    const auto read = ExpressionFixture{}.read_document(refused.text);
    EXPECT_FALSE(read.expression);
    ASSERT_EQ(read.problems.size(), 1u) << refused.text << listed(read.problems);
    EXPECT_EQ(read.problems[0].code, refused.code) << refused.text;
    EXPECT_EQ(read.problems[0].column, refused.column) << refused.text;
  }
}

TEST(Expressions, ReadJsonConstantsAsWords) {
  EXPECT_EQ(ExpressionFixture{}.read_document(R"({"scope": true})", true, "r.json").meaning, "true");
  EXPECT_EQ(ExpressionFixture{}.read_document(R"({"scope": "true"})", true, "r.json").meaning, "true");
}

TEST(Expressions, NestSixtyFourDeepAndNoFurther) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '(') + "fever" + std::string(depth, ')'); };
  const ExpressionFixture fixture;
  EXPECT_EQ(fixture.read(nested(64)).meaning, "fever");
  const auto refused = fixture.read(nested(65) + " and fevr");
  ASSERT_EQ(refused.problems.size(), 2u) << listed(refused.problems);
  EXPECT_EQ(refused.problems[0].code, "V0301");
  EXPECT_EQ(refused.problems[0].column, 2 + 65);
  EXPECT_NE(refused.problems[0].message.find("64"), std::string::npos);
  EXPECT_EQ(refused.problems[1].code, "V0204");
}

TEST(Expressions, EndWhateverIsPiledUp) {
  const ExpressionFixture fixture;
  for (const char* piece :
       {"(", ")", "not ", "any of (", "fever implies ", "fever)", "a,", "x < ", "in ", "5 ", "!", "not ("}) {
    std::string text;
    while (text.size() < 3000) text += piece;
    EXPECT_FALSE(fixture.read(text).problems.empty()) << piece;
  }
}

TEST(Expressions, AreAtMostSixteenKibibytesLong) {
  std::string text = "fever";
  while (text.size() < 16 * 1024) text += " and fever";
  const auto read = ExpressionFixture{}.read(text);
  ASSERT_EQ(read.problems.size(), 1u);
  EXPECT_EQ(read.problems[0].code, "V0301");
}

TEST(Expressions, KnowTheirPlacesToTheEndOfALongText) {
  std::string text = "fever";
  while (text.size() + 11 < 16 * 1024) text += " and\n  fever";
  const auto read = ExpressionFixture{}.read(text);
  ASSERT_TRUE(read.expression);
  const auto& last = read.expression->operands.back();
  EXPECT_EQ(last.place.line, 1 + static_cast<int>(read.expression->operands.size()));
  EXPECT_EQ(last.place.column, 3);
}

TEST(Expressions, ShowFiftyProblemsAndSayThatThereAreMore) {
  const auto problems_of = [](std::size_t count) {
    std::string text = "fever";
    for (std::size_t i = 0; i < count; ++i) text += ")";
    return ExpressionFixture{}.read(text).problems;
  };
  EXPECT_EQ(problems_of(50).size(), 50u);
  const auto many = problems_of(60);
  ASSERT_EQ(many.size(), 51u);
  EXPECT_EQ(many.front().message, "this expression has more than 50 problems");
}

TEST(ReservedWords, AreTheWordsOfTheGrammar) {
  for (const char* word :
       {"and",   "or", "not", "implies", "true", "false",   "any",     "all",   "none",  "at",
        "least", "of", "is",  "in",      "care", "offered", "blocked", "score", "known", "unknown"}) {
    EXPECT_TRUE(is_reserved(word)) << word;
  }
  for (const char* word : {"", "yes", "no", "fever", "And", "an", "nots"}) EXPECT_FALSE(is_reserved(word)) << word;
}

TEST(NameTable, KeepsTheFirstMeaningAndTheOrder) {
  NameTable names;
  EXPECT_TRUE(names.add("zeta", {NameKind::fact, -1, 0}));
  EXPECT_TRUE(names.add("alpha", {NameKind::parameter, 1, 4}));
  EXPECT_FALSE(names.add("zeta", {NameKind::condition, -1, 7}));
  ASSERT_NE(names.find("zeta"), nullptr);
  EXPECT_EQ(names.find("zeta")->kind, NameKind::fact);
  EXPECT_EQ(names.find("alpha")->index, 4);
  EXPECT_EQ(names.find("beta"), nullptr);
  EXPECT_EQ(names.names(), (std::vector<std::string>{"zeta", "alpha"}));
}

struct QuantityCase {
  const char* value;     // As written in YAML after "value: ".
  const char* unit;      // Where it is needed.
  const char* expected;  // The number, or the code and column.
};

std::string read_quantity(const QuantityCase& row) {
  base::Files files;
  base::Reporter reporter{files};
  const int file = files.add("r.yaml", "value: " + std::string{row.value} + "\n");
  const auto root = document::read(files, file, document::Format::yaml, reporter);
  if (!root) return "unreadable";
  const auto number = parse_quantity(root->entries.at(0).value, base::find_unit(row.unit).value(), files, reporter);
  std::string result = number ? base::number_text(*number) : std::string{};
  for (const Diagnostic& problem : reporter.take()) result += problem.code + "@" + std::to_string(problem.column);
  return result;
}

TEST(Quantities, AreReadInTheUnitThatIsNeeded) {
  constexpr QuantityCase cases[] = {
      {"28 d", "d", "28"},
      {"28d", "d", "28"},
      {"'28 d'", "d", "28"},
      {"4 wk", "d", "28"},
      {"7", "{score}", "7"},
      {"-3", "{score}", "-3"},
      {"100.4 [degF]", "Cel", "38"},
      {"18 a", "a", "18"},
      {"28", "d", "V0304@8"},
      {"28 kg", "d", "V0303@11"},
      {"28 dayz", "d", "V0303@11"},
      {"12 mo", "a", "V0303@11"},
      {"1e3 d", "d", "V0308@8"},
      {"012 d", "d", "V0308@8"},
      {"some d", "d", "V0301@8"},
      {"28 d 3", "d", "V0301@13"},
      {"28 d, 3 d", "d", "V0301@12"},
      {"[28 d]", "d", "V0203@8"},
      {"''", "d", "V0301@8"},
  };
  for (const QuantityCase& row : cases) EXPECT_EQ(read_quantity(row), row.expected) << row.value << " in " << row.unit;
}

}  // namespace
}  // namespace vertebra::load
