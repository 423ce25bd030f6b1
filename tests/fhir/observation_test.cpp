#include <gtest/gtest.h>

#include "fhir/fhir_fixture.hpp"

// What observations say, by value, unit, status and time. as_of is 31 January 2026; the fixture's observations are of the
// day before. pain counts for 2 days, fever for 3, weight and filtration for 365.
namespace vertebra::fhir::testing {
namespace {

struct ObservationCase {
  const char* what;
  std::string resource;
  const char* answers;
  const char* skipped;
};

void expect_cases(const std::vector<ObservationCase>& rows) {
  for (const ObservationCase& row : rows) {
    EXPECT_EQ(answers_in(row.resource), row.answers) << row.what;
    EXPECT_EQ(skips_in(row.resource), row.skipped) << row.what;
  }
}

std::string weight(std::string_view quantity) {
  return observation(loinc, "29463-7", R"("valueQuantity":)" + std::string{quantity});
}
std::string pain(std::string_view members) { return observation(loinc, "72514-3", members); }
std::string filtration(std::string_view comparator) {
  return observation(loinc, "98979-8",
                     R"("valueQuantity":{"value":60,"comparator":")" + std::string{comparator} +
                         R"(","system":"http://unitsofmeasure.org","code":"mL/min/{1.73_m2}"})");
}
std::string fever(std::string_view members) { return observation(snomed, "386", members); }

constexpr const char* ucum = R"("system":"http://unitsofmeasure.org",)";

