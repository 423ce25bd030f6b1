#pragma once

#include <memory>
#include <string>
#include <vector>

#include "graph/node.hpp"
#include "model/rule_set.hpp"

namespace vertebra::graph {

// Boost.Graph stays behind this, in the few files that compute with it.
struct Body;

// What bears on what in a rule set. Nodes are numbered from 0: facts in vocabulary order, shared conditions, guide by guide
// what each says in file order, care levels, treatments in catalogue order; tests come last.
class RuleGraph {
 public:
  // All guides at once, each as if it ranked, guarded and deferred by itself: for checks and for the order of compiling.
  explicit RuleGraph(const model::RuleSet& rules);
  // One profile: the ranking guide and its guards. Treatments on which the ranking guide is silent are left out, and so are
  // consulted guides, which decide nothing.
  RuleGraph(const model::RuleSet& rules, const model::Profile& profile);
  RuleGraph(RuleGraph&&) noexcept;
  RuleGraph& operator=(RuleGraph&&) noexcept;
  ~RuleGraph();

  // The profile, or the vocabulary when it is of all guides.
  const std::string& name() const noexcept;
  int size() const noexcept;
  const Node& node(int number) const noexcept;
  // -1 when there is none. `part` matters for arguments only.
  int find(NodeKind kind, int guide, int index, int part = -1) const noexcept;

  // In the order in which the rules were read.
  std::vector<Edge> edges() const;
  std::vector<Edge> edges_out(int node) const;
  std::vector<Edge> edges_in(int node) const;

  const Body& body() const noexcept { return *body_; }  // For this layer.

 private:
  std::unique_ptr<Body> body_;
};

}  // namespace vertebra::graph
