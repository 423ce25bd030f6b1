#include "explain/questions.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "compile/compiler.hpp"
#include "eval/domain.hpp"
#include "eval/patient_executor.hpp"
#include "support/generate_repeat.hpp"
#include "support/generate_samples.hpp"
#include "support/generate_text.hpp"
#include "support/reference_evaluator.hpp"
#include "support/reference_questions.hpp"
#include "support/reference_view.hpp"

namespace vertebra {
namespace {

reference::Question view_of(const Question& question) {
  reference::Question result{std::string{question.fact},
                             question.decides_scope,
                             question.could_raise ? question.could_raise->rank : 0,
                             question.verdicts,
                             static_cast<int>(question.points),
                             {}};
  for (const Change each : all_changes)
    if (question.could_change.has(each)) result.could_change.emplace_back(to_string(each));
  return result;
}

// One rule set, asked about many patients.
class Library {
 public:
  explicit Library(const generate::Sample& sample)
      : image_{compile::compile(sample.rules, sample.profile, "")},
        executor_{image_},
        result_{eval::prepare(image_)},
        questions_{image_, result_} {}

  const image::Image& image() const { return image_; }
  const eval::Result& result() const { return result_; }

  const std::vector<Question>& ask(const generate::Answers& answers, Until until = Until::everything) {
    executor_.run(reference::answers_of(image_, answers), date(2026, 1, 31), result_);
    return questions_.list(until);
  }

 private:
  image::Image image_;
  eval::PatientExecutor executor_;
  eval::Result result_;
  explain::Questions questions_;
};

TEST(Questions, AreThoseOfTheContractInItsOrderWithWhatTheyCouldChange) {
  const auto samples = generate::samples(5);
  generate::repeat(3000, [&] {
    const generate::Sample sample = *samples;
    Library library{sample};
    for (const generate::Answers& given : sample.patients) {
      const generate::Answers answers = reference::telling(library.image(), given);
      std::vector<reference::Question> asked;
      for (const Question& each : library.ask(answers)) asked.push_back(view_of(each));
      const auto expected = reference::questions(sample.rules, sample.profile, answers);
      if (asked != expected)
        RC_FAIL("patient " + generate::to_text(sample.rules.vocabulary, answers) + "\nreference:\n" +
                reference::to_string(expected) + "library:\n" + reference::to_string(asked));
    }
  });
}

// A value in every part of a range that some rule tells apart.
std::vector<base::Possible> numbers(const image::Image& image, std::uint32_t fact) {
  const image::Fact& each = image.facts[fact];
  std::vector<double> cuts{each.min};
  for (std::uint32_t i = each.tests.begin; i < each.tests.end; ++i) cuts.push_back(image.tests[i].value);
  cuts.push_back(each.max);
  std::vector<double> values;
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    if (i > 0) values.push_back((cuts[i - 1] + cuts[i]) / 2);
    values.push_back(cuts[i]);
  }
  std::vector<base::Possible> result;
  std::set<std::uint32_t> cells;
  for (const double value : values) {
    const base::Possible exact{true, value, value, 0};
    if (cells.insert(eval::domain_of(image, fact, exact).low).second) result.push_back(exact);
  }
  return result;
}

// The exact answers that an answer, or none, leaves possible; one for all values that no rule tells apart.
std::vector<base::Possible> exact_answers(const image::Image& image, std::uint32_t fact, const base::Possible& given) {
  const eval::Domain left = eval::domain_of(image, fact, given);
  std::vector<base::Possible> result;
  if (image.facts[fact].type == base::FactType::quantity) {
    for (const base::Possible& each : numbers(image, fact)) {
      const std::uint32_t cell = eval::domain_of(image, fact, each).low;
      if (left.low <= cell && cell <= left.high) result.push_back(each);
    }
    return result;
  }
  for (int bit = 0; bit < 64; ++bit)
    if ((left.cells >> bit & 1) != 0) result.push_back({true, 0, 0, std::uint64_t{1} << bit});
  return result;
}

// All patients who answer everything, as far as the known answers leave room. None where there are too many.
std::vector<generate::Answers> completions(const image::Image& image, const generate::Answers& known) {
  constexpr std::size_t most = 400;
  std::vector<generate::Answers> all{{}};
  for (std::uint32_t fact = 0; fact < known.size(); ++fact) {
    std::vector<generate::Answers> longer;
    for (const generate::Answers& each : all) {
      for (const base::Possible& answer : exact_answers(image, fact, known[fact])) {
        longer.push_back(each);
        longer.back().push_back(answer);
      }
    }
    if (longer.size() > most) return {};
    all = std::move(longer);
  }
  return all;
}

// Whatever is not listed may be answered in any consistent way: the advice follows from the listed answers alone.
TEST(Questions, NeverOmitAFactThatCanChangeTheAdvice) {
  const auto samples = generate::samples(3);
  long groups_of_several = 0;
  generate::repeat(400, [&] {
    const generate::Sample sample = *samples;
    Library library{sample};
    for (const generate::Answers& known : sample.patients) {
      std::set<std::uint32_t> listed;
      for (const Question& each : library.ask(known)) listed.insert(each.id.index);
      if (!library.result().conflicts.empty()) continue;
      std::map<std::string, std::string> advice_by_answers;
      for (const generate::Answers& patient : completions(library.image(), known)) {
        const reference::Outcome outcome = reference::evaluate(sample.rules, sample.profile, patient);
        if (!outcome.conflicts.empty()) continue;
        generate::Answers told = patient;
        for (std::uint32_t fact = 0; fact < told.size(); ++fact)
          if (!listed.contains(fact)) told[fact] = {};
        const auto [seen, fresh] =
            advice_by_answers.emplace(generate::to_text(sample.rules.vocabulary, told), reference::advice(outcome));
        groups_of_several += fresh ? 0 : 1;
        if (seen->second != reference::advice(outcome))
          RC_FAIL("known " + generate::to_text(sample.rules.vocabulary, known) + "\nlisted facts answered " +
                  seen->first + "\nadvice of one " + seen->second + "\nof " +
                  generate::to_text(sample.rules.vocabulary, patient) + " " + reference::advice(outcome));
      }
    }
  });
  EXPECT_GT(groups_of_several, 0) << "no two patients differ in facts that are not listed";
}

}  // namespace
}  // namespace vertebra
