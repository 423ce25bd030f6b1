#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/reply.hpp"

namespace vertebra::cli {

using Words = std::vector<std::string>;

Reply run_ask(const Words& words);
Reply run_batch(const Words& words);
Reply run_check(const Words& words);
Reply run_codes(const Words& words);
Reply run_compile(const Words& words);
Reply run_counterfactuals(const Words& words);
Reply run_evaluate(const Words& words);
Reply run_explain(const Words& words);
Reply run_facts(const Words& words);
Reply run_format(const Words& words);
Reply run_graph(const Words& words);
Reply run_new(const Words& words);
Reply run_test(const Words& words);
Reply run_what_if(const Words& words);
Reply run_why(const Words& words);

struct Command {
  std::string_view name;
  std::string_view summary;
  Reply (*run)(const Words& words);
};

inline constexpr Command commands[] = {
    {"ask", "ask what can change the advice, question by question", &run_ask},
    {"batch", "evaluate many patients, a line each", &run_batch},
    {"check", "report the problems of a rule set", &run_check},
    {"codes", "list what the rules say in terms of terminologies and sources", &run_codes},
    {"compile", "write a rule set as one file that starts at once", &run_compile},
    {"counterfactuals", "find the fewest other answers that would change the advice", &run_counterfactuals},
    {"evaluate", "say what a rule set advises for one patient", &run_evaluate},
    {"explain", "say what the code of a problem means", &run_explain},
    {"facts", "say what a FHIR record answers, and on what it rests", &run_facts},
    {"format", "write rule files in the one layout", &run_format},
    {"graph", "draw the rule graph", &run_graph},
    {"new", "write a small rule set to start from", &run_new},
    {"test", "run the cases of a rule set and say what they cover", &run_test},
    {"what-if", "say what other answers would change in the advice", &run_what_if},
    {"why", "explain one thing that is said of a patient, or why it is not", &run_why},
};

}  // namespace vertebra::cli
