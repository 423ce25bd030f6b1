// Several documents in one input: loaded, and where they load, drawn, checked, compiled, run over two patients, and shown.

#include <cstdint>
#include <string>
#include <vector>

#include "base/sha256.hpp"
#include "check/check.hpp"
#include "compile/compiler.hpp"
#include "eval/domain.hpp"
#include "eval/patient_executor.hpp"
#include "fuzz/promise.hpp"
#include "graph/rule_graph.hpp"
#include "load/loader.hpp"
#include "report/graph_dot.hpp"
#include "report/graph_mermaid.hpp"
#include "report/outcome_json.hpp"
#include "report/outcome_text.hpp"

namespace vertebra::fuzz {
namespace {

// "=== vocabulary.yaml" on a line of its own begins a file; what stands before the first is a file as well.
std::vector<load::NamedText> unpack(std::string_view input) {
  std::vector<load::NamedText> files{{"input.yaml", {}}};
  for (std::size_t at = 0; at < input.size();) {
    const std::size_t end = std::min(input.find('\n', at), input.size() - 1) + 1;
    const std::string_view line = input.substr(at, end - at);
    if (line.starts_with("=== ")) {
      files.push_back({std::string{line.substr(4, line.find_last_not_of("\r\n") - 3)}, {}});
    } else {
      files.back().text += line;
    }
    at = end;
  }
  if (files.front().text.empty()) files.erase(files.begin());
  return files;
}

// A stream of bytes that depends on the input alone.
class Dice {
 public:
  explicit Dice(std::string_view seed) {
    for (const char c : seed) state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  }
  std::uint64_t roll() {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    return state_ ^= state_ << 17;
  }

 private:
  std::uint64_t state_ = 0xCBF29CE484222325U;
};

base::Possible answer_to(const base::FactShape& fact, Dice& dice) {
  base::Possible answer;
  answer.known = dice.roll() % 4 != 0;
  const double share = static_cast<double>(dice.roll() % 17) / 16;
  answer.low = answer.high = fact.min + (fact.max - fact.min) * share;
  if (fact.unit.ucum == base::year_unit) answer.low = answer.high = fact.min;
  const std::size_t cells = fact.type == base::FactType::boolean ? 2 : fact.choices.size();
  if (cells > 0) answer.cells = std::uint64_t{1} << dice.roll() % cells;
  return answer;
}

void evaluate(const image::Image& image, const eval::Answers& answers) {
  eval::PatientExecutor executor{image};
  eval::Result result = eval::prepare(image);
  executor.run(answers, date(2026, 1, 31), result);
  const std::string once = report::to_json(image, result);
  promise(!report::to_text(image, result, {}).empty(), "a report says something");
  executor.run(answers, date(2026, 1, 31), result);
  promise(once == report::to_json(image, result), "the same advice for the same patient", once);
}

void run_profile(const model::RuleSet& rules, const model::Profile& profile, Dice dice) {
  const graph::RuleGraph graph{rules, profile};
  report::to_dot(graph);
  report::to_mermaid(graph);
  const image::Image image = compile::compile(rules, profile, base::sha256_hex(load::canonical_json(rules, profile)));
  const eval::Answers empty{image};
  eval::Answers random{image};
  for (std::uint32_t fact = 0; fact < image.facts.size(); ++fact) {
    random.set(image, fact, eval::domain_of(image, fact, answer_to(rules.vocabulary.facts[fact].shape, dice)));
  }
  evaluate(image, empty);
  evaluate(image, random);
}

void run(std::string_view input) {
  const load::Loaded loaded = load::load(unpack(input));
  promise(loaded.rules.has_value() != has_errors(loaded.diagnostics), "a rule set or an error, and only one of them");
  for (const Diagnostic& each : loaded.diagnostics) to_string(each);
  if (!loaded.rules) return;
  base::Reporter reporter{*loaded.rules->files};
  check::run_checks(*loaded.rules, reporter);
  if (has_errors(reporter.take())) return;
  for (const model::Guide& guide : loaded.rules->guides)
    run_profile(*loaded.rules, *model::find_profile(*loaded.rules, guide.id), Dice{input});
  for (const model::Profile& profile : loaded.rules->profiles) run_profile(*loaded.rules, profile, Dice{input});
}

}  // namespace
}  // namespace vertebra::fuzz

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, unsigned long size) {
  vertebra::fuzz::run(vertebra::fuzz::as_text(data, size));
  return 0;
}
