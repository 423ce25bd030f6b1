#include <vertebra/graph.hpp>
#include <vertebra/rule_set.hpp>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/graphviz.hpp"
#include "cli/rules.hpp"

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
       {"format", "FORM", "dot, mermaid or svg (default: dot); svg needs Graphviz"},
       {"output", "FILE", "where to write it (default: standard output)"}},
      "vertebra graph --rules rules/low_back_pain --format svg --output graph.svg",
  };
  return text;
}

Reply draw(const RuleSet& rules, const std::string& format) {
  if (format == "mermaid") return {Exit::done, graph_mermaid(rules), {}};
  if (format == "dot") return {Exit::done, graph_dot(rules), {}};
  std::string svg;
  const std::string problem = draw_svg(graph_dot(rules), svg);
  if (problem.empty()) return {Exit::done, std::move(svg), {}};
  return wrong_use(program_name(usage()), problem, "install Graphviz, or ask for `--format dot`");
}

}  // namespace

Reply run_graph(const Words& words) {
  auto parsed = parse(usage(), words);
  if (auto* reply = std::get_if<Reply>(&parsed)) return *reply;
  const auto& arguments = std::get<Arguments>(parsed);
  const std::string format = arguments.get("format", "dot");
  if (auto reply = check_choice(usage(), "format", format, {"dot", "mermaid", "svg"})) return *reply;
  const auto loaded = load_rules(arguments);
  if (!loaded.rule_set) return refused(loaded.diagnostics);
  Reply reply = draw(*loaded.rule_set, format);
  const auto output = arguments.find("output");
  if (reply.exit != Exit::done || !output) return reply;
  if (const auto problem = write_file(*output, reply.out)) return refused({*problem});
  return {};
}

}  // namespace vertebra::cli
