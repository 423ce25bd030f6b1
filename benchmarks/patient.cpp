#include <benchmark/benchmark.h>

#include <vertebra/vertebra.hpp>

#include "pairs.hpp"

// One patient through spine_pro: Vertebra beside C++ written by hand for this one guide, on the same patients in the same
// run.

namespace {

void vertebra_one_patient(benchmark::State& state) {
  const pairs::Pairs& all = pairs::all();
  vertebra::Evaluator evaluator{all.engine};
  std::size_t next = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(evaluator.evaluate(all.patients[next], pairs::as_of).summaries().data());
    next = (next + 1) % all.patients.size();
  }
}
BENCHMARK(vertebra_one_patient);

void hand_written_one_patient(benchmark::State& state) {
  const pairs::Pairs& all = pairs::all();
  std::size_t next = 0;
  for (auto _ : state) {
    const hand_written::Advice advice = hand_written::advise(all.by_hand[next]);
    benchmark::DoNotOptimize(&advice);
    next = (next + 1) % all.by_hand.size();
  }
}
BENCHMARK(hand_written_one_patient);

void vertebra_one_patient_as_json(benchmark::State& state) {
  const pairs::Pairs& all = pairs::all();
  vertebra::Evaluator evaluator{all.engine};
  std::size_t next = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(evaluator.evaluate(all.patients[next], pairs::as_of).to_json());
    next = (next + 1) % all.patients.size();
  }
}
BENCHMARK(vertebra_one_patient_as_json);

void vertebra_load_rule_set(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(vertebra::load_rule_set(VERTEBRA_SOURCE_DIR "/rules/low_back_pain", "spine_pro").rule_set);
  }
}
BENCHMARK(vertebra_load_rule_set)->Unit(benchmark::kMillisecond);

}  // namespace
