#include "base/json_writer.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>

namespace vertebra::base {
namespace {

struct Escape {
  std::string text;
  std::string expected;
};

// RFC 8259, section 7: the quotation mark, the backslash and U+0000 to U+001F; nothing else must be escaped.
const Escape escapes[] = {
    {"plain", R"("plain")"},
    {"", R"("")"},
    {"a \"word\"", R"("a \"word\"")"},
    {"back\\slash", R"("back\\slash")"},
    {"/", R"("/")"},
    {"\b\f\n\r\t", R"("\b\f\n\r\t")"},
    {std::string("\x01\x1f", 2), R"("\u0001\u001f")"},
    {std::string("\0", 1), R"("\u0000")"},
    {"\x7f", "\"\x7f\""},
    {"38 °C — π", "\"38 °C — π\""},
};

TEST(JsonWriter, EscapesWhatMustBeAndNothingElse) {
  for (const Escape& each : escapes) EXPECT_EQ(json_quoted(each.text), each.expected);
}

TEST(JsonWriter, PutsCommasBetweenAndColonsAfterKeys) {
  JsonWriter json;
  json.begin_object();
  json.member("a", 1);
  json.key("b");
  json.begin_array();
  json.value("x");
  json.begin_object();
  json.end_object();
  json.begin_array();
  json.end_array();
  json.value(true);
  json.end_array();
  json.member("c", false);
  json.end_object();
  EXPECT_EQ(json.take(), R"({"a":1,"b":["x",{},[],true],"c":false})");
}

TEST(JsonWriter, WritesNumbersShortestAndWhole) {
  JsonWriter json;
  json.begin_array();
  json.value(std::numeric_limits<std::int64_t>::min());
  json.value(std::size_t{7});
  json.value(28.0);
  json.value(37.5);
  json.value(0.1);
  json.value(-0.0);
  json.end_array();
  EXPECT_EQ(json.take(), "[-9223372036854775808,7,28,37.5,0.1,0]");
}

TEST(JsonWriter, IsNewAgainAfterTake) {
  JsonWriter json;
  json.value("once");
  EXPECT_EQ(json.take(), "\"once\"");
  json.value(2);
  EXPECT_EQ(json.take(), "2");
}

}  // namespace
}  // namespace vertebra::base
