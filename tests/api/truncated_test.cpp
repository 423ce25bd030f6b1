// The files of patients, cut after every byte: answers and records are taken whole or not at all.

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include <vertebra/fhir.hpp>
#include <vertebra/vertebra.hpp>

namespace vertebra {
namespace {

constexpr std::string_view rules_folder = VERTEBRA_SOURCE_DIR "/rules/low_back_pain";
constexpr Date as_of = date(2026, 1, 31);

class TruncatedPatient : public testing::Test {
 protected:
  static std::string example(const std::string& name) {
    std::ifstream file{VERTEBRA_SOURCE_DIR "/examples/data/" + name, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
  }

  std::string advice(const Patient& patient) { return evaluator_.evaluate(patient, as_of).to_json(); }

  // `read` takes the text into the patient. Returns how many of the cuts were read.
  template <class Read>
  int cut_everywhere(const std::string& whole, Read read) {
    const std::string unknown = advice(Patient{engine_});
    int accepted = 0;
    for (std::size_t bytes = 0; bytes < whole.size(); ++bytes) {
      Patient patient{engine_};
      const bool good = read(patient, whole.substr(0, bytes));
      accepted += good ? 1 : 0;
      // Only what was refused must leave no trace; evaluating all would be slow.
      if (good || bytes % 7 != 0) continue;
      EXPECT_EQ(advice(patient), unknown) << "cut at byte " << bytes;
    }
    return accepted;
  }

  Engine engine_{*load_rule_set(rules_folder, "default").rule_set};
  Evaluator evaluator_{engine_};
};

TEST_F(TruncatedPatient, AnswersAreReadOrRefused) {
  const auto read = [](Patient& patient, const std::string& text) {
    const PatientResult result = read_patient(patient, text, "answers.yaml");
    EXPECT_EQ(static_cast<bool>(result), !has_errors(result.diagnostics));
    return static_cast<bool>(result);
  };
  for (const char* name : {"acute_tight_muscles.yaml", "five_months.yaml", "few_answers.yaml"})
    EXPECT_GT(cut_everywhere(example(name), read), 0) << name;  // Whole lines are whole answers.
}

TEST_F(TruncatedPatient, ARecordIsRefusedAtEveryByteButTheLast) {
  auto mapping = fhir::load_mapping(rules_folder, engine_.rule_set());
  ASSERT_TRUE(mapping.mapping);
  std::string whole = example("acute_bundle.json");
  while (whole.back() == '\n') whole.pop_back();
  const int accepted = cut_everywhere(whole, [&](Patient& patient, const std::string& text) {
    return static_cast<bool>(fhir::read_record(*mapping.mapping, text, "record.json", as_of, patient));
  });
  EXPECT_EQ(accepted, 0);
}

}  // namespace
}  // namespace vertebra
