#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>

#include "api/folder.hpp"
#include "support/agreement.hpp"
#include "support/cohort_rows.hpp"

// Every shipped case, through everything that can run it: as it is written, and what a column can hold of it.
namespace vertebra {
namespace {

using test::Agreement;

constexpr Date as_of = date(2026, 1, 31);

std::vector<base::Possible> answers_of(const model::Case& each, const model::Vocabulary& vocabulary) {
  std::vector<base::Possible> answers(vocabulary.facts.size());
  for (const model::CaseAnswer& answer : each.answers) answers[static_cast<std::size_t>(answer.fact)] = answer.possible;
  return answers;
}

TEST(ShippedCases, AreSaidTheSameByAll) {
  const load::Loaded read = read_rules(VERTEBRA_SOURCE_DIR "/rules/low_back_pain");
  ASSERT_TRUE(read.rules);
  std::map<std::string, Agreement::Patients> by_profile;
  for (const model::CaseFile& file : read.cases.in_files)
    for (const model::Case& each : file.cases)
      by_profile[file.profile.id].push_back(answers_of(each, read.rules->vocabulary));
  std::size_t rows = 0;
  std::mt19937 random{20260131};
  for (auto& [profile, patients] : by_profile) {
    const model::Profile found = *model::find_profile(*read.rules, profile);
    Agreement agreement{*read.rules, found};
    EXPECT_EQ(agreement.check_patients(patients, as_of), "") << profile;
    for (auto& patient : patients) std::ranges::transform(patient, patient.begin(), test::exact);
    EXPECT_EQ(agreement.check_rows(patients, as_of, random), "") << profile;
    rows += agreement.compared().rows;
  }
  EXPECT_GE(rows, 400U);
}

}  // namespace
}  // namespace vertebra
