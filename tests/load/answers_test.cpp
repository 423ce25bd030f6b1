#include "load/answers.hpp"

#include <gtest/gtest.h>

#include <string>

#include "base/text.hpp"

namespace vertebra::load {
namespace {

using base::FactShape;
using base::FactType;

std::vector<FactShape> facts() {
  const base::Unit days = base::find_unit("d").value();
  const base::Unit years = base::find_unit("a").value();
  const base::Unit points = base::find_unit("{score}").value();
  return {{"fever", FactType::boolean, {}, 0, 0, {}, {}},
          {"pain_duration", FactType::quantity, days, 0, 36500, {}, {}},
          {"pain_severity", FactType::quantity, points, 0, 10, {}, {{"mild", {1, 3}}, {"severe", {7, 10}}}},
          {"age", FactType::quantity, years, 0, 120, {}, {}},
          {"leg_pain", FactType::choice, {}, 0, 0, {"none", "one_leg", "both_legs"}, {}},
          {"pregnancy", FactType::choice, {}, 0, 0, {"no", "yes", "not_applicable"}, {}}};
}

std::string cells_text(const FactShape& fact, std::uint64_t cells) {
  const std::vector<std::string> names =
      fact.type == FactType::choice ? fact.choices : std::vector<std::string>{"no", "yes"};
  std::string result;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if ((cells >> i & 1) != 0) result += (result.empty() ? "" : "|") + names[i];
  }
  return result;
}

// "fever=no", "pain_duration=21..42", "leg_pain=one_leg|both_legs", "age=?" for unknown.
std::string answer_text(const FactAnswer& answer) {
  const FactShape fact = facts().at(static_cast<std::size_t>(answer.fact));
  if (!answer.possible.known) return fact.id + "=?";
  if (fact.type != FactType::quantity) return fact.id + "=" + cells_text(fact, answer.possible.cells);
  const std::string low = base::number_text(answer.possible.low), high = base::number_text(answer.possible.high);
  return fact.id + "=" + (low == high ? low : low + ".." + high);
}

struct AnswersCase {
  const char* text;
  const char* expected;  // Answers in written order, or `code@line:column` in file order.
};

void expect_answers(const AnswersCase& row, std::string_view name) {
  const auto shapes = facts();
  const Answers read = read_answers(shapes, row.text, name);
  std::string result, details;
  for (const Diagnostic& problem : read.diagnostics) {
    result += " " + problem.code + "@" + std::to_string(problem.line) + ":" + std::to_string(problem.column);
    details += to_string(problem);
  }
  if (read.diagnostics.empty()) {
    for (const FactAnswer& answer : read.answers) result += " " + answer_text(answer);
  }
  EXPECT_EQ(result.empty() ? result : result.substr(1), row.expected) << row.text << "\n" << details;
}

// 6 wk are 42 d, 3 wk are 21 d.
TEST(Answers, AreReadFromYaml) {
  constexpr AnswersCase cases[] = {
      {"fever: no\n", "fever=no"},
      {"fever: yes\n", "fever=yes"},
      {"fever: true\n", "fever=yes"},
      {"fever: false\n", "fever=no"},
      {"fever: unknown\n", "fever=?"},
      {"fever: null\n", "fever=?"},
      {"fever: 'yes'\n", "fever=yes"},
      {"fever: \"no\"\n", "fever=no"},
      {"fever: 'true'\n", "fever=yes"},
      {"fever: 'false'\n", "fever=no"},
      {"fever: 'unknown'\n", "fever=?"},
      {"fever: 'null'\n", "fever=?"},
      {"pregnancy: no\n", "pregnancy=no"},
      {"pregnancy: 'yes'\n", "pregnancy=yes"},
      {"pain_duration: 6 wk\n", "pain_duration=42"},
      {"pain_duration: 42\n", "pain_duration=42"},
      {"pain_duration: '42'\n", "pain_duration=42"},
      {"pain_duration: 3 wk .. 6 wk\n", "pain_duration=21..42"},
      {"pain_duration: unknown\n", "pain_duration=?"},
      {"pain_severity: severe\n", "pain_severity=7..10"},
      {"pain_severity: 4\n", "pain_severity=4"},
      {"age: 67 a\n", "age=67"},
      {"leg_pain: none\n", "leg_pain=none"},
      {"leg_pain: both_legs or one_leg\n", "leg_pain=one_leg|both_legs"},
      {"leg_pain: unknown\n", "leg_pain=?"},
      {"leg_pain: none\nfever: no\nage: 67\n", "leg_pain=none fever=no age=67"},
      {"{fever: no, age: 67 a}\n", "fever=no age=67"},
      {"# nothing is known yet\n{}\n", ""},
      {"fever: no   # today\n\n", "fever=no"},
  };
  for (const AnswersCase& row : cases) expect_answers(row, "answers.yaml");
}

TEST(Answers, AreReadFromJson) {
  constexpr AnswersCase cases[] = {
      {R"({"fever": true})", "fever=yes"},
      {R"({"fever": false})", "fever=no"},
      {R"({"fever": null})", "fever=?"},
      {R"({"fever": "yes", "age": 67})", "fever=yes age=67"},
      {R"({"fever": "unknown"})", "fever=?"},
      {R"({"pain_duration": "6 wk"})", "pain_duration=42"},
      {R"({"pain_duration": 10.5})", "pain_duration=10.5"},
      {R"({"pain_duration": "3 wk .. 6 wk"})", "pain_duration=21..42"},
      {R"({"leg_pain": "one_leg or both_legs"})", "leg_pain=one_leg|both_legs"},
      {R"({"pregnancy": "no", "pain_severity": null})", "pregnancy=no pain_severity=?"},
      {"{}", ""},
  };
  for (const AnswersCase& row : cases) expect_answers(row, "answers.json");
}

TEST(Answers, AreRefusedWhereTheyStandInYaml) {
  constexpr AnswersCase cases[] = {
      {"fevr: no\n", "V0701@1:1"},
      {"fever: no\n  \nbackache: yes\n", "V0701@3:1"},
      {"Fever: no\n", "V0701@1:1"},
      {"fever: high\n", "V0702@1:8"},
      {"fever: 5\n", "V0702@1:8"},
      {"pain_duration: long\n", "V0702@1:16"},
      {"fever: 'high'\n", "V0702@1:8"},
      {"pain_duration: 6 kg\n", "V0703@1:16"},
      {"age: 800 mo\n", "V0703@1:6"},
      {"pain_severity: 11\n", "V0704@1:16"},
      {"age: 67.5\n", "V0704@1:6"},
      {"leg_pain: sore\n", "V0705@1:11"},
      {"leg_pain: none or sore\n", "V0705@1:11"},
      {"pregnancy: true\n", "V0705@1:12"},
      {"fever: [yes, no]\n", "V0702@1:8"},
      {"fever: {now: yes}\n", "V0702@1:8"},
      {"leg_pain:\n  - none\n  - one_leg\n", "V0702@2:3"},
      {"- fever\n", "V0203@1:1"},
      {"fever\n", "V0203@1:1"},
      {"fevr: no\nage: 67.5\nleg_pain: sore\n", "V0701@1:1 V0704@2:6 V0705@3:11"},
  };
  for (const AnswersCase& row : cases) expect_answers(row, "answers.yaml");
}

TEST(Answers, AreRefusedWhereTheyStandInJson) {
  constexpr AnswersCase cases[] = {
      {R"({"fevr": true})", "V0701@1:2"},
      {R"({"fever": 5})", "V0702@1:11"},
      {R"({"fever": {"value": true}})", "V0702@1:11"},
      {R"({"leg_pain": ["none", "one_leg"]})", "V0702@1:14"},
      {R"({"age": true})", "V0702@1:9"},
      {"{\n  \"fever\": true,\n  \"leg_pain\": \"sore\"\n}\n", "V0705@3:15"},
      {R"(["fever"])", "V0203@1:1"},
      {R"("fever")", "V0203@1:1"},
  };
  for (const AnswersCase& row : cases) expect_answers(row, "answers.json");
}

// The reader refuses these; that its problems arrive is what is tested here.
TEST(Answers, PassOnWhatTheReaderRefuses) {
  struct Case {
    const char* text;
    const char* name;
    const char* code;
  };
  constexpr Case cases[] = {
      {"fever: no\nfever: yes\n", "a.yaml", "V0107"},
      {R"({"fever": true, "fever": false})", "a.json", "V0107"},
      {"fever:\n", "a.yaml", "V0112"},
      {"", "a.yaml", "V0110"},
      {"fever: [\n", "a.yaml", "V0105"},
      {R"({"fever": )", "a.json", "V0105"},
  };
  const auto shapes = facts();
  for (const Case& row : cases) {
    const Answers read = read_answers(shapes, row.text, row.name);
    ASSERT_FALSE(read.diagnostics.empty()) << row.text;
    EXPECT_EQ(read.diagnostics.front().code, row.code) << row.text;
    EXPECT_EQ(read.diagnostics.front().file, row.name);
    EXPECT_TRUE(read.answers.empty()) << row.text;
  }
}

TEST(Answers, SuggestTheFactThatWasMeant) {
  const auto shapes = facts();
  const Answers read = read_answers(shapes, "leg_pian: none\n", "a.yaml");
  ASSERT_EQ(read.diagnostics.size(), 1u);
  EXPECT_EQ(read.diagnostics[0].message, "`leg_pian` is not a fact");
  EXPECT_EQ(read.diagnostics[0].help, "did you mean `leg_pain`?");
}

TEST(Answers, SayHowSeveralValuesAreWritten) {
  const auto shapes = facts();
  const Answers choice = read_answers(shapes, "leg_pain: [none, one_leg]\n", "a.yaml");
  ASSERT_EQ(choice.diagnostics.size(), 1u);
  EXPECT_EQ(choice.diagnostics[0].message, "`leg_pain` takes one value, not a list");
  EXPECT_NE(choice.diagnostics[0].help.find("… or …"), std::string::npos);
  const Answers quantity = read_answers(shapes, "pain_duration: {from: 1}\n", "a.yaml");
  ASSERT_EQ(quantity.diagnostics.size(), 1u);
  EXPECT_EQ(quantity.diagnostics[0].message, "`pain_duration` takes one value, not a map");
  EXPECT_NE(quantity.diagnostics[0].help.find("… .. …"), std::string::npos);
}

}  // namespace
}  // namespace vertebra::load
