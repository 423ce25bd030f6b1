#include "report/graph_dot.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "report/phrases.hpp"
#include "report/picture.hpp"
#include "report/score_bar.hpp"

namespace vertebra::report {
namespace {

using graph::EdgeKind;
using graph::Node;
using graph::NodeKind;

constexpr std::string_view head = R"(digraph rules {
  graph [rankdir=LR, fontname="Helvetica", fontsize=18, labelloc=t, nodesep=0.12, ranksep=1.1, newrank=true, splines=spline]
  node [fontname="Helvetica", fontsize=12, shape=box, style="filled,rounded", fillcolor=white, color="#555555", margin="0.12,0.05"]
  edge [fontname="Helvetica", fontsize=11, color="#666666", arrowsize=0.7, headport=w, tailport=e]
)";

constexpr std::string_view legend = R"(<tr><td><font point-size="12">
<table border="0" cellborder="1" cellspacing="4" cellpadding="4"><tr>
<td bgcolor="#dcebf7" color="#0072b2">fact and its tests</td>
<td bgcolor="#ffffff" color="#555555" style="rounded">condition</td>
<td bgcolor="#fbe3d6" color="#d55e00" style="rounded">red flag</td>
<td bgcolor="#fdf3cf" color="#e69f00" style="rounded">contraindication</td>
<td bgcolor="#dff2ea" color="#009e73" style="rounded">treatment</td>
<td border="0">+8 solid: speaks for it   -5 dashed: speaks against it   bar at the end: blocks   dotted bar: caution   ring at the start: not</td>
</tr></table></font></td></tr>)";

constexpr std::string_view path_legend = R"(
<tr><td><font point-size="12">thick: what decides for this patient   ✓ holds   ✗ does not hold   ? not known   faint: not needed</font></td></tr>)";

constexpr std::string_view faint = "#b5b5b5";

// For text inside the tags of a Graphviz label.
std::string in_tags(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '&')
      escaped += "&amp;";
    else if (c == '<')
      escaped += "&lt;";
    else if (c == '>')
      escaped += "&gt;";
    else if (c == '"')
      escaped += "&quot;";
    else
      escaped += c;
  }
  return escaped;
}

std::string in_quotes(std::string_view text) {
  std::string escaped = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') escaped += '\\';
    escaped += c;
  }
  return escaped + '"';
}

std::string name(int node) { return "n" + std::to_string(node); }

std::string look_of(const Node& node) {
  switch (node.kind) {
    case NodeKind::red_flag: return R"(fillcolor="#fbe3d6", color="#d55e00")";
    case NodeKind::contraindication: return R"(fillcolor="#fdf3cf", color="#e69f00")";
    case NodeKind::treatment:
      return node.is_group ? R"(fillcolor="#bfe5d6", color="#009e73", penwidth=2)"
                           : R"(fillcolor="#dff2ea", color="#009e73")";
    default: return {};
  }
}

std::string look_of(const Link& link) {
  std::string look;
  switch (link.kind) {
    case EdgeKind::argues:
      look = link.points < 0 ? R"(color="#d55e00", fontcolor="#a34800", style=dashed)"
                             : R"(color="#009e73", fontcolor="#00664b")";
      look += ", label=" + in_quotes(points_text(link.points));
      break;
    case EdgeKind::blocks: return R"(color="#000000", penwidth=1.4, arrowhead=tee)";
    case EdgeKind::cautions: return R"(color="#b37a00", style=dotted, penwidth=1.4, arrowhead=tee)";
    case EdgeKind::part_of: return R"(color="#009e73", arrowhead=none, penwidth=0.7)";
    default: break;
  }
  if (link.negated) look += std::string{look.empty() ? "" : ", "} + "dir=both, arrowtail=odot";
  return look;
}

class DotWriter {
 public:
  DotWriter(const graph::RuleGraph& graph, const Picture& picture, const PatientPath* path = nullptr)
      : graph_{graph}, picture_{picture}, path_{path} {}

