#include "document/reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"

namespace vertebra::document {
namespace {

using testing::ElementsAre;

// Keeps the text, the tree and the problems together.
struct Reading {
  base::Files files;
  std::optional<Node> root;
  std::vector<Diagnostic> problems;

  explicit Reading(std::string text, Format format = Format::yaml) {
    const int file = files.add(format == Format::json ? "a.json" : "a.yaml", std::move(text));
    base::Reporter reporter{files};
    root = read(files, file, format, reporter);
    problems = reporter.take();
  }
  const Node& value(std::string_view key) const { return *root->find(key); }
};

std::string at(const base::Place& place) {
  return std::to_string(place.line) + ":" + std::to_string(place.column) + "+" + std::to_string(place.length);
}

TEST(Yaml, KeepsOrderTextAndPlaces) {
  const Reading reading{"# c\nfacts:\n  fever:\n    type: boolean\n  age: {unit: a, range: [0, 130]}\n"};
  ASSERT_TRUE(reading.root) << reading.problems.front().message;
  const Node& facts = reading.value("facts");
  ASSERT_EQ(facts.entries.size(), 2U);
  EXPECT_EQ(facts.entries[0].key, "fever");
  EXPECT_EQ(at(facts.entries[0].place), "3:3+5");
  EXPECT_EQ(at(facts.entries[0].value.place), "4:5+1");
  EXPECT_EQ(at(facts.entries[0].value.find("type")->place), "4:11+7");
  const Node& range = *facts.entries[1].value.find("range");
  EXPECT_TRUE(range.is_list());
  EXPECT_EQ(at(range.place), "5:25+1");
  EXPECT_EQ(range.items[1].text, "130");
  EXPECT_EQ(at(range.items[1].place), "5:29+3");
  EXPECT_EQ(facts.find("nothing"), nullptr);
}

TEST(Yaml, TellsPlainQuotedAndBlockApart) {
  const Reading reading{"a: yes\nb: \"yes\"\nc: 'it''s'\nd: |\n  one\n  two\ne: null\nf: \"null\"\n"};
  ASSERT_TRUE(reading.root);
  EXPECT_EQ(reading.value("a").style, Style::plain);
  EXPECT_EQ(reading.value("b").style, Style::quoted);
  EXPECT_EQ(reading.value("b").text, "yes");
  EXPECT_EQ(reading.value("c").text, "it's");
  EXPECT_EQ(reading.value("d").style, Style::block);
  EXPECT_EQ(reading.value("d").text, "one\ntwo\n");
  EXPECT_EQ(reading.value("e").style, Style::plain);
  EXPECT_EQ(reading.value("e").text, "null");
  EXPECT_EQ(reading.value("f").style, Style::quoted);
}

TEST(Yaml, CountsCodePointsWhereverTheyStand) {
  // é and the bone are one column each, whatever their bytes.
  const Reading reading{"größe: {é: [\"ü\", \xF0\x9F\xA6\xB4, x]}\nb: y\n"};
  ASSERT_TRUE(reading.root);
  EXPECT_EQ(at(reading.root->entries[0].place), "1:1+5");
  const Node& map = reading.root->entries[0].value;
  EXPECT_EQ(at(map.place), "1:8+1");
  EXPECT_EQ(at(map.entries[0].place), "1:9+1");
  const Node& list = map.entries[0].value;
  EXPECT_EQ(at(list.items[0].place), "1:13+3");
  EXPECT_EQ(at(list.items[1].place), "1:18+1");
  EXPECT_EQ(at(list.items[2].place), "1:21+1");
  EXPECT_EQ(at(reading.value("b").place), "2:4+1");
}

// More code points than the steps in which places are looked up, and some across their borders.
TEST(Yaml, FindsPlacesFarIntoALine) {
  std::string list;
  for (int i = 0; i < 2000; ++i) list += i % 3 == 0 ? "é, " : "xy, ";
  const Reading reading{"a: [" + list + "z]\n"};
  ASSERT_TRUE(reading.root);
  const auto& items = reading.value("a").items;
  int column = 5;
  for (const Node& item : items) {
    ASSERT_EQ(item.place.column, column);
    column += static_cast<int>(base::count_code_points(item.text)) + 2;
  }
}

TEST(Yaml, AByteOrderMarkAndCarriageReturnsTakeNoColumn) {
  const Reading reading{
      "\xEF\xBB\xBF"
      "a: 1\r\nb: \"é\"\r\nc: |\r\n  x\r\n  y\r\nd: 2\r\n"};
  ASSERT_TRUE(reading.root);
  EXPECT_EQ(at(reading.root->entries[0].place), "1:1+1");
  EXPECT_EQ(at(reading.value("b").place), "2:4+3");
  EXPECT_EQ(reading.value("c").text, "x\ny\n");
  EXPECT_EQ(at(reading.value("d").place), "6:4+1");
}

TEST(Yaml, SaysWhatIsWrongAndWhatNext) {
  const auto only = [](std::string text) {
    const Reading reading{std::move(text)};
    const Diagnostic& first = reading.problems.at(0);
    return first.message + " / " + first.help;
  };
  EXPECT_EQ(only("a: 1\nb: 2\na: 3\n"), "`a` stands here again; it was given on line 1 / keep one of the two");
  EXPECT_EQ(only("{a:1}"), "`a:1` is not a key / missing space after `:`? quote a text that holds one");
  EXPECT_EQ(only("a: {b: Pain, sharp}"),
            "`sharp` has no value / is it part of a text with a comma inside `{ }`? quote the text");
  EXPECT_EQ(only("a: [b}"), "`}` closes nothing that is open here / quote a text that holds `}`");
}

TEST(Yaml, ReportsManyProblemsOfOneFileInOrder) {
  const Reading reading{"a: 1\na: 2\n\"b\": 3\nc: !x 4\nd:\ne: [f: g]\nh: i: j\nk: ~\n"};
  std::vector<std::string> found;
  for (const Diagnostic& one : reading.problems) found.push_back(one.code + " " + std::to_string(one.line));
  // The syntax error of line 7 ends the file.
  EXPECT_THAT(found, ElementsAre("V0107 2", "V0111 3", "V0108 4", "V0112 5", "V0113 6", "V0105 7"));
}

TEST(Json, KeepsOrderRawNumbersAndPlaces) {
  const Reading reading{
      "{\"a\": 1.50,\n \"b\\u00e9\": [true, null, \"x\\\"y\", -2e3],\n \"c\": {\"d\": \"é\", \"e\": {}}}\n",
      Format::json};
  ASSERT_TRUE(reading.root);
  EXPECT_EQ(reading.value("a").text, "1.50");
  EXPECT_EQ(reading.value("a").style, Style::plain);
  EXPECT_EQ(at(reading.value("a").place), "1:7+4");
  EXPECT_EQ(reading.root->entries[1].key, "bé");
  EXPECT_EQ(at(reading.root->entries[1].place), "2:2+9");
  const Node& list = reading.root->entries[1].value;
  EXPECT_EQ(at(list.place), "2:13+1");
  EXPECT_EQ(list.items[0].text, "true");
  EXPECT_EQ(list.items[1].text, "null");
  EXPECT_EQ(list.items[1].style, Style::plain);
  EXPECT_EQ(list.items[2].text, "x\"y");
  EXPECT_EQ(at(list.items[2].place), "2:26+6");
  EXPECT_EQ(list.items[3].text, "-2e3");
  EXPECT_EQ(at(list.items[3].place), "2:34+4");
  const Node& map = reading.value("c");
  EXPECT_EQ(map.find("d")->style, Style::quoted);
  EXPECT_EQ(at(map.entries[1].place), "3:18+3");
  EXPECT_TRUE(map.find("e")->is_map());
}

TEST(Format, FollowsTheName) {
  EXPECT_EQ(format_of("a/b.json"), Format::json);
  EXPECT_EQ(format_of("a.json/b.yaml"), Format::yaml);
  EXPECT_EQ(format_of("a.yml"), Format::yaml);
  EXPECT_EQ(format_of(""), Format::yaml);
}

// `text` in the scalar of key `a`: where is it?
std::string found_at(const Reading& reading, std::string_view text) {
  const Node& scalar = reading.value("a");
  const std::size_t offset = scalar.text.find(text);
  return at(PlacesIn{scalar}.at(offset, static_cast<int>(base::count_code_points(text))));
}

TEST(PlaceIn, IsExactForPlainQuotedAndBlockText) {
  EXPECT_EQ(found_at(Reading{"a: fever or fevr"}, "fevr"), "1:13+4");
  EXPECT_EQ(found_at(Reading{"a: é or fevr"}, "fevr"), "1:9+4");
  EXPECT_EQ(found_at(Reading{"a: \"é or fevr\""}, "fevr"), "1:10+4");
  EXPECT_EQ(found_at(Reading{"a: 'x or fevr'"}, "fevr"), "1:10+4");
  EXPECT_EQ(found_at(Reading{"a: |\n  é or\n  x and fevr\n"}, "fevr"), "3:9+4");
  EXPECT_EQ(found_at(Reading{"a: |\n  é or\n  x and fevr\n"}, "é"), "2:3+1");
  EXPECT_EQ(found_at(Reading{"a: |-  # note\r\n\r\n     x\r\n       fevr\r\nb: 1\r\n"}, "fevr"), "4:8+4");
  EXPECT_EQ(found_at(Reading{"a: |2\n    fevr\n"}, "fevr"), "2:5+4");
  EXPECT_EQ(found_at(Reading{"{\"a\": \"é or fevr\"}", Format::json}, "fevr"), "1:13+4");
}

TEST(PlaceIn, IsTheWholeTextWhereEscapesMoveIt) {
  EXPECT_EQ(found_at(Reading{"a: \"\\u00e9 or fevr\""}, "fevr"), "1:4+16");
  EXPECT_EQ(found_at(Reading{"a: 'it''s fevr'"}, "fevr"), "1:4+12");
  EXPECT_EQ(found_at(Reading{"{\"a\": \"\\u00e9 or fevr\"}", Format::json}, "fevr"), "1:7+16");
}

constexpr std::string_view middle_sized_yaml = R"(guide: spine_pro
# größe
parameters:
  few_weeks: {value: 28 d, range: [14 d, 42 d], source: I-1}
sources:
  S40: {section: "When to Seek Help", says: 'It''s time.'}
red_flags:
  persistent_pain:
    level: same_day
    when: |
      past_few_weeks
        or severe
    because: Länger als ein paar Wochen.
    source: [S40,
             I-1]
)";

constexpr std::string_view middle_sized_json =
    R"({"guide": "spine_pro", "größe": [1.5, -2e3, true, null, "é\n\u00e9\"x"],
  "red_flags": {"persistent_pain": {"level": "same_day", "source": ["S40", "I-1"], "empty": {}}}})";

// A text cut anywhere is read or refused, never both and never neither.
void cut_everywhere(std::string_view text, Format format, std::size_t most_accepted) {
  ASSERT_TRUE(Reading(std::string{text}, format).root);
  std::size_t accepted = 0;
  for (std::size_t size = 0; size < text.size(); ++size) {
    const Reading reading{std::string{text.substr(0, size)}, format};
    EXPECT_EQ(reading.root.has_value(), reading.problems.empty()) << size;
    if (reading.root) ++accepted;
  }
  EXPECT_LE(accepted, most_accepted);
}

TEST(Truncation, NeverPassesInSilence) {
  cut_everywhere(middle_sized_yaml, Format::yaml, middle_sized_yaml.size() / 2);
  cut_everywhere(middle_sized_json, Format::json, 0);  // No beginning of this JSON is JSON.
}

}  // namespace
}  // namespace vertebra::document
