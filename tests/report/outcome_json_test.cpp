#include "report/outcome_json.hpp"

#include <gtest/gtest.h>

#include "report/sample_outcome.hpp"

namespace vertebra {
namespace {

// The text without the blanks between its tokens, so that expectations can be laid out for reading.
std::string compact(std::string_view json) {
  std::string out;
  bool quoted = false;
  for (const char character : json) {
    if (character == '"') quoted = !quoted;
    if (quoted || (character != ' ' && character != '\n')) out += character;
  }
  return out;
}

// The example of rule-language section 5, key by key, without what this outcome does not hold (overlays).
constexpr std::string_view contract = R"({
  "vertebra": "1", "as_of": "2026-01-31",
  "rule_set": {"profile": "default", "hash": "sha256:00ff", "guides": [{"id": "spine_pro", "version": "1.0.0", "scope": "yes"}]},
  "care": {"least": "same_day", "most": "emergency", "deferral_waits_on": ["saddle_numbness"]},
  "red_flags": [{"id": "persistent_pain", "guide": "spine_pro", "truth": "yes", "level": "same_day", "because": "The pain has lasted longer than a few weeks.", "source": "S40", "facts": ["pain_duration"]},
                {"id": "cauda_equina", "guide": "red_flag_tiers", "truth": "unknown", "level": "emergency", "because": "The nerves at the end of the spine may be pressed.", "source": "R-1", "depends_on": ["saddle_numbness"]}],
  "treatments": [{"id": "heat", "part_of": "thermal_therapy", "rank": 1, "verdict": "offered", "score": {"low": 28, "high": 32},
                  "arguments": [{"id": "strength", "points": 20, "source": "S32"}, {"id": "early", "points": 8, "because": "It suits the first weeks.", "source": "I-22", "facts": ["pain_duration"]},
                                {"id": "tight", "points": 4, "truth": "unknown", "source": "I-22", "depends_on": ["muscle_tightness"]}],
                  "claims": [{"modality": "can", "magnitude": "instant", "says": "relieves", "source": "S32"}], "obligations": [{"id": "discuss_first", "guide": "spine_pro", "says": "Discuss it first.", "source": "S35"}], "positions": {"acp_2017": "favors"},
                  "contraindications": [{"id": "fresh_injury", "guide": "treatment_safety", "effect": "caution", "truth": "yes", "because": "Heat can swell it.", "source": "C.10", "facts": ["pain_onset_trauma"]}]},
                 {"id": "ibuprofen", "rank": 9, "verdict": "provisional", "depends_on": ["peptic_ulcer_or_gi_bleed"], "score": {"low": 20, "high": 28},
                  "contraindications": [{"id": "ulcer_or_gut_bleeding", "guide": "treatment_safety", "effect": "block", "truth": "unknown", "because": "It can make an ulcer bleed.", "source": "C.9", "depends_on": ["peptic_ulcer_or_gi_bleed"]}]},
                 {"id": "massage_therapy", "verdict": "withheld", "cause": "blocked", "contraindications": [{"id": "fever", "guide": "treatment_safety", "effect": "block", "truth": "yes", "because": "Not while there is a fever.", "source": "C.5", "facts": ["fever"]}]}],
  "scores": {"start_back": {"low": 3, "high": 4, "band": "unknown"}},
  "certain_first": {"treatment": "heat", "certain": true, "margin": 4},
  "ask": [{"fact": "saddle_numbness", "ask": "Is the skin you sit on numb?", "panel": "nerves", "could_change": ["care"]},
          {"fact": "peptic_ulcer_or_gi_bleed", "ask": "Have you ever had an ulcer?", "could_change": ["verdicts"]},
          {"fact": "muscle_tightness", "ask": "Are the muscles tight?", "could_change": ["scores"]}],
  "conflicts": [{"id": "thermometer_agrees", "facts": ["fever", "body_temperature"], "set_aside": ["fever"], "because": "38 °C is a fever."}],
  "notices": [{"id": "see_a_professional", "guide": "spine_pro", "says": "See one.", "source": "S52"}]
})";

TEST(OutcomeJson, HasTheKeysOfTheContractInItsOrder) {
  EXPECT_EQ(report::to_json(test::sample_outcome()), compact(contract));
}

