#include <benchmark/benchmark.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/reporter.hpp"
#include "base/sha256.hpp"
#include "check/check.hpp"
#include "compile/compiler.hpp"
#include "eval/domain.hpp"
#include "eval/patient_executor.hpp"
#include "generated_rules.hpp"
#include "graph/rule_graph.hpp"
#include "image/image_file.hpp"

// What it costs to have many rules: each step of making a rule set ready, and one patient, at 60, 600 and 6,000 rules. Ten
// times the rules should take ten times as long, or a little more where things are sorted.

namespace {

using namespace vertebra;

load::Loaded loaded_or_exit(int rules) {
  load::Loaded loaded = load::load(generated::rule_set(rules));
  for (const Diagnostic& each : loaded.diagnostics) std::fputs(to_string(each).c_str(), stderr);
  if (!loaded.rules) std::exit(1);
  return loaded;
}

const model::RuleSet& rules_of(int rules) {
  static std::map<int, model::RuleSet> made;
  const auto [found, is_new] = made.try_emplace(rules);
  if (is_new) found->second = *loaded_or_exit(rules).rules;
  return found->second;
}

model::Profile profile_of(const model::RuleSet& rules) { return *model::find_profile(rules, "large"); }

const image::Image& image_of(int rules) {
  static std::map<int, image::Image> made;
  const auto [found, is_new] = made.try_emplace(rules);
  if (is_new) found->second = compile::compile(rules_of(rules), profile_of(rules_of(rules)), "");
  return found->second;
}

int size(const benchmark::State& state) { return static_cast<int>(state.range(0)); }

void large_load(benchmark::State& state) {
  const auto texts = generated::rule_set(size(state));
  std::size_t bytes = 0;
  for (const load::NamedText& text : texts) bytes += text.text.size();
  for (auto _ : state) benchmark::DoNotOptimize(load::load(texts));
  state.counters["KiB"] = static_cast<double>(bytes) / 1024;
}

void large_check(benchmark::State& state) {
  const model::RuleSet& rules = rules_of(size(state));
  for (auto _ : state) {
    base::Reporter reporter{*rules.files};
    check::run_checks(rules, reporter);
    benchmark::DoNotOptimize(reporter.take());
  }
}

void large_graph(benchmark::State& state) {
  const model::RuleSet& rules = rules_of(size(state));
  for (auto _ : state) {
    const graph::RuleGraph graph{rules};
    benchmark::DoNotOptimize(graph.size());
  }
}

void large_hash(benchmark::State& state) {
  const model::RuleSet& rules = rules_of(size(state));
  for (auto _ : state) benchmark::DoNotOptimize(base::sha256_hex(load::canonical_json(rules, profile_of(rules))));
}

void large_compile(benchmark::State& state) {
  const model::RuleSet& rules = rules_of(size(state));
  for (auto _ : state) benchmark::DoNotOptimize(compile::compile(rules, profile_of(rules), ""));
}

// From a file that was compiled before: everything that an evaluation needs.
void large_start_from_image(benchmark::State& state) {
  const std::string bytes = image::write_file(image_of(size(state)), {"large", "en"});
  for (auto _ : state) {
    const image::ReadFile read = image::read_file(bytes);
    if (!read.image) std::exit(1);
    benchmark::DoNotOptimize(eval::Answers{*read.image});
  }
  state.counters["KiB"] = static_cast<double>(bytes.size()) / 1024;
}

// A patient of whom every third answer is known.
void large_evaluate(benchmark::State& state) {
  const image::Image& image = image_of(size(state));
  const model::RuleSet& rules = rules_of(size(state));
  eval::Answers answers{image};
  for (std::uint32_t fact = 0; fact < image.facts.size(); ++fact) {
    const base::FactShape& shape = rules.vocabulary.facts[fact].shape;
    const base::Possible answer{.known = fact % 3 == 0, .low = shape.max / 2, .high = shape.max / 2, .cells = 1};
    answers.set(image, fact, eval::domain_of(image, fact, answer));
  }
  eval::PatientExecutor executor{image};
  eval::Result result = eval::prepare(image);
  for (auto _ : state) {
    executor.run(answers, date(2026, 1, 31), result);
    benchmark::DoNotOptimize(result.treatments.data());
  }
}

// The most memory that a process of its own ever held while it loaded, checked and compiled.
void large_peak_memory(benchmark::State& state) {
  for (auto _ : state) {
    const pid_t child = fork();
    if (child == 0) {
      const load::Loaded loaded = loaded_or_exit(size(state));
      base::Reporter reporter{*loaded.rules->files};
      check::run_checks(*loaded.rules, reporter);
      benchmark::DoNotOptimize(compile::compile(*loaded.rules, profile_of(*loaded.rules), ""));
      _exit(0);
    }
    int status = 0;
    rusage used{};
    wait4(child, &status, 0, &used);
    if (status != 0) std::exit(1);
    state.counters["peak_MiB"] = static_cast<double>(used.ru_maxrss) / 1024;
  }
}

// Memory first, while this process itself is small: a child begins with what its parent has.
BENCHMARK(large_peak_memory)->Arg(60)->Arg(600)->Arg(6000)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(large_load)->Arg(60)->Arg(600)->Arg(6000)->Unit(benchmark::kMillisecond);
BENCHMARK(large_graph)->Arg(60)->Arg(600)->Arg(6000)->Unit(benchmark::kMillisecond);
BENCHMARK(large_check)->Arg(60)->Arg(600)->Arg(6000)->Unit(benchmark::kMillisecond);
BENCHMARK(large_hash)->Arg(60)->Arg(600)->Arg(6000)->Unit(benchmark::kMillisecond);
BENCHMARK(large_compile)->Arg(60)->Arg(600)->Arg(6000)->Unit(benchmark::kMillisecond);
BENCHMARK(large_start_from_image)->Arg(60)->Arg(600)->Arg(6000)->Unit(benchmark::kMillisecond);
BENCHMARK(large_evaluate)->Arg(60)->Arg(600)->Arg(6000)->Unit(benchmark::kMicrosecond);

}  // namespace