TEST(ObservationTest, QuantitiesAreReadInTheirUnit) {
  const std::string at = "Observation/o29463-7: `weight`: ";
  const auto skip = [&](const char* reason) { return at + reason; };
  const std::string unknown = skip("its unit is not one that is known here"), none = skip("its number has no unit"),
                    other = skip("its unit does not convert into that of the fact"),
                    system = skip("its unit is not said to be one of UCUM"),
                    outside = skip("its number is outside the range of the fact"),
                    no_number = skip("its quantity has no number");
  const auto with_unit = [](std::string_view code, std::string_view value) {
    return weight(std::string{"{"} + ucum + R"("code":")" + std::string{code} + R"(","value":)" + std::string{value} +
                  "}");
  };
  expect_cases({
      {"kilograms", with_unit("kg", "80.5"), "weight=80.5 kg", "-"},
      {"grams", with_unit("g", "80500"), "weight=80.5 kg", "-"},
      {"pounds", with_unit("[lb_av]", "100"), "weight=45.359237 kg", "-"},
      {"an exponent", with_unit("kg", "8.05e1"), "weight=80.5 kg", "-"},
      {"only a unit that is shown, spelled as UCUM", weight(R"({"value":80,"unit":"kg"})"), "weight=80 kg", "-"},
      {"the code counts, not what is shown",
       weight(std::string{"{"} + ucum + R"("code":"g","unit":"kg","value":80000})"), "weight=80 kg", "-"},
      {"only a unit that is shown, in words", weight(R"({"value":80,"unit":"kilograms"})"), "-", unknown.c_str()},
      {"stones", with_unit("[stone_av]", "12"), "-", unknown.c_str()},
      {"an author's word is no UCUM", with_unit("days", "12"), "-", unknown.c_str()},
      {"days", with_unit("d", "12"), "-", other.c_str()},
      {"no unit", weight(R"({"value":80})"), "-", none.c_str()},
      {"a code without system", weight(R"({"value":80,"code":"kg"})"), "-", system.c_str()},
      {"a code of another system", weight(R"({"value":80,"code":"kg","system":"http://x"})"), "-", system.c_str()},
      {"too heavy", with_unit("kg", "651"), "-", outside.c_str()},
      {"the heaviest", with_unit("kg", "650"), "weight=650 kg", "-"},
      {"below the range", with_unit("kg", "0.5"), "-", outside.c_str()},
      {"no number", weight(std::string{"{"} + ucum + R"("code":"kg"})"), "-", no_number.c_str()},
      {"beyond any number", with_unit("kg", "1e999"), "-", no_number.c_str()},
  });
}

TEST(ObservationTest, ComparatorsLeaveARange) {
  expect_cases({
      {"below", filtration("<"), "filtration=0..59.999999999 mL/min/{1.73_m2}", "-"},
      {"at most", filtration("<="), "filtration=0..60 mL/min/{1.73_m2}", "-"},
      {"at least", filtration(">="), "filtration=60..250 mL/min/{1.73_m2}", "-"},
      {"above", filtration(">"), "filtration=60.000000001..250 mL/min/{1.73_m2}", "-"},
      {"sufficient for", filtration("ad"), "-",
       "Observation/o98979-8: `filtration`: its comparator is not one of FHIR's"},
  });
}

TEST(ObservationTest, ScoresHaveNoUnit) {
  const char* const no_unit = "Observation/o29463-7: `weight`: its number has no unit";
  expect_cases({
      {"an annotation", pain(std::string{"\"valueQuantity\":{"} + ucum + R"("code":"{score}","value":7})"),
       "pain=7 {score}", "-"},
      {"another annotation", pain(std::string{"\"valueQuantity\":{"} + ucum + R"("code":"{Points}","value":7})"),
       "pain=7 {score}", "-"},
      {"the number one", pain(std::string{"\"valueQuantity\":{"} + ucum + R"("code":"1","value":7})"), "pain=7 {score}",
       "-"},
      {"nothing", pain(R"("valueQuantity":{"value":7})"), "pain=7 {score}", "-"},
      {"an integer", pain(R"("valueInteger":7)"), "pain=7 {score}", "-"},
      {"an integer for what has a unit", observation(loinc, "29463-7", R"("valueInteger":80)"), "-", no_unit},
      {"per cent", pain(std::string{"\"valueQuantity\":{"} + ucum + R"("code":"%","value":7})"), "-",
       "Observation/o72514-3: `pain`: its unit does not convert into that of the fact"},
      {"beyond the scale", pain(R"("valueInteger":11)"), "-",
       "Observation/o72514-3: `pain`: its number is outside the range of the fact"},
  });
}

TEST(ObservationTest, RangesKeepBothEnds) {
  expect_cases({
      {"both", pain(R"("valueRange":{"low":{"value":3},"high":{"value":5}})"), "pain=3..5 {score}", "-"},
      {"one", pain(R"("valueRange":{"low":{"value":3}})"), "pain=3..10 {score}", "-"},
      {"none", pain(R"("valueRange":{})"), "-", "Observation/o72514-3: `pain`: its range leaves every number open"},
      {"turned round", pain(R"("valueRange":{"low":{"value":5},"high":{"value":3}})"), "-",
       "Observation/o72514-3: `pain`: its range ends before it begins"},
  });
}

TEST(ObservationTest, EveryOtherValueIsReportedForANumber) {
  const char* const other = "Observation/o72514-3: `pain`: its value is not of a kind from which the fact is read";
  for (const char* each :
       {R"("valueString":"7")", R"("valueBoolean":true)", R"("valueCodeableConcept":{"text":"7"})",
        R"("valueRatio":{"numerator":{"value":7}})", R"("valueSampledData":{})", R"("valueTime":"12:00:00")",
        R"("valueDateTime":"2026-01-01")", R"("valuePeriod":{"start":"2026"})"}) {
    EXPECT_EQ(answers_in(pain(each)), "-") << each;
    EXPECT_EQ(skips_in(pain(each)), other) << each;
  }
  EXPECT_EQ(skips_in(pain("")), "Observation/o72514-3: `pain`: it has no value");
  EXPECT_EQ(skips_in(pain(R"("dataAbsentReason":{"text":"asked"})")),
            "Observation/o72514-3: `pain`: it says that the value is absent");
}

TEST(ObservationTest, YesAndNoMayBeFlagsOrCodes) {
  const auto coded = [](std::string_view system, std::string_view code) {
    return R"("valueCodeableConcept":)" + concept_of(system, code);
  };
  const char* const unclear = "Observation/o386: `fever`: the code of its value is not one that is known here";
  expect_cases({
      {"true", fever(R"("valueBoolean":true)"), "fever=yes", "-"},
      {"false", fever(R"("valueBoolean":false)"), "fever=no", "-"},
      {"yes", fever(coded(loinc, "LA33-6")), "fever=yes", "-"},
      {"no", fever(coded(loinc, "LA32-8")), "fever=no", "-"},
      {"present", fever(coded(snomed, "52101")), "fever=yes", "-"},
      {"absent", fever(coded(snomed, "2667")), "fever=no", "-"},
      {"a code of another system", fever(coded(loinc, "2667")), "-", unclear},
      {"words", fever(R"("valueCodeableConcept":{"text":"yes"})"), "-", unclear},
      {"a text", fever(R"("valueString":"yes")"), "-",
       "Observation/o386: `fever`: its value is not of a kind from which the fact is read"},
      {"both",
       fever(R"("valueCodeableConcept":{"coding":[{"system":"http://loinc.org","code":"LA33-6"},)"
             R"({"system":"http://snomed.info/sct","code":"2667"}]})"),
       "-", "Observation/o386: `fever`: the codes of its value contradict each other"},
      {"no to something narrower", observation(snomed, "106", R"("valueBoolean":false)"), "-",
       "Observation/o106: `leg_pain`: it says no to something narrower than the fact"},
      {"yes to something narrower", observation(snomed, "106", R"("valueBoolean":true)"), "leg_pain=one_leg|both_legs",
       "-"},
      {"an answer of the vocabulary", observation(loinc, "82810-3", coded(snomed, "773")), "pregnant=yes", "-"},
      {"an answer that says nothing of today", observation(loinc, "82810-3", coded(snomed, "600")), "-",
       "Observation/o82810-3: `pregnant`: its value leaves every answer open"},
      {"an answer to another fact", observation(loinc, "82810-3", coded(snomed, "363")), "-",
       "Observation/o82810-3: `pregnant`: the code of its value is not one that is known here"},
      {"no to a question is every answer without it", observation(loinc, "82810-3", coded(loinc, "LA32-8")),
       "pregnant=no", "-"},
  });
}

TEST(ObservationTest, StatusDecidesWhetherItCounts) {
  const auto with = [](std::string_view status) {
    return fever(R"("valueBoolean":true,"status":")" + std::string{status} + "\"");
  };
  for (const char* each : {"final", "amended", "corrected"}) EXPECT_EQ(answers_in(with(each)), "fever=yes") << each;
  for (const char* each : {"preliminary", "registered", "unknown", "done"}) {
    EXPECT_EQ(answers_in(with(each)), "-") << each;
    EXPECT_EQ(skips_in(with(each)), "Observation/o386: `fever`: its status does not count") << each;
  }
  EXPECT_EQ(skips_in(with("entered-in-error")), "Observation/o386: `fever`: it was entered in error");
  EXPECT_EQ(skips_in(with("cancelled")), "Observation/o386: `fever`: it was not done");
  EXPECT_EQ(skips_in(R"({"resourceType":"Observation","valueBoolean":true,"code":)" + concept_of(snomed, "386") + "}"),
            "Observation: `fever`: it has no status");
}

std::string fever_on(std::string_view when, std::string_view value, std::string_view id) {
  return R"({"resourceType":"Observation","id":")" + std::string{id} + R"(","status":"final","code":)" +
         concept_of(snomed, "386") + R"(,"valueBoolean":)" + std::string{value} + "," + std::string{when} + "}";
}

TEST(ObservationTest, OnlyRecentOnesCount) {
  const auto on = [](std::string_view when) { return fever_on(when, "true", "o"); };
  const char* const old = "Observation/o: `fever`: it is older than the mapping lets it count";
  expect_cases({
      {"three days ago", on(R"("effectiveDateTime":"2026-01-28")"), "fever=yes", "-"},
      {"four days ago", on(R"("effectiveDateTime":"2026-01-27T23:59:59Z")"), "-", old},
      {"some day of this month", on(R"("effectiveDateTime":"2026-01")"), "fever=yes", "-"},
      {"some day of last month", on(R"("effectiveDateTime":"2025-12")"), "-", old},
      {"an instant", on(R"("effectiveInstant":"2026-01-30T10:00:00Z")"), "fever=yes", "-"},
      {"a period that ended lately", on(R"("effectivePeriod":{"start":"2025","end":"2026-01-30"})"), "fever=yes", "-"},
      {"a period that ended long ago", on(R"("effectivePeriod":{"start":"2024","end":"2025-01-30"})"), "-", old},
      {"only issued", on(R"("issued":"2026-01-30T10:00:00Z")"), "fever=yes", "-"},
      {"without a date", on(R"("effectiveTiming":{})"), "-",
       "Observation/o: `fever`: it has no date, and only recent ones count"},
      {"tomorrow", on(R"("effectiveDateTime":"2026-02-01")"), "-",
       "Observation/o: `fever`: it begins after the day of evaluation"},
      {"no date at all", on(R"("effectiveDateTime":"lately")"), "-",
       "Observation/o: `fever`: a date is not written as FHIR writes dates"},
  });
}

TEST(ObservationTest, TheNewestCounts) {
  const auto at = [](std::string_view when, std::string_view value, std::string_view id) {
    return fever_on(R"("effectiveDateTime":")" + std::string{when} + "\"", value, id);
  };
  EXPECT_EQ(answers_in(bundle({at("2026-01-30", "true", "a"), at("2026-01-28", "false", "b")})), "fever=yes");
  EXPECT_EQ(answers_in(bundle({at("2026-01-28", "false", "b"), at("2026-01-30", "true", "a")})), "fever=yes");
  EXPECT_EQ(skips_in(bundle({at("2026-01-28", "false", "b"), at("2026-01-30", "true", "a")})),
            "Observation: 1 entry: a newer entry answers the same");
  // Within one day the time decides, in whatever zone it is written: 09:00+02:00 is before 08:00Z.
  EXPECT_EQ(
      answers_in(bundle({at("2026-01-30T09:00:00+02:00", "true", "a"), at("2026-01-30T08:00:00Z", "false", "b")})),
      "fever=no");
  // Neither is certainly the newer one.
  const std::string tie = bundle({at("2026-01-30", "true", "a"), at("2026-01-30T08:00:00Z", "false", "b")});
  EXPECT_EQ(answers_in(tie), "-");
  EXPECT_EQ(skips_in(tie),
            "Observation/a: `fever`: entries of the same time contradict each other, so it stays unknown; "
            "Observation/b: `fever`: entries of the same time contradict each other, so it stays unknown");
}

TEST(ObservationTest, NumbersThatMayBeTheNewestAreJoined) {
  const auto at = [](std::string_view when, int value) {
    return R"({"resourceType":"Observation","status":"final","effectiveDateTime":")" + std::string{when} +
           R"(","valueInteger":)" + std::to_string(value) + R"(,"code":)" + concept_of(loinc, "72514-3") + "}";
  };
  EXPECT_EQ(answers_in(bundle({at("2026-01-30", 7), at("2026-01-30", 4), at("2026-01-29", 1)})), "pain=4..7 {score}");
  EXPECT_EQ(answers_in(bundle({at("2026-01-31T08:00:00Z", 7), at("2026-01-31T09:00:00Z", 4)})), "pain=4 {score}");
}

