#include "report/why_graph.hpp"

#include "report/phrases.hpp"
#include "report/why_words.hpp"

namespace vertebra::report {
namespace {

using explain::Reason;
using graph::Edge;
using graph::EdgeKind;
using graph::NodeKind;

// Finds the nodes of a graph that an answer speaks of. -1 for what no picture shows.
class Finder {
 public:
  Finder(const graph::RuleGraph& graph, const explain::Written& written) : graph_{graph}, written_{written} {}

  int find(const Reason& reason, const WhyNode& node) const {
    const int guide = reason.guide < 0 ? -1 : written_.model_guide(reason.guide);
    const int index = static_cast<int>(reason.index);
    switch (reason.kind) {
      case WhyKind::fact: return graph_.find(NodeKind::fact, -1, index);
      case WhyKind::condition: return graph_.find(NodeKind::condition, guide, index);
      case WhyKind::treatment:
      case WhyKind::strength: return treatment(reason.index);
      case WhyKind::red_flag:
        return place(NodeKind::red_flag, guide, written_.guide(reason.guide).red_flags,
                     written_.red_flag(reason.index));
      case WhyKind::contraindication:
        return place(NodeKind::contraindication, guide, written_.guide(reason.guide).contraindications,
                     written_.contraindication(reason.index));
      case WhyKind::comparison: return test(graph_.find(NodeKind::fact, -1, reason.expression->fact), node.text, guide);
      case WhyKind::score: return test(score(reason, guide), node.text, guide);
      case WhyKind::member: return graph_.find(NodeKind::score, guide, static_cast<int>(reason.second));
      case WhyKind::argument: return argument(reason, guide);
      default: return -1;
    }
  }

  int treatment(std::uint32_t index) const { return graph_.find(NodeKind::treatment, -1, written_.treatment(index)); }

 private:
  template <class Rule>
  int place(NodeKind kind, int guide, const std::vector<Rule>& rules, const Rule& rule) const {
    return graph_.find(kind, guide, static_cast<int>(&rule - rules.data()));
  }

  int score(const Reason& reason, int guide) const {
    return graph_.find(NodeKind::score, guide, reason.expression->index);
  }

  // The test of a fact or score that reads so; one with a named threshold is its guide's own.
  int test(int tested, std::string_view text, int guide) const {
    if (tested < 0) return -1;
    for (const Edge& edge : graph_.edges_out(tested)) {
      const graph::Node& node = graph_.node(edge.to);
      if (node.kind == NodeKind::test && node.id == text && (node.guide < 0 || node.guide == guide)) return edge.to;
    }
    return -1;
  }

  int argument(const Reason& reason, int guide) const {
    const auto& opinions = written_.guide(reason.guide).opinions;
    const model::Argument& argument = written_.argument(reason.index);
    for (std::size_t i = 0; i < opinions.size(); ++i)
      for (std::size_t part = 0; part < opinions[i].arguments.size(); ++part)
        if (&opinions[i].arguments[part] == &argument)
          return graph_.find(NodeKind::argument, guide, static_cast<int>(i), static_cast<int>(part));
    return -1;
  }

  const graph::RuleGraph& graph_;
  const explain::Written& written_;
};

bool is_drawn(EdgeKind kind) {
  return kind == EdgeKind::supports || kind == EdgeKind::indicates || kind == EdgeKind::argues ||
         kind == EdgeKind::blocks || kind == EdgeKind::part_of;
}

// What is on the path, all that could have been (what the rules and treatments on it read), and the groups that hold them.
// Only the points of a treatment in a rank, and only the red flags that were looked at.
void keep_what_bears(const graph::RuleGraph& graph, bool with_points, std::vector<bool>& kept) {
  std::vector<int> open;
  for (int node = 0; node < graph.size(); ++node)
    if (kept[static_cast<std::size_t>(node)]) open.push_back(node);
  while (!open.empty()) {
    const int node = open.back();
    open.pop_back();
    for (const Edge& edge : graph.edges_in(node)) {
      const bool counts = is_drawn(edge.kind) && (edge.kind != EdgeKind::argues || with_points) &&
                          (edge.kind != EdgeKind::blocks || !with_points);
      if (!counts || kept[static_cast<std::size_t>(edge.from)]) continue;
      kept[static_cast<std::size_t>(edge.from)] = true;
      open.push_back(edge.from);
    }
  }
}

}  // namespace

PatientPath path_of(const graph::RuleGraph& graph, const explain::Written& written, const explain::WhyTree& tree,
                    const WhyParts& parts) {
  const auto size = static_cast<std::size_t>(graph.size());
  PatientPath path{capitalized(headline(parts)), std::vector<bool>(size), {}, {}};
  path.decided.resize(size);
  path.answers.resize(size);
  const Finder finder{graph, written};
  for (std::size_t i = 0; i < tree.reasons.size(); ++i) {
    const int node = finder.find(tree.reasons[i], parts.nodes[i]);
    if (node < 0) continue;
    const auto place = static_cast<std::size_t>(node);
    path.kept[place] = true;
    path.decided[place] = parts.nodes[i].truth;
    if (tree.reasons[i].kind == WhyKind::fact) path.answers[place] = spelled(parts.nodes[i].answer);
  }
  const bool is_rank = tree.subject == WhySubject::rank;
  for (const TreatmentSummary& each : tree.treatments) {
    const int node = finder.treatment(each.index);
    if (node < 0) continue;
    path.kept[static_cast<std::size_t>(node)] = true;
    if (is_rank) path.decided[static_cast<std::size_t>(node)] = Truth::yes;
  }
  keep_what_bears(graph, is_rank, path.kept);
  return path;
}

}  // namespace vertebra::report
