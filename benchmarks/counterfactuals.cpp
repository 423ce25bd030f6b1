#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <vertebra/vertebra.hpp>

#include "api/state.hpp"
#include "explain/cells.hpp"
#include "explain/counterfactuals.hpp"

// The fewest other answers that would change the advice of the default profile, for the example patients and random ones, and
// everything that can be wished for them; beside it, trying every pair of answers.

namespace {

using namespace vertebra;

constexpr Date as_of = date(2026, 1, 31);

void require(bool good, const std::string& what) {
  if (good) return;
  std::fputs((what + "\n").c_str(), stderr);
  std::exit(1);
}

const Engine& engine() {
  static const Engine made = [] {
    auto loaded = load_rule_set(VERTEBRA_SOURCE_DIR "/rules/low_back_pain", "default");
    require(loaded.rule_set.has_value(), "the rules do not load: run vertebra check");
    return Engine{*std::move(loaded.rule_set)};
  }();
  return made;
}

Patient example(const std::string& name) {
  const std::string path = VERTEBRA_SOURCE_DIR "/examples/data/" + name + ".yaml";
  std::ifstream file{path, std::ios::binary};
  const std::string text{std::istreambuf_iterator<char>{file}, {}};
  Patient patient{engine()};
  require(static_cast<bool>(read_patient(patient, text, path)), path + " cannot be read");
  return patient;
}

Answer answer_in(const image::Image& image, explain::Cell cell) {
  const base::FactShape& shape = engine().rule_set().state().shapes[cell.fact];
  if (shape.type == base::FactType::boolean) return cell.index == 1;
  if (shape.type == base::FactType::choice) return choice(shape.choices[cell.index]);
  return quantity(*explain::number_in(image, cell, explain::Side::among), shape.unit.ucum);
}

// Each answer of the uncomplicated patient is kept, another one, or not given.
Patient random_patient(std::mt19937& random) {
  constexpr double another = 0.1;
  constexpr double not_given = 0.2;
  const image::Image& image = engine().rule_set().state().image;
  Patient patient = example("acute_tight_muscles");
  for (std::uint32_t fact = 0; fact < image.facts.size(); ++fact) {
    const double drawn = std::uniform_real_distribution{}(random);
    if (drawn >= another + not_given) continue;
    const auto cells = explain::cells_of(image, fact);
    const Answer answer = drawn < another ? answer_in(image, cells[random() % cells.size()]) : Unknown{};
    require(static_cast<bool>(patient.set(FactId{fact}, answer)), "an answer is refused");
  }
  return patient;
}

std::vector<Patient> patients() {
  std::vector<Patient> list;
  for (const char* name : {"acute_tight_muscles", "few_answers", "five_months", "cauda_equina", "empty"})
    list.push_back(example(name));
  std::mt19937 random{20260131};
  constexpr std::size_t wanted = 50;
  Evaluator evaluator{engine()};
  while (list.size() < wanted) {
    Patient patient = random_patient(random);
    if (evaluator.evaluate(patient, as_of).conflicts().empty()) list.push_back(std::move(patient));
  }
  return list;
}

struct Asked {
  Patient patient;
  Goal goal;
};

// What has sets of this size; with 0 what has none.
const std::vector<Asked>& asked(std::size_t size) {
  static const auto all = [] {
    std::vector<std::vector<Asked>> by_size(most_other_answers + 1);
    Evaluator evaluator{engine()};
    for (const Patient& patient : patients()) {
      std::vector<Goal> goals{goal_care(), goal_first()};
      for (const auto& each : evaluator.evaluate(patient, as_of).treatments()) goals.push_back(goal_offered(each.id));
      for (const Goal& goal : goals) {
        const auto found = *evaluator.counterfactuals(patient, as_of, goal).counterfactuals;
        if (found.reached_already) continue;
        by_size[found.sets.empty() ? 0 : found.sets.front().answers.size()].push_back({patient, goal});
      }
    }
    return by_size;
  }();
  return all[size];
}

void counterfactuals(benchmark::State& state) {
  const auto& list = asked(static_cast<std::size_t>(state.range(0)));
  if (list.empty()) return state.SkipWithError("nothing that is asked has sets of this size");
  const Evaluator evaluator{engine()};
  std::size_t next = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(evaluator.counterfactuals(list[next].patient, as_of, list[next].goal));
    next = (next + 1) % list.size();
  }
  state.counters["asked"] = static_cast<double>(list.size());
}
BENCHMARK(counterfactuals)->Arg(1)->Arg(2)->Arg(3)->Arg(0)->Unit(benchmark::kMicrosecond);

// The same patients and goals, each alone: the slowest is what a person would wait for.
// Its least of three is taken, for other work on the machine only adds.
void slowest_counterfactuals(benchmark::State& state) {
  const auto& list = asked(static_cast<std::size_t>(state.range(0)));
  if (list.empty()) return state.SkipWithError("nothing that is asked has sets of this size");
  const Evaluator evaluator{engine()};
  std::vector<double> least(list.size(), 1e9);
  for (auto _ : state) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      const auto start = std::chrono::steady_clock::now();
      benchmark::DoNotOptimize(evaluator.counterfactuals(list[i].patient, as_of, list[i].goal));
      const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - start;
      least[i] = std::min(least[i], took.count());
    }
  }
  const double slowest = *std::ranges::max_element(least);
  state.counters["slowest_us"] = slowest;
}
BENCHMARK(slowest_counterfactuals)->Arg(1)->Arg(2)->Arg(3)->Arg(0)->Iterations(3)->Unit(benchmark::kMillisecond);

// The baseline: every pair of answers is run, whatever it could do.
void every_pair_of_answers(benchmark::State& state) {
  const auto& list = asked(2);
  if (list.empty()) return state.SkipWithError("nothing that is asked has sets of two answers");
  const image::Image& image = engine().rule_set().state().image;
  std::size_t next = 0;
  for (auto _ : state) {
    eval::Answers answers = list[next].patient.state().answers;
    eval::PatientExecutor executor{image};
    eval::Result result = eval::prepare(image);
    for (std::uint32_t a = 0; a < image.facts.size(); ++a) {
      const eval::Domain own_a = answers[a];
      for (const explain::Cell first : explain::cells_of(image, a)) {
        answers.set(image, a, explain::domain_of(image, first));
        for (std::uint32_t b = a + 1; b < image.facts.size(); ++b) {
          const eval::Domain own_b = answers[b];
          for (const explain::Cell second : explain::cells_of(image, b)) {
            answers.set(image, b, explain::domain_of(image, second));
            executor.run(answers, as_of, result);
            benchmark::DoNotOptimize(result.care_least);
          }
          answers.set(image, b, own_b);
        }
      }
      answers.set(image, a, own_a);
    }
    next = (next + 1) % list.size();
  }
}
BENCHMARK(every_pair_of_answers)->Iterations(20)->Unit(benchmark::kMicrosecond);

}  // namespace
