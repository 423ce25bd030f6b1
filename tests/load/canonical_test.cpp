#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/sha256.hpp"
#include "load/example_rules.hpp"

namespace vertebra::load {
namespace {

std::string canonical(std::vector<NamedText> texts, std::string_view profile = "default") {
  const auto loaded = load(std::move(texts));
  for (const Diagnostic& each : loaded.diagnostics) ADD_FAILURE() << to_string(each);
  if (!loaded.rules) return {};
  return canonical_json(*loaded.rules, *model::find_profile(*loaded.rules, profile));
}

struct Change {
  const char* name;
  std::string_view file;
  std::string_view piece;
  std::string_view instead;
};

class SameMeaning : public testing::TestWithParam<Change> {};
class OtherMeaning : public testing::TestWithParam<Change> {};

const Change same_meaning[] = {
    {"comment", "b_page.yaml", "version: 1.0.0", "# how old\nversion: 1.0.0   # today"},
    {"quotes", "b_page.yaml", "uses: back_pain", "uses: \"back_pain\""},
    {"header_order", "b_page.yaml", "title: How to ease a sore back\nuses: back_pain\n",
     "uses: back_pain\ntitle: How to ease a sore back\n"},
    {"key_order", "e_default.yaml", "rank_by: page\nguards: [safety]", "guards: [safety]\nrank_by: page"},
    {"attribute_order", "b_page.yaml", "{citation: none, funding: none}", "{funding: none, citation: none}"},
    {"strength_order", "b_page.yaml", "{should: 21, consider: 20}", "{consider: 20, should: 21}"},
    {"source_order", "c_page_more.yaml", "  S21: {section: Habits, unspecified: true}\n  X3: {excluded: testimonial}\n",
     "  X3: {excluded: testimonial}\n  S21: {unspecified: true, section: Habits}\n"},
    {"blanks_in_an_expression", "a_vocabulary.yaml", "leg_pain is none and leg_pain_below_knee",
     "leg_pain   is none   and (leg_pain_below_knee)"},
    {"unit_of_a_fact_in_words", "a_vocabulary.yaml", "unit: days", "unit: d"},
    {"plus_sign", "c_page_more.yaml", "points: +8", "points: 8"},
    {"one_source_as_a_list", "d_safety.yaml", "source: C.9", "source: [C.9]"},
    {"number_of_a_range", "a_vocabulary.yaml", "range: [0, 36500]", "range: [0.0, 36500]"},
    {"first_language_alone", "a_vocabulary.yaml", "same_day: Speak", "same_day:\n    en: Speak"},
};

const Change other_meaning[] = {
    {"threshold", "a_vocabulary.yaml", "pain_severity >= 7", "pain_severity >= 8"},
    {"relation", "a_vocabulary.yaml", "pain_severity >= 7", "pain_severity > 7"},
    {"parameter", "c_page_more.yaml", "value: 4 wk", "value: 5 wk"},
    {"points", "c_page_more.yaml", "points: +8", "points: +9"},
    {"level", "b_page.yaml", "level: emergency", "level: same_day"},
    {"text", "b_page.yaml", "That is a fever.", "That is fever."},
    {"translation", "b_page.yaml", "Das ist Fieber.", "Fieber."},
    {"choice", "d_safety.yaml", "(anticoagulant, both)", "(antiplatelet, both)"},
    {"negation", "a_vocabulary.yaml", "never: not fever", "never: fever"},
    {"operator", "b_page.yaml", "past_few_weeks or hot", "past_few_weeks and hot"},
    {"set_aside", "a_vocabulary.yaml", "set_aside: fever", "set_aside: body_temperature"},
    {"block_for_caution", "d_safety.yaml", "cautions: [massage_therapy]", "cautions: [heat]"},
    {"deferral", "e_default.yaml", "from: same_day", "from: emergency"},
    {"role", "e_default.yaml", "guards: [safety]\nconsult: []\ndefer: {by: [page, safety]",
     "guards: []\nconsult: [safety]\ndefer: {by: [page]"},
    {"order_of_treatments", "a_vocabulary.yaml",
     "  heat: {label: Heat, part_of: thermal_therapy}\n  massage_therapy: {label: Massage}\n",
     "  massage_therapy: {label: Massage}\n  heat: {label: Heat, part_of: thermal_therapy}\n"},
    {"order_of_care_levels", "a_vocabulary.yaml",
     "  same_day: Speak to a clinician today\n  emergency: Go to an emergency department now\n",
     "  emergency: Go to an emergency department now\n  same_day: Speak to a clinician today\n"},
    {"code", "a_vocabulary.yaml", "10601006", "23056005"},
    {"version", "b_page.yaml", "version: 1.0.0", "version: 1.0.1"},
};

TEST_P(SameMeaning, LeavesTheCanonicalFormAlone) {
  const Change& change = GetParam();
  EXPECT_EQ(canonical(example_with(change.file, change.piece, change.instead)), canonical(example_texts()));
}

TEST_P(OtherMeaning, ChangesTheHash) {
  const Change& change = GetParam();
  EXPECT_NE(base::sha256_hex(canonical(example_with(change.file, change.piece, change.instead))),
            base::sha256_hex(canonical(example_texts())));
}

const auto name_of = [](const auto& each) { return std::string{each.param.name}; };
INSTANTIATE_TEST_SUITE_P(Layout, SameMeaning, testing::ValuesIn(same_meaning), name_of);
INSTANTIATE_TEST_SUITE_P(Rules, OtherMeaning, testing::ValuesIn(other_meaning), name_of);

TEST(CanonicalForm, HoldsOnlyTheGuidesInUse) {
  const auto changed = example_with("d_safety.yaml", "Blood thinners make", "Thin blood makes");
  EXPECT_EQ(canonical(changed, "page"), canonical(example_texts(), "page"));
  EXPECT_NE(canonical(changed), canonical(example_texts()));
}

// Written out by hand: keys in byte order, order that is meaning as arrays, expressions as what they mean.
TEST(CanonicalForm, OfScoresAndPropertiesIsThisText) {
  const std::vector<NamedText> texts{
      {"a.yaml",
       "vocabulary: v\nversion: 1.0.0\ncare_levels: {low: Low, high: High}\nfacts:\n  fever: {type: boolean}\n"
       "treatments:\n  tea: {label: Tea}\n"},
      {"b.yaml",
       "guide: g\nuses: v\nsources:\n  S1: {says: So.}\nscores:\n"
       "  back: {sum: {leg: {points: +2, when: fever}}, bands: {some: 2 .. 2, few: 0 .. 1}, source: S1}\n"
       "properties:\n  z: {holds: \"back >= 1 implies not (care < high or score(tea) > -3)\"}\n"
       "  a: {holds: \"at least 1 of (fever is unknown, offered(tea), blocked(tea))\"}\n"}};
  EXPECT_EQ(
      canonical(texts, "g"),
      R"({"canonical":"1","guides":{"g":{)"
      R"("properties":{)"
      R"("a":{"holds":{"at_least":1,"of":[{"not":{"known":{"fact":"fever"}}},{"offered":"tea"},{"blocked":"tea"}]}},)"
      R"("z":{"holds":{"implies":[{">=":1,"score":"back"},)"
      R"({"not":{"any":[{"care":{"<":"high"}},{">":-3,"points_of":"tea"}]}}]}}},)"
      R"("scores":[{"bands":{"few":[0,1],"some":[2,2]},"id":"back","source":["S1"],)"
      R"("sum":{"leg":{"points":2,"when":{"fact":"fever"}}}}],)"
      R"("sources":{"S1":{"says":"So."}},"status":"active"}},)"
      R"("profile":{"id":"g","rank_by":"g"},)"
      R"("vocabulary":{"care_levels":[{"id":"low","label":"Low"},{"id":"high","label":"High"}],)"
      R"("facts":[{"id":"fever","type":"boolean"}],)"
      R"("id":"v","languages":["en"],"treatments":[{"id":"tea","label":"Tea"}],"version":"1.0.0"}})");
}

TEST(CanonicalForm, IsThisText) {
  const std::vector<NamedText> texts{
      {"a.yaml",
       "vocabulary: v\nversion: 1.0.0\ncare_levels: {low: Low, high: High}\nfacts:\n  fever: {type: boolean}\n"
       "  heat: {type: quantity, unit: °C, range: [30, 43.5]}\ntreatments:\n  tea: {label: Tea}\n"},
      {"b.yaml",
       "guide: g\nuses: v\nscope: not fever or heat < 37 Cel\nsources:\n  S1: {says: \"Say \\\"tea\\\".\"}\n"
       "red_flags:\n  hot: {when: fever, source: S1, because: Hot., level: high}\n"
       "treatments:\n  tea: {source: S1, position: favors}\n"}};
  EXPECT_EQ(canonical(texts, "g"),
            R"({"canonical":"1","guides":{"g":{)"
            R"("red_flags":[{"because":"Hot.","id":"hot","level":"high","source":["S1"],"when":{"fact":"fever"}}],)"
            R"("scope":{"any":[{"not":{"fact":"fever"}},{"<":37,"fact":"heat"}]},)"
            R"("sources":{"S1":{"says":"Say \"tea\"."}},"status":"active",)"
            R"("treatments":[{"id":"tea","position":"favors","source":["S1"]}]}},)"
            R"("profile":{"id":"g","rank_by":"g"},)"
            R"("vocabulary":{"care_levels":[{"id":"low","label":"Low"},{"id":"high","label":"High"}],)"
            R"("facts":[{"id":"fever","type":"boolean"},)"
            R"({"id":"heat","range":[30,43.5],"type":"quantity","unit":"Cel"}],)"
            R"("id":"v","languages":["en"],"treatments":[{"id":"tea","label":"Tea"}],"version":"1.0.0"}})");
}

void expect_sorted_keys(const boost::json::value& value) {
  if (value.is_array())
    for (const auto& item : value.get_array()) expect_sorted_keys(item);
  if (!value.is_object()) return;
  std::string_view before;
  for (const auto& [key, member] : value.get_object()) {
    const std::string_view name{key.data(), key.size()};
    EXPECT_LT(before, name);
    before = name;
    expect_sorted_keys(member);
  }
}

TEST(CanonicalForm, IsJsonWithSortedKeysEverywhere) {
  const auto whole = boost::json::parse(canonical(example_texts()));
  EXPECT_EQ(whole.as_object().size(), 4U);
  expect_sorted_keys(whole);
}

}  // namespace
}  // namespace vertebra::load
