#include <vertebra/diagnostic.hpp>

#include <gtest/gtest.h>

#include "base/reporter.hpp"

namespace vertebra {
namespace {

Diagnostic at(int line, int column, int length, std::string excerpt) {
  Diagnostic result = base::make_diagnostic(base::Code::unknown_name, "`x` is unknown");
  result.file = "a.yaml";
  result.line = line;
  result.column = column;
  result.length = length;
  result.excerpt = std::move(excerpt);
  return result;
}

std::string caret_line(const Diagnostic& diagnostic) {
  const std::string text = to_string(diagnostic);
  const std::size_t first = text.find('\n', text.find('\n') + 1) + 1;
  return text.substr(first, text.find('\n', first) - first);
}

// The example of the rule language, section 7.
TEST(DiagnosticText, ShowsPlaceCodeExcerptCaretAndHelp) {
  Diagnostic diagnostic = at(12, 11, 4, "    when: fevr or unexplained_weight_loss");
  diagnostic.file = "rules/low_back_pain/spine_pro/red_flags.yaml";
  diagnostic.message = "`fevr` is not a fact, condition or red flag";
  diagnostic.help = "did you mean `fever`?";
  EXPECT_EQ(to_string(diagnostic),
            "rules/low_back_pain/spine_pro/red_flags.yaml:12:11: error[V0204 unknown-name]: `fevr` is not a fact, "
            "condition or red flag\n"
            "   12 |     when: fevr or unexplained_weight_loss\n"
            "      |           ^~~~\n"
            "   help: did you mean `fever`?\n");
}

TEST(DiagnosticText, WithoutAFileStartsAtTheSeverity) {
  EXPECT_EQ(to_string(base::make_diagnostic(base::Code::unknown_fact, "there is no fact `agee`")),
            "error[V0701 unknown-fact]: there is no fact `agee`\n");
  EXPECT_EQ(to_string(base::make_diagnostic(base::Code::unused, "nothing uses `x`")),
            "warning[V0601 unused]: nothing uses `x`\n");
}

TEST(DiagnosticText, OfAWholeFileShowsNoLine) {
  EXPECT_EQ(to_string(at(0, 0, 1, "")), "a.yaml: error[V0204 unknown-name]: `x` is unknown\n");
}

TEST(DiagnosticText, PutsTheCaretUnderTheCodePoint) {
  EXPECT_EQ(caret_line(at(1, 6, 1, "größe: x")), "      |      ^");
  EXPECT_EQ(caret_line(at(1, 3, 9, "abcd")), "      |   ^~");  // Never past the end of the line.
  EXPECT_EQ(caret_line(at(1, 5, 1, "abcd")), "      |     ^");
}

TEST(DiagnosticText, WidensTheGutterForALongLineNumber) {
  EXPECT_EQ(to_string(at(123456, 1, 1, "x")),
            "a.yaml:123456:1: error[V0204 unknown-name]: `x` is unknown\n123456 | x\n       | ^\n");
}

TEST(DiagnosticText, CutsALongLineAroundTheCaret) {
  std::string line(601, 'a');
  line.replace(300, 301, "B").append(300, 'c');
  const std::string text = to_string(at(7, 301, 1, line));
  EXPECT_NE(text.find("    7 | …" + std::string(60, 'a') + "B" + std::string(99, 'c') + "…\n"), std::string::npos)
      << text;
  EXPECT_EQ(caret_line(at(7, 301, 1, line)), "      | " + std::string(61, ' ') + "^");
}

TEST(DiagnosticText, ShowsNoCharacterThatCouldMislead) {
  const std::string text = to_string(at(1, 1, 1, "a\x1B[2Jb\u202Ec\td"));
  EXPECT_NE(text.find("    1 | a\uFFFD[2Jb\uFFFDc\uFFFDd\n"), std::string::npos) << text;
}

TEST(Status, HoldsAProblemOnlyWhereThereIsOne) {
  EXPECT_TRUE(static_cast<bool>(Status{}));
  EXPECT_EQ(Status{}.problem().message, "");
  const Status refused{Diagnostic{.message = "no"}};
  const Status copy = refused;
  EXPECT_FALSE(static_cast<bool>(copy));
  EXPECT_EQ(copy.problem().message, "no");
}

TEST(HasErrors, LooksOnlyAtErrors) {
  EXPECT_FALSE(has_errors({}));
  EXPECT_FALSE(has_errors({base::make_diagnostic(base::Code::unused, "x")}));
  EXPECT_TRUE(
      has_errors({base::make_diagnostic(base::Code::unused, "x"), base::make_diagnostic(base::Code::syntax, "x")}));
}

}  // namespace
}  // namespace vertebra
