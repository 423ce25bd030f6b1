#include <bit>
#include <random>
#include <set>
#include <vector>

#include <gtest/gtest.h>

#include <vertebra/vertebra.hpp>

#include "api/state.hpp"
#include "eval/domain.hpp"
#include "eval/patient_executor.hpp"
#include "explain/questions.hpp"
#include "support/reference_questions.hpp"
#include "support/reference_view.hpp"

// The same promise as on small rule sets, by samples: two patients of the default profile who give the same answers to
// all questions listed for the half-answered patient behind both get the same advice.
namespace vertebra {
namespace {

class Samples {
 public:
  explicit Samples(const image::Image& image) : image_{image} {}

  unsigned below(unsigned count) { return static_cast<unsigned>(random_() % count); }
  bool chance(unsigned in_hundred) { return below(100) < in_hundred; }

  // Mostly the first value, which for the shipped facts is the harmless one.
  eval::Domain exact(std::uint32_t fact) {
    const eval::Domain full = eval::full_domain(image_, fact);
    const bool harmless = chance(75);
    if (image_.facts[fact].type == base::FactType::quantity) {
      const std::uint32_t cell = full.low + below(full.high - full.low + 1);
      return {0, cell, cell};
    }
    const auto count = static_cast<unsigned>(std::popcount(full.cells));
    return {std::uint64_t{1} << (harmless ? 0 : below(count)), 0, 0};
  }

 private:
  const image::Image& image_;
  std::mt19937 random_{20260131};
};

using eval::Answers;

class ShippedQuestions : public testing::Test {
 protected:
  bool is_consistent(const Answers& patient) {
    executor_.run(patient, date(2026, 1, 31), result_);
    return result_.conflicts.empty();
  }

  std::string advice(const Answers& patient) {
    EXPECT_TRUE(is_consistent(patient));
    return reference::advice(reference::view_of(image_, result_));
  }

  // Somebody who answers all that is open, as the consistency rules allow; the samples go on until they do.
  Answers complete(const Answers& known) {
    Answers patient = known;
    do {
      patient = known;
      for (std::uint32_t fact = 0; fact < known.size(); ++fact)
        if (known[fact] == nobody_[fact]) patient.set(image_, fact, samples_.exact(fact));
    } while (!is_consistent(patient));
    return patient;
  }

  Answers part_of(const Answers& patient, unsigned in_hundred) {
    Answers part = nobody_;
    for (std::uint32_t fact = 0; fact < patient.size(); ++fact)
      if (samples_.chance(in_hundred)) part.set(image_, fact, patient[fact]);
    return part;
  }

  // The listed answers of this patient beside what was known.
  Answers told_by(const Answers& patient, Answers known) {
    executor_.run(known, date(2026, 1, 31), result_);
    for (const Question& each : questions_.list()) known.set(image_, each.id.index, patient[each.id.index]);
    return known;
  }

  const RuleSet rules_{*load_rule_set(VERTEBRA_SOURCE_DIR "/rules/low_back_pain", "default").rule_set};
  const image::Image& image_ = rules_.state().image;
  const Answers& nobody_ = *rules_.state().unknown;
  eval::PatientExecutor executor_{image_};
  eval::Result result_ = eval::prepare(image_);
  explain::Questions questions_{image_, result_};
  Samples samples_{image_};
};

TEST_F(ShippedQuestions, NeverOmitAFactThatCanChangeTheAdvice) {
  int compared = 0;
  for (int i = 0; i < 300; ++i) {
    const Answers one = complete(nobody_);
    const Answers told = told_by(one, part_of(one, samples_.below(100)));
    const Answers other = complete(told);
    compared += one != other ? 1 : 0;
    ASSERT_EQ(advice(one), advice(other)) << "patient " << i;
  }
  EXPECT_GT(compared, 100);
}

}  // namespace
}  // namespace vertebra