  std::string write() {
    out_ = head;
    write_title();
    for (std::size_t i = 0; i < picture_.facts.size(); ++i) write_fact(picture_.facts[i], picture_.tests[i]);
    for (std::size_t i = 0; i < picture_.scores.size(); ++i) write_score(picture_.scores[i], picture_.score_tests[i]);
    for (const int node : picture_.conditions) write_node(node, "  ");
    for (const int node : picture_.contraindications) write_node(node, "  ");
    for (const int node : picture_.arguments) write_argument(node);
    for (const LevelBox& box : picture_.levels) write_level(box);
    for (const GroupBox& box : picture_.groups) write_group(box);
    write_columns();
    for (const Link& link : picture_.links) write_link(link);
    return out_ + "}\n";
  }

 private:
  void write_title() {
    const std::string& title = path_ == nullptr ? graph_.name() : path_->title;
    out_ += "  label=<<table border=\"0\"><tr><td><b>" + in_tags(title) + "</b></td></tr>";
    for (const std::string& scope : picture_.scopes)
      out_ += "<tr><td><font point-size=\"13\">scope of " + in_tags(scope) + "</font></td></tr>";
    out_.append(legend).append(path_ == nullptr ? std::string_view{} : path_legend).append("</table>>\n");
  }

  void write_fact(int fact, const std::vector<int>& tests) {
    write_table(fact, tests, is_faint(fact) ? faint : "#0072b2", is_faint(fact) ? "#ffffff" : "#dcebf7");
  }

  void write_score(int score, const std::vector<int>& tests) {
    write_table(score, tests, is_faint(score) ? faint : "#555555", is_faint(score) ? "#ffffff" : "#eeeeee");
  }

  // Of the patient's path; nothing is faint where the picture is of nobody.
  std::optional<Truth> decided(int node) const {
    return path_ == nullptr ? std::nullopt : path_->decided[static_cast<std::size_t>(node)];
  }
  bool is_faint(int node) const { return path_ != nullptr && !decided(node); }

  std::string marked(int number, std::string text) const {
    const auto truth = decided(number);
    if (is_faint(number)) return "<font color=\"#8a8a8a\">" + text + "</font>";
    return truth ? "<b>" + std::string{sign_of(*truth)} + " " + text + "</b>" : text;
  }

  std::string answer_of(int fact) const {
    if (path_ == nullptr || path_->answers[static_cast<std::size_t>(fact)].empty()) return {};
    return ": " + in_tags(path_->answers[static_cast<std::size_t>(fact)]);
  }

  std::string look(int number) const {
    if (is_faint(number)) return "fillcolor=white, color=\"" + std::string{faint} + "\"";
    const std::string own = look_of(graph_.node(number));
    return decided(number) ? own + (own.empty() ? "" : ", ") + "penwidth=3" : own;
  }

