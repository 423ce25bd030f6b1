#include <benchmark/benchmark.h>
#include <malloc.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <new>
#include <string>

#include <vertebra/engine.hpp>
#include <vertebra/fhir.hpp>

#include "generated_record.hpp"
#include "nlohmann_record.hpp"

// A bundle of 1 MB into facts: Vertebra beside a hand-written extraction over nlohmann-json, which must find the same facts
// before either is timed.

namespace {

constexpr vertebra::Date as_of = vertebra::date(2026, 1, 31);
constexpr std::size_t bytes = 1'000'000;

// While allocations are counted: what is held, and the most that ever was. Nothing is counted while time is measured,
// because the baseline allocates far more often.
std::atomic<bool> counting{false};
std::atomic<std::size_t> held{0};
std::atomic<std::size_t> peak{0};

// The most that a call holds, of what it allocates itself.
template <class Call>
std::size_t peak_of(const Call& call) {
  held = peak = 0;
  counting = true;
  benchmark::DoNotOptimize(call());
  counting = false;
  return peak;
}

void require(bool good, const std::string& what) {
  if (good) return;
  std::fputs((what + "\n").c_str(), stderr);
  std::exit(1);
}

struct Bench {
  Bench()
      : engine{[] {
          auto loaded = vertebra::load_rule_set(VERTEBRA_SOURCE_DIR "/rules/low_back_pain", "default");
          require(loaded.rule_set.has_value(), "the shipped rules do not load");
          return *std::move(loaded.rule_set);
        }()},
        mapping{*vertebra::fhir::load_mapping(VERTEBRA_SOURCE_DIR "/rules/low_back_pain", engine.rule_set()).mapping},
        baseline{vertebra::facts(engine.rule_set())},
        json{generated_record::bundle(bytes)} {}

  vertebra::fhir::ReadResult read() const {
    vertebra::Patient patient{engine};
    return vertebra::fhir::read_record(mapping, json, "bundle.json", as_of, patient);
  }

  vertebra::Engine engine;
  vertebra::fhir::Mapping mapping;
  nlohmann_record::Reader baseline;
  std::string json;
};

// "age: 67 a" and so on, out of the patient file.
std::map<std::string, std::string> answers_of(const vertebra::fhir::ReadResult& result) {
  std::map<std::string, std::string> answers;
  const std::string file = to_patient_file(result, "bundle.json", as_of);
  for (std::size_t at = 0; at < file.size();) {
    const std::size_t end = file.find('\n', at);
    const std::string line = file.substr(at, end - at);
    at = end + 1;
    const std::size_t colon = line.find(": ");
    const std::size_t comment = line.find(" #");
    if (line.empty() || line[0] == '#' || colon == std::string::npos) continue;
    const std::string answer = line.substr(colon + 2, line.find_last_not_of(' ', comment) - colon - 1);
    if (answer != "unknown") answers[line.substr(0, colon)] = answer;
  }
  return answers;
}

const Bench& bench() {
  static const Bench made;
  static const bool checked = [] {
    const auto ours = answers_of(made.read());
    const auto theirs = made.baseline.read(made.json, as_of);
    for (const auto& [fact, answer] : theirs) {
      const auto found = ours.find(fact);
      require(found != ours.end() && found->second == answer,
              fact + ": " + answer + " and " + (found == ours.end() ? "nothing" : found->second));
    }
    for (const auto& [fact, answer] : ours) require(theirs.contains(fact), fact + ": " + answer + " and nothing");
    require(theirs.size() >= 9, "the bundle holds too few facts");
    return true;
  }();
  static_cast<void>(checked);
  return made;
}

void fhir_record(benchmark::State& state) {
  const Bench& each = bench();
  for (auto _ : state) benchmark::DoNotOptimize(each.read());
  state.SetBytesProcessed(static_cast<std::int64_t>(each.json.size()) * state.iterations());
  const auto most = static_cast<double>(peak_of([&] { return each.read(); }));
  state.counters["memory_over_file"] = most / static_cast<double>(each.json.size());
}

void nlohmann_json_record(benchmark::State& state) {
  const Bench& each = bench();
  for (auto _ : state) benchmark::DoNotOptimize(each.baseline.read(each.json, as_of));
  state.SetBytesProcessed(static_cast<std::int64_t>(each.json.size()) * state.iterations());
}

BENCHMARK(fhir_record)->Unit(benchmark::kMillisecond);
BENCHMARK(nlohmann_json_record)->Unit(benchmark::kMillisecond);

}  // namespace

void* operator new(std::size_t size) {
  void* const memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc{};
  if (counting) {
    const std::size_t now = held += malloc_usable_size(memory);
    if (now > peak) peak = now;
  }
  return memory;
}
void operator delete(void* memory) noexcept {
  if (counting && memory != nullptr) held -= malloc_usable_size(memory);
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }
