#include <vertebra/batch.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include <vertebra/vertebra.hpp>
#include <vertebra/vocabulary.hpp>

namespace vertebra {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

constexpr Date as_of = date(2026, 1, 31);

const Engine& engine() {
  static const Engine made{*load_rule_set(VERTEBRA_SOURCE_DIR "/rules/low_back_pain", "default").rule_set};
  return made;
}

struct Batched {
  explicit Batched(const std::string& input, BatchOptions options = {}) {
    std::istringstream in{input};
    std::ostringstream out, bad;
    options.as_of = as_of;
    options.rejects = &bad;
    summary = run_batch(engine(), in, out, options);
    rows = out.str();
    rejects = bad.str();
  }

  std::vector<std::string> lines() const {
    std::vector<std::string> list;
    std::istringstream text{rows};
    for (std::string line; std::getline(text, line);) list.push_back(line);
    return list;
  }

  BatchSummary summary;
  std::string rows, rejects;
};

std::string field(const std::string& csv, int number) {
  std::istringstream text{csv};
  std::string out;
  for (int i = 0; i <= number; ++i) std::getline(text, out, ',');
  return out;
}

Outcome advice(std::initializer_list<std::pair<const char*, const char*>> answers) {
  Patient patient{engine()};
  for (const auto& [fact, answer] : answers) EXPECT_TRUE(patient.set_text(fact, answer));
  return Evaluator{engine()}.evaluate(patient, as_of);
}

constexpr BatchParts care_only{.care = true, .conflicts = false, .verdicts = false, .scores = false, .ranks = false};

TEST(Batch, SaysOfEachLineWhatItsPatientIsTold) {
  const Batched run{"id,age,fever,leg_weakness\r\nann,67,no,both_legs\r\n\r\n\"b, ob\",,unknown,\r\n",
                    {.parts = care_only}};
  ASSERT_TRUE(run.summary);
  const auto lines = run.lines();
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0], "as_of,hash,line,id,care_least,care_most");
  const Outcome ann = advice({{"age", "67"}, {"fever", "no"}, {"leg_weakness", "both_legs"}});
  const Outcome bob = advice({});
  const auto row = [](const Outcome& outcome, const std::string& rest) {
    return "2026-01-31," + std::string{outcome.hash()} + "," + rest + "," + std::string{outcome.care()->least.id} +
           "," + std::string{outcome.care()->most.id};
  };
  EXPECT_EQ(lines[1], row(ann, "2,ann"));
  EXPECT_EQ(lines[2], row(bob, "4,\"b, ob\""));
  EXPECT_EQ(run.summary.evaluated, 2U);
  EXPECT_EQ(run.rejects, "line,column,code,message,text\n");
}

TEST(Batch, WritesVerdictsScoresAndRanksOfEveryTreatment) {
  const Batched run{"age,pain_duration\n40,2 wk\n"};
  ASSERT_TRUE(run.summary);
  const auto lines = run.lines();
  const Outcome expected = advice({{"age", "40"}, {"pain_duration", "2 wk"}});
  const auto ids = ranked_treatments(engine().rule_set());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const TreatmentSummary& each = expected.summaries()[i];
    const int first = 7 + 4 * static_cast<int>(i);
    EXPECT_EQ(field(lines[0], first), std::string{ids[i]} + ".verdict");
    EXPECT_EQ(field(lines[1], first), to_string(each.verdict));
    const bool scored = each.verdict != Verdict::withheld || each.cause == Cause::deferred;
    EXPECT_EQ(field(lines[1], first + 1), scored ? std::to_string(each.score.low) : "") << ids[i];
    EXPECT_EQ(field(lines[1], first + 2), scored ? std::to_string(each.score.high) : "") << ids[i];
    EXPECT_EQ(field(lines[1], first + 3), each.rank > 0 ? std::to_string(each.rank) : "") << ids[i];
  }
}

