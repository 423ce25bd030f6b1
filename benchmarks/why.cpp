#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <vertebra/vertebra.hpp>

// One answer to "why" under the default profile, beside one evaluation of the same patient in the same run. Evaluations
// record nothing for it: the planes that it reads are the evaluation itself.
namespace {

constexpr vertebra::Date as_of = vertebra::date(2026, 1, 31);

void require(bool good, const std::string& message) {
  if (good) return;
  std::fprintf(stderr, "%s\n", message.c_str());
  std::exit(1);
}

const vertebra::Engine& engine() {
  static const vertebra::Engine made = [] {
    auto loaded = vertebra::load_rule_set(VERTEBRA_SOURCE_DIR "/rules/low_back_pain", "default");
    require(loaded.rule_set.has_value(), "the shipped rules do not load: run vertebra check");
    return vertebra::Engine{*std::move(loaded.rule_set)};
  }();
  return made;
}

vertebra::Patient patient(const std::string& name) {
  std::ifstream file{VERTEBRA_SOURCE_DIR "/examples/data/" + name + ".yaml", std::ios::binary};
  const std::string text{std::istreambuf_iterator<char>{file}, {}};
  vertebra::Patient result{engine()};
  require(static_cast<bool>(read_patient(result, text, name + ".yaml")), name + " cannot be read");
  return result;
}

struct Case {
  const char* name;
  const char* patient;
  const char* question;
};

// From the shortest answer to those that rest on most: a patient without any warning sign, of whom each must be refuted.
constexpr Case cases[] = {
    {"emergency", "cauda_equina", "care"},
    {"no_emergency", "acute_tight_muscles", "care:emergency"},
    {"nothing_urgent", "acute_tight_muscles", "care"},
    {"offered", "acute_tight_muscles", "treatment:ibuprofen"},
    {"provisional", "few_answers", "treatment:acupuncture"},
    {"rank", "acute_tight_muscles", "rank:heat,massage_therapy"},
};

void evaluate_one_patient(benchmark::State& state, const Case& each) {
  const vertebra::Patient one = patient(each.patient);
  vertebra::Evaluator evaluator{engine()};
  for (auto _ : state) benchmark::DoNotOptimize(evaluator.evaluate(one, as_of).summaries().data());
}

void why_one_patient(benchmark::State& state, const Case& each) {
  const vertebra::Patient one = patient(each.patient);
  const vertebra::WhyQuestion question = *vertebra::read_why_question(each.question);
  vertebra::Evaluator evaluator{engine()};
  require(evaluator.why(one, as_of, question).why.has_value(), std::string{each.question} + " is refused");
  for (auto _ : state) benchmark::DoNotOptimize(evaluator.why(one, as_of, question).why);
}

const bool registered = [] {
  for (const Case& each : cases) {
    const std::string name = each.name;
    benchmark::RegisterBenchmark(("why_evaluate/" + name).c_str(), evaluate_one_patient, each);
    benchmark::RegisterBenchmark(("why_answer/" + name).c_str(), why_one_patient, each);
  }
  return true;
}();

}  // namespace