  // One row a test, so that each edge leaves where its test is written.
  void write_table(int number, const std::vector<int>& tests, std::string_view line, std::string_view fill) {
    const Node& node = graph_.node(number);
    const std::string head_text = is_faint(number) ? in_tags(node.label) : "<b>" + in_tags(node.label) + "</b>";
    out_ += "  " + name(number) + R"( [shape=plain, style="", label=<<table border="0" cellborder=")" +
            (decided(number) ? "2" : "1") + R"(" cellspacing="0" cellpadding="4" color=")" + std::string{line} +
            R"("><tr><td port="fact" bgcolor=")" + std::string{fill} + "\">" +
            (is_faint(number) ? marked(number, head_text) : head_text) + answer_of(number) +
            (node.joins.empty() ? "" : " " + in_tags(node.joins)) + "</td></tr>";
    for (const int test : tests)
      out_ += "<tr><td port=\"" + name(test) + "\" align=\"right\" bgcolor=\"#ffffff\">" +
              marked(test, in_tags(graph_.node(test).label)) + "</td></tr>";
    out_ += "</table>>]\n";
  }

  void write_node(int number, const std::string& indent) {
    const Node& node = graph_.node(number);
    const std::string looks = look(number);
    out_ += indent + name(number) + " [label=<" + marked(number, in_tags(node.label));
    if (!node.joins.empty())
      out_ += "<br/><font point-size=\"10\" color=\"#444444\">" + in_tags(node.joins) + "</font>";
    out_ += ">" + (looks.empty() ? "" : ", " + looks) + "]\n";
  }

  void write_argument(int number) {
    const Node& node = graph_.node(number);
    out_ += "  " + name(number) +
            " [height=0.2, width=0.3, margin=\"0.05,0.02\", label=<<font point-size=\"10\" color=\"#444444\">" +
            in_tags(node.joins) + "</font>>]\n";
  }

  void write_level(const LevelBox& box) {
    const std::string wait = box.defers ? " (treatments wait)" : "";
    out_ += "  subgraph cluster_" + name(box.level) +
            " {\n    label=" + in_quotes(graph_.node(box.level).label + wait) +
            "; fontsize=14; color=\"#d55e00\"; style=\"rounded\"\n";
    for (const int flag : box.red_flags) write_node(flag, "    ");
    out_ += "  }\n";
  }

  void write_group(const GroupBox& box) {
    out_ += "  subgraph cluster_" + name(box.top) + " {\n    label=\"\"; color=\"#009e73\"; style=\"rounded\"\n";
    for (const int treatment : box.members) write_node(treatment, "    ");
    out_ += "  }\n";
  }

  // Facts in one column, red flags in one, groups in one. Red flags that bear on each other cannot stand so.
  void write_columns() {
    write_column(picture_.facts);
    std::vector<int> red_flags;
    for (const LevelBox& box : picture_.levels)
      red_flags.insert(red_flags.end(), box.red_flags.begin(), box.red_flags.end());
    const bool chained = std::ranges::any_of(
        picture_.links, [&](const Link& link) { return graph_.node(link.from).kind == NodeKind::red_flag; });
    if (!chained) write_column(red_flags);
    std::vector<int> tops;
    for (const GroupBox& box : picture_.groups) tops.push_back(box.top);
    write_column(tops);
  }

  void write_column(const std::vector<int>& nodes) {
    if (nodes.empty()) return;
    out_ += "  {rank=same";
    for (const int node : nodes) out_ += "; " + name(node);
    out_ += "}\n";
  }

  // A test lives in a row of its fact or score.
  std::string tail(int number) const {
    const Node& node = graph_.node(number);
    if (node.kind == NodeKind::test) return name(graph_.edges_in(number).front().from) + ":" + name(number) + ":e";
    return node.kind == NodeKind::fact ? name(number) + ":fact:e" : name(number);
  }

  void write_link(const Link& link) {
    std::string looks = look_of(link);
    const auto add = [&](const std::string& more) { looks += (looks.empty() ? "" : ", ") + more; };
    if (is_faint(link.from) || is_faint(link.to))
      add("color=\"" + std::string{faint} + "\", fontcolor=\"#8a8a8a\"");
    else if (path_ != nullptr)
      add("penwidth=3");
    out_ += "  " + tail(link.from) + " -> " + name(link.to) + (looks.empty() ? "" : " [" + looks + "]") + "\n";
  }

  const graph::RuleGraph& graph_;
  const Picture& picture_;
  const PatientPath* path_;
  std::string out_;
};

}  // namespace

std::string to_dot(const graph::RuleGraph& graph, View view) {
  const Picture picture = picture_of(graph, view);
  return DotWriter{graph, picture}.write();
}

std::string to_dot(const graph::RuleGraph& graph, const PatientPath& path) {
  const Picture picture = picture_of(graph, path.kept);
  return DotWriter{graph, picture, &path}.write();
}

}  // namespace vertebra::report
