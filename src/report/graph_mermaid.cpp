#include "report/graph_mermaid.hpp"

#include <string_view>
#include <vector>

#include "report/picture.hpp"
#include "report/score_bar.hpp"

namespace vertebra::report {
namespace {

using graph::EdgeKind;
using graph::Node;
using graph::NodeKind;

constexpr std::string_view classes = R"(  classDef fact fill:#dcebf7,stroke:#0072b2,color:#000
  classDef condition fill:#fff,stroke:#555,color:#000
  classDef red_flag fill:#fbe3d6,stroke:#d55e00,color:#000
  classDef contraindication fill:#fdf3cf,stroke:#e69f00,color:#000
  classDef treatment fill:#dff2ea,stroke:#009e73,color:#000
  classDef group fill:#bfe5d6,stroke:#009e73,stroke-width:3px,color:#000
)";

// Inside the quotes of Mermaid only entity codes, with # for &, are safe.
std::string quoted(std::string_view text) {
  std::string escaped = "\"";
  for (const char c : text) {
    switch (c) {
      case '"': escaped += "#quot;"; break;
      case '#': escaped += "#35;"; break;
      case '&': escaped += "#amp;"; break;
      case '<': escaped += "#lt;"; break;
      case '>': escaped += "#gt;"; break;
      case '`': escaped += "#96;"; break;
      case '|': escaped += "#124;"; break;
      case '\n': escaped += ' '; break;
      default: escaped += c;
    }
  }
  return escaped + '"';
}

std::string name(int node) { return "n" + std::to_string(node); }

std::string_view class_of(const Node& node) {
  switch (node.kind) {
    case NodeKind::fact: return "fact";
    case NodeKind::red_flag: return "red_flag";
    case NodeKind::contraindication: return "contraindication";
    case NodeKind::treatment: return node.is_group ? "group" : "treatment";
    default: return "condition";
  }
}

std::string_view arrow_of(const Link& link) {
  switch (link.kind) {
    case EdgeKind::argues: return link.points < 0 ? "-.->" : "-->";
    case EdgeKind::blocks: return "--x";
    case EdgeKind::cautions: return "-.-x";
    case EdgeKind::part_of: return "---";
    default: return "-->";
  }
}

class MermaidWriter {
 public:
  MermaidWriter(const graph::RuleGraph& graph, const Picture& picture) : graph_{graph}, picture_{picture} {}

  std::string write() {
    out_ = "flowchart LR\n";
    for (const std::string& scope : picture_.scopes) out_ += "  %% scope of " + scope + "\n";
    for (const int node : picture_.facts) write_node(node, "  ");
    for (const int node : picture_.scores) write_node(node, "  ");
    for (const int node : picture_.conditions) write_node(node, "  ");
    for (const int node : picture_.contraindications) write_node(node, "  ");
    for (const int node : picture_.arguments) write_argument(node);
    for (const LevelBox& box : picture_.levels)
      write_box(box.level, graph_.node(box.level).label + (box.defers ? " (treatments wait)" : ""), box.red_flags);
    for (const GroupBox& box : picture_.groups) write_box(box.top, " ", box.members);
    for (const Link& link : picture_.links) write_link(link);
    return out_ + std::string{classes};
  }

 private:
  void write_node(int number, std::string_view indent) {
    const Node& node = graph_.node(number);
    const std::string joins = node.joins.empty() ? "" : " (" + node.joins + ")";
    out_ += std::string{indent} + name(number) + "[" + quoted(node.label + joins) +
            "]:::" + std::string{class_of(node)} + "\n";
  }

  void write_argument(int number) { out_ += "  " + name(number) + "((" + quoted(graph_.node(number).joins) + "))\n"; }

  void write_box(int box, std::string_view title, const std::vector<int>& nodes) {
    out_ += "  subgraph box" + std::to_string(box) + "[" + quoted(title) + "]\n";
    for (const int node : nodes) write_node(node, "    ");
    out_ += "  end\n";
  }

  // The test that an edge starts from, `not`, and points; as far as there are any.
  std::string words_of(const Link& link) const {
    const Node& from = graph_.node(link.from);
    std::string words = from.kind == NodeKind::test ? from.label : "";
    if (link.negated) words = words.empty() ? "not" : "not " + words;
    if (link.kind == EdgeKind::argues) words += (words.empty() ? "" : ": ") + points_text(link.points);
    return words;
  }

  void write_link(const Link& link) {
    const Node& from = graph_.node(link.from);
    const int start = from.kind == NodeKind::test ? tested_by(link.from) : link.from;
    const std::string words = words_of(link);
    out_ += "  " + name(start) + " " + std::string{arrow_of(link)} +
            (words.empty() ? std::string{" "} : "|" + quoted(words) + "| ") + name(link.to) + "\n";
  }

  int tested_by(int test) const { return graph_.edges_in(test).front().from; }

  const graph::RuleGraph& graph_;
  const Picture& picture_;
  std::string out_;
};

}  // namespace

std::string to_mermaid(const graph::RuleGraph& graph, View view) {
  const Picture picture = picture_of(graph, view);
  return MermaidWriter{graph, picture}.write();
}

}  // namespace vertebra::report