TEST(Batch, ReadsObjectsAndWritesObjects) {
  const Batched run{"{\"id\":\"ann\",\"age\":67,\"fever\":true,\"leg_pain\":null,\"ward\":[1]}\n",
                    {.in = BatchForm::ndjson, .out = BatchForm::ndjson, .ignored = {"ward"}}};
  ASSERT_TRUE(run.summary) << run.rejects;
  const Outcome expected = advice({{"age", "67"}, {"fever", "yes"}});
  EXPECT_THAT(run.rows, StartsWith("{\"as_of\":\"2026-01-31\",\"hash\":\"" + std::string{expected.hash()} +
                                   "\",\"line\":1,\"id\":\"ann\",\"care\":{\"least\":\"" +
                                   std::string{expected.care()->least.id} + "\",\"most\":"));
  EXPECT_THAT(run.rows, HasSubstr("\"treatments\":[{\"id\":\"" +
                                  std::string{ranked_treatments(engine().rule_set())[0]} + "\",\"verdict\":"));
}

TEST(Batch, RejectsALineWholeAndGoesOn) {
  const Batched run{"id,age,fever\na,400,perhaps\nb,40,no\nc,40\nd,\"4\"0,no\ne,\"40,no\nf,4\"0,no\ng,40,no\n"};
  ASSERT_TRUE(run.summary);
  EXPECT_EQ(run.summary.evaluated, 2U);
  EXPECT_EQ(run.summary.rejected, 5U);
  std::vector<std::string> places;
  std::istringstream text{run.rejects};
  for (std::string line; std::getline(text, line);)
    places.push_back(field(line, 0) + ":" + field(line, 1) + " " + field(line, 2));
  EXPECT_THAT(places, ElementsAre("line:column code", "2:3 V0704", "2:7 V0702", "4:1 V0706", "5:6 V0706", "6:3 V0706",
                                  "7:4 V0706"));
  EXPECT_THAT(run.rejects, HasSubstr(",\"d,\"\"4\"\"0,no\"\n")) << "the line as it was";
  EXPECT_EQ(run.summary.first_rejections.size(), 6U);
}

TEST(Batch, RefusesAHeaderThatDoesNotFit) {
  const Batched run{"id,agee,fever,fever,ward\n1,2,3,4,5\n"};
  ASSERT_FALSE(run.summary);
  EXPECT_THAT(run.rows, IsEmpty());
  std::vector<std::string> said;
  for (const Diagnostic& each : run.summary.problems)
    said.push_back(std::to_string(each.line) + ":" + std::to_string(each.column) + " " + each.message);
  EXPECT_THAT(
      said, ElementsAre("1:4 `agee` is not a fact", "1:15 two columns are named `fever`", "1:21 `ward` is not a fact"));
  EXPECT_THAT(run.summary.problems[0].help, HasSubstr("`age`"));
  EXPECT_FALSE(Batched{""}.summary);
  EXPECT_FALSE(Batched{"\xff\n"}.summary);
}

TEST(Batch, RejectsWhatIsNoObjectOfFacts) {
  const Batched run{
      "[1]\n{\"fevr\":true}\n{\"fever\":{}}\n{\"fever\":true\n{\"fever\":true,\"fever\":true}\n\xff{}\n{}\n",
      {.in = BatchForm::ndjson}};
  ASSERT_TRUE(run.summary);
  EXPECT_EQ(run.summary.rejected, 6U);
  EXPECT_EQ(run.summary.evaluated, 1U);
  for (const char* said : {"1,1,V0203", "2,2,V0701", "3,10,V0702", "4,", "5,15,V0107", "6,1,V0103"})
    EXPECT_THAT(run.rejects, HasSubstr(std::string{"\n"} + said));
}

TEST(Batch, RejectsAnEndlessLineWithoutKeepingIt) {
  const Batched run{"age\n" + std::string(std::size_t{9} << 20, '1') + "\n40\n"};
  EXPECT_EQ(run.summary.evaluated, 1U);
  EXPECT_EQ(run.summary.rejected, 1U);
  EXPECT_THAT(run.rejects, HasSubstr("\n2,0,V0102,"));
}

