#include "batch/csv_line.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace vertebra::batch {
namespace {

using testing::ElementsAre;

std::vector<std::string> texts(std::string_view line) {
  std::vector<CsvField> fields;
  EXPECT_FALSE(split_csv(line, fields)) << line;
  std::vector<std::string> list;
  for (const CsvField& each : fields) list.push_back(each.text);
  return list;
}

std::size_t error_byte(std::string_view line) {
  std::vector<CsvField> fields;
  const auto error = split_csv(line, fields);
  return error ? error->byte : line.size() + 1;
}

TEST(CsvLine, IsSplitAtCommasOutsideQuotes) {
  EXPECT_THAT(texts("a,b"), ElementsAre("a", "b"));
  EXPECT_THAT(texts("a,"), ElementsAre("a", ""));
  EXPECT_THAT(texts(","), ElementsAre("", ""));
  EXPECT_THAT(texts(""), ElementsAre(""));
  EXPECT_THAT(texts("\"a,b\",\"\",\"say \"\"no\"\"\""), ElementsAre("a,b", "", "say \"no\""));
  EXPECT_THAT(texts(" a , b "), ElementsAre(" a ", " b ")) << "blanks belong to the field";
}

TEST(CsvLine, NamesTheByteOfAStrayQuote) {
  EXPECT_EQ(error_byte("a,\"b"), 2U);
  EXPECT_EQ(error_byte("a,b\"c"), 3U);
  EXPECT_EQ(error_byte("\"a\"b,c"), 3U);
}

RC_GTEST_PROP(CsvLine, ReadsBackWhatWasQuoted, ()) {
  const auto fields = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(
      rc::gen::container<std::string>(rc::gen::elementOf(std::string{"ab,\" "}))));
  std::string line;
  for (const std::string& each : fields) line += (&each == &fields.front() ? "" : ",") + csv_quoted(each);
  RC_ASSERT(texts(line) == fields);
}

}  // namespace
}  // namespace vertebra::batch
