#include "base/fact_shape.hpp"

#include <limits>

#include <gtest/gtest.h>

namespace vertebra::base {
namespace {

FactShape quantity_fact(std::string id, std::string_view unit, double min, double max) {
  FactShape fact;
  fact.id = std::move(id);
  fact.type = FactType::quantity;
  fact.unit = *find_unit(unit);
  fact.min = min;
  fact.max = max;
  return fact;
}

const FactShape& fact_called(std::string_view id) {
  static const FactShape fever{"fever", FactType::boolean, {}, 0, 0, {}, {}};
  static const FactShape weakness{"leg_weakness", FactType::choice, {}, 0, 0, {"none", "one_leg", "both_legs"}, {}};
  static const FactShape pregnancy{"pregnancy_status", FactType::choice, {}, 0, 0, {"no", "yes", "not_applicable"}, {}};
  static const FactShape duration = quantity_fact("pain_duration", "d", 0, 36500);
  static const FactShape age = quantity_fact("age", "a", 0, 130);
  static const FactShape temperature = quantity_fact("body_temperature", "Cel", 25, 45);
  static const FactShape filtration = quantity_fact("egfr", "mL/min/{1.73_m2}", 0, 200);
  static const FactShape severity = [] {
    FactShape fact = quantity_fact("pain_severity", "{score}", 0, 10);
    fact.words = {{"mild", {1, 3}}, {"moderate", {4, 6}}, {"severe", {7, 10}}};
    return fact;
  }();
  for (const FactShape* fact : {&fever, &weakness, &pregnancy, &duration, &age, &temperature, &filtration, &severity}) {
    if (fact->id == id) return *fact;
  }
  return fever;
}

// "unknown", "cells 5", "21 .. 42" or the number of the code.
std::string shown(const Refusal& refusal, const Possible& possible, FactType type) {
  if (refusal) return "V0" + std::to_string(static_cast<int>(refusal->code));
  if (!possible.known) return "unknown";
  if (type != FactType::quantity) return "cells " + std::to_string(possible.cells);
  const auto number = [](double value) {
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    return text.back() == '.' ? text.substr(0, text.size() - 1) : text;
  };
  return number(possible.low) + " .. " + number(possible.high);
}

constexpr Possible before{true, 1, 2, 3};

bool is_untouched(const Possible& possible) {
  return possible.known == before.known && possible.low == before.low && possible.high == before.high &&
         possible.cells == before.cells;
}

struct TextCase {
  std::string_view fact;
  std::string_view text;
  std::string_view expected;
};

constexpr TextCase text_cases[] = {
    {"fever", "yes", "cells 2"},
    {"fever", "true", "cells 2"},
    {"fever", "no", "cells 1"},
    {"fever", "false", "cells 1"},
    {"fever", "unknown", "unknown"},
    {"fever", "null", "unknown"},
    {"fever", " yes ", "cells 2"},
    {"fever", "Yes", "V0702"},
    {"fever", "on", "V0702"},
    {"fever", "1", "V0702"},
    {"fever", "", "V0702"},
    {"fever", "~", "V0702"},
    {"fever", "yes or no", "V0702"},
    {"fever", "38 Cel", "V0702"},

    {"leg_weakness", "none", "cells 1"},
    {"leg_weakness", "both_legs", "cells 4"},
    {"leg_weakness", "one_leg or both_legs", "cells 6"},
    {"leg_weakness", "none or one_leg or both_legs", "cells 7"},
    {"leg_weakness", "one_leg or one_leg", "cells 2"},
    {"leg_weakness", "unknown", "unknown"},
    {"leg_weakness", "left_leg", "V0705"},
    {"leg_weakness", "one_leg or left_leg", "V0705"},
    {"leg_weakness", "one_leg or unknown", "V0705"},
    {"leg_weakness", "one_leg or ", "V0705"},
    {"leg_weakness", "", "V0705"},
    {"leg_weakness", "yes", "V0705"},
    {"pregnancy_status", "no", "cells 1"},
    {"pregnancy_status", "yes", "cells 2"},

    {"pain_duration", "28", "28 .. 28"},
    {"pain_duration", "28 d", "28 .. 28"},
    {"pain_duration", "6 wk", "42 .. 42"},
    {"pain_duration", "6wk", "42 .. 42"},
    {"pain_duration", "6 weeks", "42 .. 42"},
    {"pain_duration", "2 a", "730.5 .. 730.5"},
    {"pain_duration", "0.5 d", "0.5 .. 0.5"},
    {"pain_duration", "3 wk .. 6 wk", "21 .. 42"},
    {"pain_duration", "3 .. 6 wk", "21 .. 42"},
    {"pain_duration", "3..6 wk", "21 .. 42"},
    {"pain_duration", "3 .. 6", "3 .. 6"},
    {"pain_duration", "20 d .. 6 wk", "20 .. 42"},
    {"pain_duration", "0 .. 36500 d", "0 .. 36500"},
    {"pain_duration", "unknown", "unknown"},
    {"pain_duration", "3 wk .. 6", "V0703"},
    {"pain_duration", "6 .. 3 wk", "V0704"},
    {"pain_duration", "-1 d", "V0704"},
    {"pain_duration", "36501 d", "V0704"},
    {"pain_duration", "100 .. 36501 d", "V0704"},
    {"pain_duration", "101 a", "V0704"},
    {"pain_duration", "6 kg", "V0703"},
    {"pain_duration", "6 wks", "V0703"},
    {"pain_duration", "3 kg .. 6 wk", "V0703"},
    {"pain_duration", "long", "V0702"},
    {"pain_duration", "nan", "V0702"},
    {"pain_duration", "", "V0702"},
    {"pain_duration", "yes", "V0702"},
    {"pain_duration", "..", "V0702"},
    {"pain_duration", ".nan", "V0308"},
    {"pain_duration", "012", "V0308"},
    {"pain_duration", "0x1F", "V0308"},
    {"pain_duration", "1e3", "V0308"},
    {"pain_duration", "1,5 wk", "V0308"},
    {"pain_duration", "+5 d", "V0308"},
    {"pain_duration", "1234567890123456", "V0308"},
    {"pain_duration", "3 ... 6 wk", "V0308"},

    {"age", "67", "67 .. 67"},
    {"age", "67 a", "67 .. 67"},
    {"age", "67 years", "67 .. 67"},
    {"age", "60 .. 69 a", "60 .. 69"},
    {"age", "67.5", "V0704"},
    {"age", "60 .. 69.5 a", "V0704"},
    {"age", "131 a", "V0704"},
    {"age", "804 mo", "V0703"},
    {"age", "25000 d", "V0703"},

    {"body_temperature", "38 Cel", "38 .. 38"},
    {"body_temperature", "38 °C", "38 .. 38"},
    {"body_temperature", "38°C", "38 .. 38"},
    {"body_temperature", "100.4 [degF]", "38 .. 38"},
    {"body_temperature", "100.4", "V0704"},
    {"egfr", "95 mL/min/{1.73_m2}", "95 .. 95"},

    {"pain_severity", "5", "5 .. 5"},
    {"pain_severity", "5 {score}", "5 .. 5"},
    {"pain_severity", "severe", "7 .. 10"},
    {"pain_severity", "mild", "1 .. 3"},
    {"pain_severity", "11", "V0704"},
    {"pain_severity", "sever", "V0702"},
    {"pain_severity", "5 %", "V0703"},
};

TEST(InterpretText, FollowsTheTable) {
  for (const auto& [id, text, expected] : text_cases) {
    const FactShape& fact = fact_called(id);
    ASSERT_EQ(fact.id, id);
    Possible possible = before;
    const Refusal refusal = interpret_text(fact, text, possible);
    EXPECT_EQ(shown(refusal, possible, fact.type), expected) << id << ": " << text;
    EXPECT_TRUE(!refusal || is_untouched(possible)) << id << ": " << text;
  }
}

struct AnswerCase {
  std::string_view fact;
  Answer answer;
  std::string_view expected;
};

const std::vector<AnswerCase>& answer_cases() {
  constexpr double inf = std::numeric_limits<double>::infinity();
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  static const std::vector<AnswerCase> cases = {
      {"fever", true, "cells 2"},
      {"fever", false, "cells 1"},
      {"fever", Unknown{}, "unknown"},
      {"fever", choice("yes"), "V0702"},
      {"fever", score(1), "V0702"},
      {"leg_weakness", choice("one_leg"), "cells 2"},
      {"leg_weakness", one_of({"one_leg", "both_legs"}), "cells 6"},
      {"leg_weakness", one_of({}), "V0705"},
      {"leg_weakness", choice("knee"), "V0705"},
      {"leg_weakness", true, "V0702"},
      {"leg_weakness", days(3), "V0702"},
      {"pregnancy_status", true, "V0702"},
      {"pain_duration", weeks(6), "42 .. 42"},
      {"pain_duration", range(3, 6, "wk"), "21 .. 42"},
      {"pain_duration", quantity(28, ""), "28 .. 28"},
      {"pain_duration", days(-0.0), "0 .. 0"},
      {"pain_duration", range(6, 3, "wk"), "V0704"},
      {"pain_duration", days(nan), "V0704"},
      {"pain_duration", days(inf), "V0704"},
      {"pain_duration", weeks(-inf), "V0704"},
      {"pain_duration", weeks(1.7e308), "V0704"},
      {"pain_duration", range(0, nan, "d"), "V0704"},
      {"pain_duration", days(36500.5), "V0704"},
      {"pain_duration", celsius(38), "V0703"},
      {"pain_duration", quantity(6, "wks"), "V0703"},
      {"pain_duration", choice("long"), "V0702"},
      {"pain_duration", true, "V0702"},
      {"age", years(67), "67 .. 67"},
      {"age", years(67.25), "V0704"},
      {"age", months(804), "V0703"},
      {"pain_severity", score(7), "7 .. 7"},
      {"pain_severity", choice("severe"), "7 .. 10"},
      {"pain_severity", one_of({"mild", "severe"}), "V0702"},
  };
  return cases;
}

TEST(Interpret, FollowsTheTable) {
  int row = 0;
  for (const auto& [id, answer, expected] : answer_cases()) {
    const FactShape& fact = fact_called(id);
    Possible possible = before;
    const Refusal refusal = interpret(fact, answer, possible);
    EXPECT_EQ(shown(refusal, possible, fact.type), expected) << "row " << row << ": " << id;
    EXPECT_TRUE(!refusal || is_untouched(possible)) << "row " << row << ": " << id;
    ++row;
  }
}

AnswerProblem problem(std::string_view id, std::string_view text) {
  Possible possible;
  return interpret_text(fact_called(id), text, possible).value();
}

TEST(AnswerProblems, SayWhatFits) {
  EXPECT_EQ(problem("pain_duration", "6 kg").message, "`kg` does not fit `pain_duration`");
  EXPECT_EQ(problem("pain_duration", "6 kg").help, "`pain_duration` is given in `h`, `d`, `wk`, `mo`, `a` or `min`");
  EXPECT_EQ(problem("pain_duration", "6 wks").help,
            "did you mean `wk`? `pain_duration` is given in `h`, `d`, `wk`, `mo`, `a` or `min`");
  EXPECT_EQ(problem("age", "804 mo").help, "`age` is given in `a`");
  EXPECT_EQ(problem("pain_duration", "36501").help, "`pain_duration` lies within `0 .. 36500 d`");
  EXPECT_EQ(problem("pain_severity", "11").help, "`pain_severity` lies within `0 .. 10`");
  EXPECT_EQ(problem("leg_weakness", "both_leg").help,
            "did you mean `both_legs`? its choices are `none`, `one_leg` and `both_legs`");
  EXPECT_EQ(problem("fever", "Yes").help, "did you mean `yes`? answer `yes`, `no` or `unknown`");
  EXPECT_EQ(problem("pain_severity", "sever").help,
            "did you mean `severe`? answer a number such as `0`, or a word: `mild`, `moderate` or `severe`");
}

// Whatever is wrong, the patient's own words stay out of the message.
TEST(AnswerProblems, NeverHoldTheAnswer) {
  for (const auto id : {"fever", "leg_weakness", "pain_duration", "age", "pain_severity"}) {
    for (const auto text : {"canary", "99999 canary", "99999", "1e99999", "99999 .. 3", "none or canary"}) {
      Possible possible;
      const Refusal found = interpret_text(fact_called(id), text, possible);
      ASSERT_TRUE(found) << id << text;
      EXPECT_EQ((found->message + found->help).find("canary"), std::string::npos) << found->message;
      EXPECT_EQ((found->message + found->help).find("99999"), std::string::npos) << found->message;
    }
  }
}

}  // namespace
}  // namespace vertebra::base