std::string many_lines() {
  std::string text = "id,age,fever,pain_duration\n";
  for (int i = 0; i < 9000; ++i)
    text += std::to_string(i) + "," + std::to_string(i % 130) +
            (i % 3 == 0   ? ",yes,"
             : i % 3 == 1 ? ",no,"
                          : ",,") +
            (i % 7 == 0 ? "0 d .. 400 d" : std::to_string(i % 90) + " d") + "\n";
  return text;
}

TEST(Batch, SaysTheSameWithAnyNumberOfThreads) {
  const std::string text = many_lines();
  const Batched one{text, {.threads = 1}};
  EXPECT_GT(one.summary.rejected, 100U) << "nobody is 125";
  EXPECT_GT(one.summary.evaluated, 8000U);
  for (const unsigned threads : {2U, 7U}) {
    const Batched more{text, {.threads = threads}};
    EXPECT_EQ(one.rows == more.rows, true) << threads;
    EXPECT_EQ(one.rejects, more.rejects);
    EXPECT_EQ(one.summary.care_least, more.summary.care_least);
    EXPECT_EQ(one.summary.verdicts, more.summary.verdicts);
    EXPECT_EQ(one.summary.gaps, more.summary.gaps);
    EXPECT_EQ(one.summary.first_rejections.size(), 10U);
    EXPECT_EQ(more.summary.first_rejections.front().line, one.summary.first_rejections.front().line);
  }
}

TEST(Batch, CountsWhatItSaid) {
  const Batched run{"id,leg_weakness,fever\n1,both_legs,no\n2,none,\n3,,\n"};
  const auto& summary = run.summary;
  std::vector<std::uint64_t> least(care_levels(engine().rule_set()).size()), most(least.size());
  for (const Outcome& each :
       {advice({{"leg_weakness", "both_legs"}, {"fever", "no"}}), advice({{"leg_weakness", "none"}}), advice({})}) {
    ++least[static_cast<std::size_t>(each.care()->least.rank)];
    ++most[static_cast<std::size_t>(each.care()->most.rank)];
  }
  EXPECT_EQ(summary.care_least, least);
  EXPECT_EQ(summary.care_most, most);
  const FactId fever = *engine().fact("fever"), weakness = *engine().fact("leg_weakness");
  EXPECT_EQ(summary.gaps[fever.index].unknown, 2U);
  EXPECT_EQ(summary.gaps[weakness.index].unknown, 1U);
  EXPECT_GE(summary.gaps[fever.index].mattered, 1U);
  EXPECT_LE(summary.gaps[fever.index].mattered, 2U);
  const std::string text = to_text(summary, engine().rule_set());
  EXPECT_THAT(text, StartsWith("3 patients evaluated, 0 lines rejected\n"));
  EXPECT_THAT(text, HasSubstr("Facts most missed"));
}

TEST(Batch, SaysWhenItsOutputCannotBeWritten) {
  std::istringstream in{"age\n40\n"};
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  const BatchSummary summary = run_batch(engine(), in, out, {.as_of = as_of});
  ASSERT_EQ(summary.problems.size(), 1U);
  EXPECT_THAT(summary.problems[0].message, HasSubstr("output could not be written"));
}

TEST(Batch, TakesAReaderOfTheCallers) {
  BatchOptions options{.parts = care_only};
  options.reader = [](std::string_view line, Patient& patient) {
    BatchLine read{.id = std::string{line}};
    if (const Status status = patient.set_text("age", line); !status) read.problems = {status.problem()};
    return read;
  };
  const Batched run{"40\nold\n50\n", options};
  EXPECT_EQ(run.summary.evaluated, 2U);
  EXPECT_EQ(run.summary.rejected, 1U);
  EXPECT_THAT(run.rows, HasSubstr(",1,40,"));
}

}  // namespace
}  // namespace vertebra