TEST(ObservationTest, ComponentsAreReadByTheirOwnCodes) {
  const std::string panel =
      R"({"resourceType":"Observation","id":"p","status":"final","effectiveDateTime":"2026-01-30","code":{"text":"panel"},)"
      R"("component":[{"code":{"text":"x"},"valueString":"x"},{"code":)" +
      concept_of(loinc, "72514-3") + R"(,"valueInteger":6},{"code":)" + concept_of(snomed, "386") +
      R"(,"dataAbsentReason":{"text":"not asked"}}]})";
  EXPECT_EQ(answers_in(panel), "pain=6 {score}");
  EXPECT_EQ(skips_in(panel), "Observation/p: `fever`: it says that the value is absent");
}

TEST(ObservationTest, WhatMayMeanSomethingElseIsNotUsed) {
  EXPECT_EQ(skips_in(fever(R"("valueBoolean":true,"modifierExtension":[{"url":"http://x","valueBoolean":true}])")),
            "Observation/o386: `fever`: it has an extension that may change its meaning");
  EXPECT_EQ(skips_in(fever(R"("valueBoolean":true,"implicitRules":"http://x")")),
            "Observation/o386: `fever`: it has an extension that may change its meaning");
  EXPECT_EQ(skips_in(fever(R"("valueBoolean":true,"focus":[{"reference":"Patient/child"}])")),
            "Observation/o386: `fever`: it is about somebody or something else");
}

TEST(ObservationTest, ElementsOfAnotherTypeLeaveTheWholeEntryOut) {
  for (const char* each :
       {R"("status":1)", R"("effectiveDateTime":{})", R"("effectivePeriod":"2026")", R"("effectivePeriod":{"end":1})",
        R"("valueBoolean":"true")", R"("valueQuantity":7)", R"("valueQuantity":{"value":"7"})",
        R"("valueQuantity":{"value":7,"code":1})", R"("valueCodeableConcept":"yes")", R"("valueInteger":"7")",
        R"("component":{"code":{}})", R"("component":["x"])", R"("component":[{"code":1}])",
        R"("valueRange":{"low":7})", R"("issued":true)", R"("subject":"Patient/p")"}) {
    EXPECT_EQ(answers_in(fever(each)), "-") << each;
    EXPECT_EQ(skips_in(fever(each)), "Observation/o386: an element is not of the type that FHIR R4 gives it") << each;
  }
}

TEST(ObservationTest, WithoutACodeOfAFactItIsCounted) {
  EXPECT_EQ(skips_in(observation(loinc, "1-8", R"("valueInteger":1)")),
            "Observation: 1 entry: no fact is read from the code");
  EXPECT_EQ(skips_in(R"({"resourceType":"Observation","status":"final","valueInteger":1})"),
            "Observation: 1 entry: it has no code");
  EXPECT_EQ(skips_in(observation(loinc, "386", R"("valueBoolean":true)")),
            "Observation/o386: a code of the vocabulary stands under another code system");
}

}  // namespace
}  // namespace vertebra::fhir::testing
