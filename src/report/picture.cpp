#include "report/picture.hpp"

#include <algorithm>

namespace vertebra::report {
namespace {

using graph::Edge;
using graph::EdgeKind;
using graph::Node;
using graph::NodeKind;

bool is_drawn(EdgeKind kind) {
  return kind != EdgeKind::scopes && kind != EdgeKind::defers && kind != EdgeKind::raises;
}

class Painter {
 public:
  explicit Painter(const graph::RuleGraph& graph) : graph_{graph}, shown_(static_cast<std::size_t>(graph.size())) {
    mark_shown();
  }

  void keep(const std::vector<bool>& kept) {
    for (std::size_t node = 0; node < shown_.size(); ++node) shown_[node] = shown_[node] && kept[node];
  }

  std::vector<bool> in_view(View view) const {
    std::vector<bool> kept(shown_.size());
    std::vector<int> open;
    const auto keep = [&](int node) {
      if (kept[static_cast<std::size_t>(node)]) return;
      kept[static_cast<std::size_t>(node)] = true;
      open.push_back(node);
    };
    keep(view.node);
    for (int node = 0; node < graph_.size(); ++node)
      if (view.side == Side::before && is_below(node, view.node)) keep(node);
    while (!open.empty()) {
      const int node = open.back();
      open.pop_back();
      const bool before = view.side == Side::before;
      for (const Edge& edge : before ? graph_.edges_in(node) : graph_.edges_out(node))
        if (is_drawn(edge.kind)) keep(before ? edge.from : edge.to);
    }
    for (int node = 0; node < graph_.size(); ++node)
      if (kept[static_cast<std::size_t>(node)] && kind(node) == NodeKind::treatment)
        for (int above = group_of(node); above >= 0; above = group_of(above))
          kept[static_cast<std::size_t>(above)] = true;
    return kept;
  }

  Picture paint() {
    list_nodes();
    list_levels();
    list_groups();
    list_links();
    list_scopes();
    return std::move(picture_);
  }

 private:
  bool shown(int node) const { return shown_[static_cast<std::size_t>(node)]; }
  NodeKind kind(int node) const { return graph_.node(node).kind; }

  // Red flags and treatments, and backwards all that bears on them.
  void mark_shown() {
    std::vector<int> open;
    const auto show = [&](int node) {
      if (shown(node)) return;
      shown_[static_cast<std::size_t>(node)] = true;
      open.push_back(node);
    };
    for (int node = 0; node < graph_.size(); ++node)
      if (kind(node) == NodeKind::red_flag || kind(node) == NodeKind::treatment) show(node);
    while (!open.empty()) {
      const int node = open.back();
      open.pop_back();
      for (const Edge& edge : graph_.edges_in(node))
        if (is_drawn(edge.kind)) show(edge.from);
    }
  }

  bool is_below(int treatment, int group) const {
    if (kind(treatment) != NodeKind::treatment) return false;
    while (treatment >= 0 && treatment != group) treatment = group_of(treatment);
    return treatment == group;
  }

  void list_nodes() {
    for (int node = 0; node < graph_.size(); ++node) {
      if (!shown(node)) continue;
      if (kind(node) == NodeKind::fact) list_tested(node, picture_.facts, picture_.tests);
      if (kind(node) == NodeKind::score) list_tested(node, picture_.scores, picture_.score_tests);
      if (kind(node) == NodeKind::condition) picture_.conditions.push_back(node);
      if (kind(node) == NodeKind::contraindication) picture_.contraindications.push_back(node);
      if (kind(node) == NodeKind::argument && graph_.edges_in(node).size() != 1) picture_.arguments.push_back(node);
    }
  }

  void list_tested(int node, std::vector<int>& list, std::vector<std::vector<int>>& tests) const {
    list.push_back(node);
    tests.emplace_back();
    for (const Edge& edge : graph_.edges_out(node))
      if (kind(edge.to) == NodeKind::test && shown(edge.to)) tests.back().push_back(edge.to);
  }

  void list_levels() {
    for (int node = graph_.size() - 1; node >= 0; --node) {
      if (kind(node) != NodeKind::care_level) continue;
      LevelBox box{node, false, {}};
      for (const Edge& edge : graph_.edges_in(node)) {
        if (!shown(edge.from)) continue;
        box.red_flags.push_back(edge.from);
        box.defers = box.defers || defers(edge.from);
      }
      if (!box.red_flags.empty()) picture_.levels.push_back(std::move(box));
    }
  }

  bool defers(int red_flag) const {
    return std::ranges::any_of(graph_.edges_out(red_flag),
                               [](const Edge& edge) { return edge.kind == EdgeKind::defers; });
  }

  int top_of(int treatment) const {
    for (int steps = 0; steps < graph_.size(); ++steps) {
      const int above = group_of(treatment);
      if (above < 0) break;
      treatment = above;
    }
    return treatment;
  }

  int group_of(int treatment) const {
    for (const Edge& edge : graph_.edges_in(treatment))
      if (edge.kind == EdgeKind::part_of) return edge.from;
    return -1;
  }

  void list_groups() {
    for (int node = 0; node < graph_.size(); ++node) {
      if (kind(node) != NodeKind::treatment || !shown(node)) continue;
      const int top = top_of(node);
      auto box = std::ranges::find(picture_.groups, top, &GroupBox::top);
      if (box == picture_.groups.end()) box = picture_.groups.insert(box, {top, {}});
      box->members.push_back(node);
    }
  }

  void list_links() {
    for (const Edge& edge : graph_.edges()) {
      if (!is_drawn(edge.kind) || !shown(edge.from) || !shown(edge.to) || kind(edge.to) == NodeKind::test) continue;
      const std::vector<Edge> read =
          kind(edge.from) == NodeKind::argument ? graph_.edges_in(edge.from) : std::vector<Edge>{};
      if (read.size() == 1)
        picture_.links.push_back({read[0].from, edge.to, edge.kind, read[0].negated, edge.points});
      else if (kind(edge.to) != NodeKind::argument || graph_.edges_in(edge.to).size() != 1)
        picture_.links.push_back({edge.from, edge.to, edge.kind, edge.negated, edge.points});
    }
  }

  void list_scopes() {
    for (int node = 0; node < graph_.size(); ++node) {
      if (kind(node) != NodeKind::scope) continue;
      std::string read;
      for (const Edge& edge : graph_.edges_in(node))
        read += (read.empty() ? "" : ", ") + std::string{edge.negated ? "not " : ""} + graph_.node(edge.from).id;
      if (!read.empty()) picture_.scopes.push_back(graph_.node(node).id + ": " + read);
    }
  }

  const graph::RuleGraph& graph_;
  std::vector<bool> shown_;
  Picture picture_;
};

}  // namespace

Picture picture_of(const graph::RuleGraph& graph, View view) {
  Painter painter{graph};
  if (view.side != Side::whole) painter.keep(painter.in_view(view));
  return painter.paint();
}

Picture picture_of(const graph::RuleGraph& graph, const std::vector<bool>& kept) {
  Painter painter{graph};
  painter.keep(kept);
  return painter.paint();
}

}  // namespace vertebra::report
