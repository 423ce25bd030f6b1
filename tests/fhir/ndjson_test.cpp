#include <gtest/gtest.h>

#include <variant>

#include "fhir/fhir_fixture.hpp"
#include "fhir/record_reader.hpp"

// Bulk exports: a resource a line.
namespace vertebra::fhir::testing {
namespace {

std::string problem_in(std::string_view text) {
  const auto parsed = parse_record(text);
  const auto* problem = std::get_if<JsonProblem>(&parsed);
  return problem == nullptr ? "read" : std::to_string(static_cast<int>(problem->code)) + " " + problem->message;
}

TEST(NdjsonTest, EachLineIsAResource) {
  const std::string text = patient(R"("birthDate":"1961-01-25")") + "\n" + condition("386") + "\n";
  EXPECT_EQ(answers_in(text), "fever=yes age=65");
  EXPECT_EQ(answers_in("\n" + text + "\r\n\n"), "fever=yes age=65");
  EXPECT_EQ(answers_in(patient(R"("birthDate":"1961-01-25")") + "\r\n" + condition("386")), "fever=yes age=65");
}

TEST(NdjsonTest, OneLineIsOneResource) { EXPECT_EQ(answers_in(condition("386") + "\n"), "fever=yes"); }

TEST(NdjsonTest, ABundleThatIsBrokenIntoLinesIsNoSuchFile) {
  EXPECT_EQ(answers_in("{\n\"resourceType\":\"Condition\",\n\"code\":" + concept_of(snomed, "386") + "\n}\n"),
            "fever=yes");
  EXPECT_EQ(problem_in("{\"resourceType\":\n\"Patient\"}\n{\"resourceType\":\"Patient\"}"),
            "801 there is more after the end of the JSON value");
}

TEST(NdjsonTest, AResourceWithoutIdIsNamedByItsLine) {
  const std::string nameless =
      R"({"resourceType":"Condition","onsetDateTime":"x","code":)" + concept_of(snomed, "386") + "}";
  EXPECT_EQ(skips_in(patient(R"("birthDate":"1961-01-25")") + "\n\n" + nameless),
            "line 3: `fever`: a date is not written as FHIR writes dates");
  EXPECT_EQ(skips_in(patient(R"("birthDate":"1961-01-25")") + "\n" + bundle({nameless})),
            "line 2 entry[0]: `fever`: a date is not written as FHIR writes dates");
}

TEST(NdjsonTest, ABrokenLineRefusesTheFile) {
  const std::string good = patient("") + "\n";
  EXPECT_EQ(problem_in(good + condition("386").substr(0, 40)), "801 the JSON text ends too early");
  EXPECT_EQ(problem_in(good + "{}"), "802 there is no `resourceType` in line 2");
  EXPECT_EQ(problem_in(good + "{\"a\":1,\"a\":2}"), "107 an object has the same key twice");
  EXPECT_EQ(problem_in(good + "{\"resourceType\":\"Patient\",\"name\":\"\xff\"}"), "103 the record is not valid UTF-8");
  EXPECT_EQ(problem_in(good + R"({"resourceType":"MedicationOrder"})"),
            "803 the record is FHIR DSTU2, which is not read: `resourceType` of line 2");
  const auto parsed = parse_record(good + good + "{\"resourceType\" 1}");
  EXPECT_EQ(std::get<JsonProblem>(parsed).offset, 2 * good.size() + 16);
}

TEST(NdjsonTest, TheLimitIsForALine) {
  std::string line = R"({"resourceType":"Basic","id":")" + std::string(most_bytes / 2, 'x') + "\"}\n";
  EXPECT_EQ(problem_in(line + line + line), "read");
  EXPECT_EQ(problem_in(patient("") + "\n" + line.substr(0, line.size() - 3) + std::string(most_bytes / 2, 'x') + "\"}"),
            "102 the record is larger than 64 MiB");
}

TEST(NdjsonTest, ACutFileIsReadOrRefused) {
  const std::string text = patient("") + "\n" + condition("386") + "\n" + condition("132") + "\n";
  for (std::size_t size = 0; size < text.size(); ++size) {
    const std::string found = answers_in(std::string_view{text}.substr(0, size));
    const bool whole = found == "-" || found == "fever=yes" || found == "fever=yes ulcer=yes";
    EXPECT_TRUE(whole || found.find("JSON") != std::string::npos) << size << " " << found;
  }
}

}  // namespace
}  // namespace vertebra::fhir::testing
