#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include <vertebra/vertebra.hpp>

// What to ask next beside the evaluation that it rests on, for two patients of the default profile: of one nothing is known
// (83 questions, the most there can be), the other has answered three.

namespace {

constexpr vertebra::Date as_of = vertebra::date(2026, 1, 31);

const vertebra::Engine& engine() {
  static const vertebra::Engine made{
      *vertebra::load_rule_set(VERTEBRA_SOURCE_DIR "/rules/low_back_pain", "default").rule_set};
  return made;
}

vertebra::Patient patient(const char* name) {
  const std::string path = std::string{VERTEBRA_SOURCE_DIR "/examples/data/"} + name + ".yaml";
  std::ifstream file{path};
  vertebra::Patient result{engine()};
  const std::string text{std::istreambuf_iterator<char>{file}, {}};
  if (!vertebra::read_patient(result, text, path)) {
    std::fputs((path + " cannot be read\n").c_str(), stderr);
    std::exit(1);
  }
  return result;
}

void ask_next(benchmark::State& state, const char* name) {
  const vertebra::Patient asked = patient(name);
  vertebra::Evaluator evaluator{engine()};
  for (auto _ : state) benchmark::DoNotOptimize(evaluator.ask_next(asked, as_of).data());
}
BENCHMARK_CAPTURE(ask_next, nothing_known, "empty");
BENCHMARK_CAPTURE(ask_next, three_answers, "few_answers");

void evaluate_default_profile(benchmark::State& state, const char* name) {
  const vertebra::Patient asked = patient(name);
  vertebra::Evaluator evaluator{engine()};
  for (auto _ : state) benchmark::DoNotOptimize(evaluator.evaluate(asked, as_of).summaries().data());
}
BENCHMARK_CAPTURE(evaluate_default_profile, nothing_known, "empty");
BENCHMARK_CAPTURE(evaluate_default_profile, three_answers, "few_answers");

}  // namespace
