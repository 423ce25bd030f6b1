#include "base/reporter.hpp"

#include <algorithm>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vertebra::base {
namespace {

using testing::ElementsAre;

std::vector<std::string> messages(const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> result;
  for (const Diagnostic& one : diagnostics) result.push_back(one.message);
  return result;
}

class ReporterTest : public testing::Test {
 protected:
  Files files;
  int first = files.add("b.yaml", "one\ntwo\n");
  int second = files.add("a.yaml", "three\n");
  Reporter reporter{files};
};

TEST_F(ReporterTest, SortsByFileInTheirOrderThenLineThenColumn) {
  reporter.report(Code::syntax, {second, 1, 1}, "fourth");
  reporter.report(Code::syntax, {first, 2, 1}, "third");
  reporter.report(Code::syntax, {first, 1, 3}, "second");
  reporter.report(Code::syntax, {first, 1, 1}, "first");
  EXPECT_THAT(messages(reporter.take()), ElementsAre("first", "second", "third", "fourth"));
}

TEST_F(ReporterTest, KeepsTheOrderAtOnePlaceAndSaysEqualThingsOnce) {
  reporter.report(Code::syntax, {first, 1, 1}, "b");
  reporter.report(Code::syntax, {first, 1, 1}, "a");
  reporter.report(Code::syntax, {first, 1, 1}, "b");
  reporter.report(Code::syntax, {first, 1, 2}, "b");
  EXPECT_THAT(messages(reporter.take()), ElementsAre("b", "a", "b"));
}

TEST_F(ReporterTest, FillsInFileNameCodeAndExcerpt) {
  reporter.report(Code::unknown_name, {first, 2, 1, 3}, "message", "help");
  const Diagnostic one = reporter.take().at(0);
  EXPECT_EQ(one.severity, Severity::error);
  EXPECT_EQ(one.code, "V0204");
  EXPECT_EQ(one.name, "unknown-name");
  EXPECT_EQ(one.file, "b.yaml");
  EXPECT_EQ(one.line, 2);
  EXPECT_EQ(one.column, 1);
  EXPECT_EQ(one.length, 3);
  EXPECT_EQ(one.excerpt, "two");
  EXPECT_EQ(one.help, "help");
}

TEST_F(ReporterTest, CountsErrorsButNotWarnings) {
  reporter.report(Code::unused, {first, 1, 1}, "w");
  EXPECT_FALSE(reporter.has_errors());
  reporter.report(Code::syntax, {first, 1, 1}, "e");
  EXPECT_EQ(reporter.errors(), 1);
  EXPECT_EQ(reporter.take().size(), 2U);
  EXPECT_FALSE(reporter.has_errors());
  EXPECT_TRUE(reporter.take().empty());
}

TEST(ReporterMemory, DoesNotRepeatAVeryLongLine) {
  Files files;
  const int file = files.add("long.json", std::string(5000, 'x'));
  Reporter reporter{files};
  reporter.report(Code::syntax, {file, 1, 1}, "m");
  EXPECT_EQ(reporter.take().at(0).excerpt, "");
}

TEST(DiagnosticCodes, AreUniqueSortedAndExplained) {
  std::set<std::string_view> names;
  int last = 0;
  for (const CodeInfo& row : all_codes()) {
    EXPECT_GT(static_cast<int>(row.code), last);
    last = static_cast<int>(row.code);
    EXPECT_TRUE(names.insert(row.name).second) << row.name;
    EXPECT_TRUE(row.about.ends_with('.')) << row.name;
    EXPECT_EQ(&info(row.code), &row);
  }
  EXPECT_EQ(info(Code::unused).severity, Severity::warning);
  EXPECT_EQ(make_diagnostic(Code::unknown_fact, "m").code, "V0701");
}

}  // namespace
}  // namespace vertebra::base