TEST(OutcomeJson, LeavesOutWhatIsEmptyButTheProofThatNothingNeedsToBeAsked) {
  EXPECT_EQ(report::to_json(test::empty_outcome()), compact(R"({
    "vertebra": "1", "as_of": "2026-01-31",
    "rule_set": {"profile": "default", "hash": "sha256:00ff",
                 "guides": [{"id": "spine_pro", "version": "1.0.0", "scope": "yes"}]},
    "ask": []
  })"));
}

TEST(OutcomeJson, SaysWhatAnAnswerCouldChangeInTheOrderOfTheContract) {
  auto outcome = test::empty_outcome();
  outcome.ask = {test::question("age", "", {Change::cautions, Change::scores, Change::verdicts, Change::care}),
                 test::question("place", "", {})};
  const std::string json = report::to_json(outcome);
  EXPECT_NE(
      json.find(R"("ask":[{"fact":"age","could_change":["care","verdicts","scores","cautions"]},{"fact":"place"}])"),
      std::string::npos)
      << json;
}

TEST(OutcomeJson, KeepsZeroAndFalseBecauseTheySaySomething) {
  auto outcome = test::empty_outcome();
  outcome.treatments = {test::ranked(0, "cold", "Cold", Verdict::withheld, {0, 0})};
  outcome.certain_first = CertainFirst{"cold", false, 0};
  const std::string json = report::to_json(outcome);
  EXPECT_NE(json.find(compact(R"({"id": "cold", "verdict": "withheld", "cause": "deferred",
                                  "score": {"low": 0, "high": 0}})")),
            std::string::npos)
      << json;
  EXPECT_NE(json.find(R"("certain_first":{"treatment":"cold","certain":false,"margin":0})"), std::string::npos) << json;
}

TEST(OutcomeJson, LeavesOutTheMarginWhereThereIsNoOtherTreatment) {
  auto outcome = test::empty_outcome();
  outcome.certain_first = CertainFirst{"cold", true, std::nullopt};
  const std::string json = report::to_json(outcome);
  EXPECT_NE(json.find(R"("certain_first":{"treatment":"cold","certain":true})"), std::string::npos) << json;
}

TEST(OutcomeJson, GivesNoGuideToANoticeOfTheEngine) {
  auto outcome = test::empty_outcome();
  outcome.notices = {{"care_not_assessed", "", "No guide covers this patient.", {}}};
  const std::string json = report::to_json(outcome);
  EXPECT_NE(json.find(R"("notices":[{"id":"care_not_assessed","says":"No guide covers this patient."}])"),
            std::string::npos)
      << json;
}

TEST(OutcomeJson, SaysTheSumOfAScoreThatHasNoBands) {
  auto outcome = test::empty_outcome();
  outcome.scores = {{"oswestry", "spine_pro", {0, 0}, ""}};
  const std::string json = report::to_json(outcome);
  EXPECT_NE(json.find(R"("scores":{"oswestry":{"low":0,"high":0}})"), std::string::npos) << json;
}

TEST(OutcomeJson, EscapesTheTextsOfARuleSet) {
  auto outcome = test::empty_outcome();
  outcome.notices = {{"odd", "g", "say \"now\"\nor \\ later", {}}};
  EXPECT_NE(report::to_json(outcome).find(R"("says":"say \"now\"\nor \\ later")"), std::string::npos);
}

TEST(OutcomeJson, WritesEveryScopeAndPosition) {
  auto outcome = test::empty_outcome();
  outcome.guides = {{"a", "1", Truth::yes, {}}, {"b", "2", Truth::no, {}}, {"c", "3", Truth::unknown, {}}};
  outcome.treatments = {test::treatment("heat", "Heat", Verdict::offered)};
  outcome.treatments.front().positions = {{"b", Position::silent, {}}, {"c", Position::in_package, {}}};
  const std::string json = report::to_json(outcome);
  EXPECT_NE(
      json.find(compact(R"([{"id": "a", "version": "1", "scope": "yes"}, {"id": "b", "version": "2", "scope": "no"},
                                  {"id": "c", "version": "3", "scope": "unknown"}])")),
      std::string::npos)
      << json;
  EXPECT_NE(json.find(R"("positions":{"b":"silent","c":"in_package"})"), std::string::npos) << json;
}

}  // namespace
}  // namespace vertebra
