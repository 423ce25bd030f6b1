#include <vertebra/graph.hpp>
#include <vertebra/rule_set.hpp>
#include <vertebra/vocabulary.hpp>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/graphviz.hpp"
#include "cli/rules.hpp"
#include "cli/suggestion.hpp"

namespace vertebra::cli {
namespace {

const Usage& usage() {
  static const Usage text{
      "graph",
      "Draws the rule graph of a profile: which fact decides which rule, and which rule bears on which treatment.",
      {rules_option,
       profile_option,
       site_option,
       language_option,
       {"around", "ID", "only what this treatment or red flag rests on"},
       {"fact", "ID", "only what an answer to this fact can reach"},
       one_of("dot,mermaid,svg", {"format", "FORM", "dot, mermaid or svg (default: dot); svg needs Graphviz"}),
       {"output", "FILE", "where to write it (default: standard output)"}},
      "vertebra graph --rules rules/low_back_pain --format svg --output graph.svg",
  };
  return text;
}

Reply unknown_node(const RuleSet& rules, const GraphView& view) {
  std::vector<std::string> known;
  if (!view.fact.empty())
    for (const FactInfo& each : facts(rules)) known.emplace_back(each.id);
  else
    for (const TreatmentInfo& each : treatments(rules)) known.emplace_back(each.id);
  const std::string& id = view.fact.empty() ? view.around : view.fact;
  return wrong_use(
      program_name(usage()),
      "`" + id + "` is not a " + (view.fact.empty() ? "treatment or red flag" : "fact") + " of this profile",
      suggestion(id, known));
}

Reply draw(const RuleSet& rules, const std::string& format, const GraphView& view) {
  const std::string drawn = format == "mermaid" ? graph_mermaid(rules, view) : graph_dot(rules, view);
  if (drawn.empty()) return unknown_node(rules, view);
  if (format != "svg") return {Exit::done, drawn, {}};
  return svg_reply(program_name(usage()), drawn);
}

Reply graph(const Arguments& arguments) {
  if (arguments.find("around") && arguments.find("fact"))
    return wrong_use(program_name(usage()), "`--around` and `--fact` do not go together", "give one of them");
  const auto loaded = load_rules(arguments);
  if (!loaded.rule_set) return refused(loaded.diagnostics);
  const GraphView view{arguments.get("around"), arguments.get("fact")};
  return to_output(arguments, draw(*loaded.rule_set, arguments.get("format"), view));
}

}  // namespace

Reply run_graph(const Words& words) { return run_command(usage(), words, graph); }

}  // namespace vertebra::cli
