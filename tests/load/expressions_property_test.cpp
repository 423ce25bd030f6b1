#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <array>

#include "base/text.hpp"
#include "load/expression_fixture.hpp"

// Random trees, printed by the grammar in one of the ways that mean the same, must read back as the same tree. A failure
// prints the configuration (with its seed) that repeats it.
namespace vertebra::load {
namespace {

// Of full size from the first case on: small sizes would make nearly every tree a single name.
int pick(int low, int high) { return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(low, high + 1)); }
bool toss() { return pick(0, 1) == 1; }

template <std::size_t N>
std::string_view pick_of(const std::array<std::string_view, N>& words) {
  return words[static_cast<std::size_t>(pick(0, static_cast<int>(N) - 1))];
}

// A tree as text and as its meaning. Only what is not `loose` may stand beside `and` or after `not` bare.
struct Tree {
  std::string text;
  std::string meaning;
  bool loose = false;
};

std::string space() { return std::string(static_cast<std::size_t>(pick(1, 3)), ' '); }
std::string maybe_space() { return std::string(static_cast<std::size_t>(pick(0, 2)), ' '); }
std::string in_parentheses(const std::string& text) { return "(" + maybe_space() + text + maybe_space() + ")"; }
std::string primary(const Tree& tree) { return tree.loose || pick(0, 3) == 0 ? in_parentheses(tree.text) : tree.text; }

Tree random_tree(int depth);

Tree random_name() {
  constexpr std::array<std::string_view, 7> texts = {"fever", "osteoporosis",    "severe_pain", "past_few_weeks",
                                                     "true",  "persistent_pain", "false"};
  constexpr std::array<std::string_view, 7> meanings = {
      "fever", "osteoporosis", "(shared severe_pain)", "(own past_few_weeks)", "true", "(flag persistent_pain)",
      "false"};
  const auto i = static_cast<std::size_t>(pick(0, 6));
  return {std::string{texts[i]}, std::string{meanings[i]}, false};
}

Tree random_choice() {
  constexpr std::array<std::string_view, 3> choices = {"none", "one_leg", "both_legs"};
  const bool negated = toss();
  const int members = pick(1, 7);
  std::string list, meaning = "(is leg_pain";
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if ((members >> i & 1) == 0) continue;
    list += (list.empty() ? "" : "," + maybe_space()) + std::string{choices[i]};
    meaning += " " + std::string{choices[i]};
  }
  meaning += ")";
  const bool single = list.find(',') == std::string::npos && toss();
  const std::string middle = single ? (negated ? " is not " : " is ") : (negated ? " not in " : " in ");
  return {"leg_pain" + middle + (single ? list : in_parentheses(list)), negated ? "(not " + meaning + ")" : meaning,
          false};
}

// A number of days, as it may be written and as it is.
struct Days {
  std::string text;
  std::string meaning;
};

Days random_days() {
  const int number = pick(0, 100);
  switch (pick(0, 3)) {
    case 0: return {std::to_string(number) + maybe_space() + "d", std::to_string(number)};
    case 1: return {std::to_string(number) + space() + "wk", std::to_string(7 * number)};
    case 2: return {std::to_string(24 * number) + " hours", std::to_string(number)};
    default: return {"few_weeks", "28 few_weeks"};
  }
}

std::string test_of(std::string_view sign, const Days& limit) {
  return "(" + std::string{sign} + " pain_duration " + limit.meaning + ")";
}

Tree random_comparison() {
  constexpr std::array<std::string_view, 4> signs = {"<", "<=", ">", ">="};
  constexpr std::array<std::string_view, 4> turned = {">", ">=", "<", "<="};
  const auto first = static_cast<std::size_t>(pick(0, 3));
  const Days left = random_days(), right = random_days();
  const std::string sign = " " + std::string{signs[first]} + " ";
  if (toss()) return {"pain_duration" + sign + right.text, test_of(signs[first], right), false};
  const std::string flipped = left.text + sign + "pain_duration";
  if (toss()) return {flipped, test_of(turned[first], left), false};
  const std::size_t second = (first & 2) + static_cast<std::size_t>(pick(0, 1));
  return {flipped + " " + std::string{signs[second]} + " " + right.text,
          "(all " + test_of(turned[first], left) + " " + test_of(signs[second], right) + ")", false};
}

