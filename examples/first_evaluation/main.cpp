// The use that opens <vertebra/vertebra.hpp>, as a program: one patient, their care level, and what may help.

#include <cstdio>
#include <string>

#include <vertebra/vertebra.hpp>

namespace {

void show(const std::string& text) { std::fputs((text + "\n").c_str(), stdout); }

int refuse(const vertebra::Diagnostic& problem) {
  std::fputs(to_string(problem).c_str(), stderr);
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string folder = argc > 1 ? argv[1] : "rules/low_back_pain";
  auto loaded = vertebra::load_rule_set(folder, "default");
  for (const vertebra::Diagnostic& problem : loaded.diagnostics) std::fputs(to_string(problem).c_str(), stderr);
  if (!loaded.rule_set) return 1;
  const vertebra::Engine engine{*std::move(loaded.rule_set)};

  vertebra::Patient patient{engine};
  if (auto status = patient.set("lbp_present", true); !status) return refuse(status.problem());
  if (auto status = patient.set("pain_duration", vertebra::weeks(6)); !status) return refuse(status.problem());
  if (auto status = patient.set("leg_weakness", vertebra::choice("both_legs")); !status)
    return refuse(status.problem());

  vertebra::Evaluator evaluator{engine};
  const vertebra::Outcome& outcome = evaluator.evaluate(patient, vertebra::date(2026, 1, 31));
  if (const auto care = outcome.care()) {
    show("care: " + std::string{care->least.id} + " to " + std::string{care->most.id});
  }
  for (const auto& flag : outcome.red_flags()) {
    if (flag.truth == vertebra::Truth::yes) show("because: " + std::string{flag.because});
  }
  for (const auto& treatment : outcome.treatments()) {
    show(std::string{treatment.id} + ": " + std::string{to_string(treatment.verdict)});
  }
  for (const auto& question : evaluator.ask_next(patient, vertebra::date(2026, 1, 31))) {
    show("ask: " + std::string{question.ask});
  }
}
