// The smallest use of the installed library: nobody's answers, evaluated.
#include <vertebra/vertebra.hpp>

#include <iostream>
#include <utility>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  auto loaded = vertebra::load_rule_set(argv[1], "spine_pro");
  if (!loaded.rule_set) {
    for (const auto& diagnostic : loaded.diagnostics) std::cerr << vertebra::to_string(diagnostic);
    return 1;
  }
  const vertebra::Engine engine{*std::move(loaded.rule_set)};
  const vertebra::Patient patient{engine};
  vertebra::Evaluator evaluator{engine};
  const auto& outcome = evaluator.evaluate(patient, vertebra::date(2026, 1, 31));
  if (!outcome.care()) return 1;
  std::cout << "care: " << outcome.care()->least.label << " to " << outcome.care()->most.label << '\n';
}