Tree random_negation(int depth) {
  const Tree inner = random_tree(depth - 1);
  return {"not " + maybe_space() + (inner.text.starts_with("not ") ? in_parentheses(inner.text) : primary(inner)),
          "(not " + inner.meaning + ")", false};
}

Tree random_junction(int depth) {
  const std::string word = toss() ? "and" : "or";
  Tree result{"", word == "and" ? "(all" : "(any", true};
  for (int i = 0, count = pick(2, 4); i < count; ++i) {
    const Tree operand = random_tree(depth - 1);
    result.text += (i == 0 ? "" : space() + word + space()) + primary(operand);
    result.meaning += " " + operand.meaning;
  }
  result.meaning += ")";
  return result;
}

Tree random_counted(int depth) {
  std::string list, meanings;
  const int count = pick(1, 4);
  for (int i = 0; i < count; ++i) {
    const Tree operand = random_tree(depth - 1);
    list += (i == 0 ? "" : "," + maybe_space()) + operand.text;
    meanings += " " + operand.meaning;
  }
  const std::string group = " of" + maybe_space() + in_parentheses(list);
  switch (pick(0, 3)) {
    case 0: return {"any" + group, "(any" + meanings + ")", false};
    case 1: return {"all" + group, "(all" + meanings + ")", false};
    case 2: return {"none" + group, "(not (any" + meanings + "))", false};
    default: break;
  }
  const std::string least = std::to_string(pick(1, count));
  return {"at least " + least + group, "(at-least " + least + meanings + ")", false};
}

Tree random_tree(int depth) {
  switch (depth > 0 ? pick(0, 5) : pick(0, 2)) {
    case 0: return random_name();
    case 1: return random_choice();
    case 2: return random_comparison();
    case 3: return random_negation(depth);
    case 4: return random_junction(depth);
    default: return random_counted(depth);
  }
}

RC_GTEST_PROP(ExpressionProperty, PrintedTreesReadBackAsThemselves, ()) {
  static const ExpressionFixture fixture;
  const Tree tree = random_tree(pick(0, 4));
  const auto read = fixture.read(tree.text);
  std::string problems;
  for (const Diagnostic& problem : read.problems) problems += to_string(problem);
  RC_LOG() << tree.text << "\n" << problems;
  RC_ASSERT(read.meaning == tree.meaning);
}

// Words in any order: read or refused, but always one of the two, and every problem inside the text.
RC_GTEST_PROP(ExpressionProperty, AnyWordsAreReadOrRefusedInTheirPlace, ()) {
  constexpr std::array<std::string_view, 28> words = {"and",
                                                      "or",
                                                      "not",
                                                      "(",
                                                      ")",
                                                      ",",
                                                      "any of",
                                                      "at least",
                                                      "of",
                                                      "is",
                                                      "in",
                                                      "<",
                                                      ">=",
                                                      "7",
                                                      "28 d",
                                                      "none",
                                                      "fever",
                                                      "fevr",
                                                      "leg_pain",
                                                      "pain_severity",
                                                      "pain_duration",
                                                      "few_weeks",
                                                      "implies",
                                                      "care",
                                                      "known",
                                                      "true",
                                                      "=",
                                                      "1e5"};
  static const ExpressionFixture fixture;
  std::string text = std::string{pick_of(words)};
  for (int i = pick(0, 12); i > 0; --i) text += " " + std::string{pick_of(words)};
  RC_LOG() << text;
  const auto read = fixture.read(text);
  RC_ASSERT(read.expression.has_value() == read.problems.empty());
  const int columns = static_cast<int>(base::count_code_points(text));
  for (const Diagnostic& problem : read.problems) {
    RC_ASSERT(problem.line == 2);
    RC_ASSERT(problem.column >= 3);
    RC_ASSERT(problem.column + problem.length <= columns + 3);
    RC_ASSERT(!problem.message.empty());
  }
}

}  // namespace
}  // namespace vertebra::load
