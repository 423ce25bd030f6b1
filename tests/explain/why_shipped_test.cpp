#include <gtest/gtest.h>

#include "api/folder.hpp"
#include "explain/why_promises.hpp"
#include "support/reference_view.hpp"

// What an answer to "why" promises, on the shipped rules and the patients of their cases.
namespace vertebra {
namespace {

const load::Loaded& shipped() {
  static const load::Loaded loaded = read_rules(VERTEBRA_SOURCE_DIR "/rules/low_back_pain");
  return loaded;
}

generate::Answers answers_of(const model::Case& each) {
  generate::Answers answers(shipped().rules->vocabulary.facts.size());
  for (const model::CaseAnswer& answer : each.answers) answers[static_cast<std::size_t>(answer.fact)] = answer.possible;
  return answers;
}

// Every case under the default profile is asked `questions` things, spread over all that can be asked.
void check_every(std::size_t step, std::size_t questions) {
  const model::Profile profile = *model::find_profile(*shipped().rules, "default");
  test::Explained library{*shipped().rules, profile};
  const std::vector<explain::Asked> all = library.questions();
  std::size_t number = 0;
  for (const model::CaseFile& file : shipped().cases.in_files) {
    for (const model::Case& each : file.cases) {
      if (++number % step != 0) continue;
      const generate::Answers answers = reference::telling(library.image(), answers_of(each));
      for (std::size_t i = 0; i < questions; ++i) {
        const explain::Asked& asked = all[(number * 13 + i * all.size() / questions) % all.size()];
        ASSERT_EQ(test::broken_promise(*shipped().rules, profile, library, answers, asked), "") << each.id;
      }
      ASSERT_EQ(test::broken_promise(*shipped().rules, profile, library, answers, {}), "") << each.id;
    }
  }
  ASSERT_GE(number, 400U);
}

TEST(WhyShipped, KeepsItsPromisesForSomeCases) { check_every(20, 2); }

TEST(WhyShippedLong, KeepsItsPromisesForEveryCase) { check_every(1, 12); }

}  // namespace
}  // namespace vertebra
