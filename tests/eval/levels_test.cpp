#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "compile/compiler.hpp"
#include "eval/patient_executor.hpp"
#include "load/loader.hpp"

// Each level of the processor runs code of its own, so each is held against the portable one. The differential tests hold
// all of them against the reference, on smaller rules.
namespace vertebra::eval {
namespace {

const std::vector<std::string> all_levels{"AVX-512", "AVX2", "portable"};

// Shows as a skip that names the levels which were not run.
TEST(Levels, AreAllRunHere) {
  std::vector<std::string> here;
  for (const Kernel& each : kernels()) here.emplace_back(each.level);
  ASSERT_EQ(here.back(), "portable");
  std::string missing;
  for (const std::string& level : all_levels) {
    if (std::ranges::find(here, level) == here.end()) missing += " " + level;
  }
  if (!missing.empty()) GTEST_SKIP() << "this machine cannot run" << missing;
  EXPECT_EQ(here, all_levels);
}

image::Image shipped_image() {
  std::vector<Diagnostic> problems;
  const auto loaded = load::load(load::read_folder(VERTEBRA_SOURCE_DIR "/rules/low_back_pain", problems));
  return compile::compile(*loaded.rules, *model::find_profile(*loaded.rules, "default"), "");
}

class RandomPatients {
 public:
  explicit RandomPatients(const image::Image& image) : image_{image} {}

  Answers next() {
    Answers answers{image_};
    for (std::uint32_t fact = 0; fact < image_.facts.size(); ++fact) {
      if (pick(3) != 0) answers.set(image_, fact, any_value(image_.facts[fact]));
    }
    return answers;
  }

 private:
  std::uint32_t pick(std::uint32_t sides) { return static_cast<std::uint32_t>(random_() % sides); }
  Domain any_value(const image::Fact& fact) {
    if (fact.type == base::FactType::quantity) {
      const std::uint32_t low = pick(fact.tests.size() + 1);
      return {0, low, low + pick(fact.tests.size() + 1 - low)};
    }
    return {std::uint64_t{1} << pick(fact.type == base::FactType::boolean ? 2 : fact.choices.size()), 0, 0};
  }

  const image::Image& image_;
  std::mt19937 random_{20260131};
};

void expect_equal(const Result& one, const Result& other) {
  ASSERT_EQ(one.planes.yes, other.planes.yes);
  ASSERT_EQ(one.planes.no, other.planes.no);
  ASSERT_EQ(one.order, other.order);
  for (std::size_t i = 0; i < one.treatments.size(); ++i) ASSERT_EQ(one.treatments[i].score, other.treatments[i].score);
}

TEST(Levels, GiveTheSameBitsForTheShippedRules) {
  const image::Image image = shipped_image();
  std::vector<PatientExecutor> executors;
  for (const Kernel& kernel : kernels()) executors.emplace_back(image, kernel);
  std::vector<Result> results(executors.size(), prepare(image));
  RandomPatients patients{image};
  for (int i = 0; i < 3000; ++i) {
    const Answers answers = patients.next();
    for (std::size_t level = 0; level < executors.size(); ++level)
      executors[level].run(answers, date(2026, 1, 31), results[level]);
    for (const Result& each : results) ASSERT_NO_FATAL_FAILURE(expect_equal(results.back(), each)) << i;
  }
}

}  // namespace
}  // namespace vertebra::eval
