#pragma once

#include <compare>
#include <map>
#include <string>
#include <vector>

#include "graph/body.hpp"
#include "model/rule_set.hpp"

namespace vertebra::graph {

// The part that a guide plays in the graph that is being built.
struct Part {
  int guide = -1;
  bool ranks = false;   // Its strengths, arguments and indications count.
  bool guards = false;  // Its contraindications count; red flags always do.
  int defer_from = -1;  // Its red flags of this level and above defer; -1 for none.
};

// Adds all nodes first and then what connects them, so that rules may stand in any order.
class Builder {
 public:
  // `all_treatments`: also those on which no ranking guide says anything.
  Builder(const model::RuleSet& rules, std::vector<Part> parts, bool all_treatments);

  Adjacency take() { return std::move(graph_); }

 private:
  struct Key {
    NodeKind kind;
    int guide;
    int index;
    int part;
    auto operator<=>(const Key&) const = default;
  };

  void add_nodes(bool all_treatments);
  void add_guide(const Part& part);
  void add_arguments(int guide);
  void add_treatments(bool all_treatments);
  std::vector<bool> spoken_of(bool all_treatments) const;
  void connect_shared();
  void connect_guide(const Part& part);
  void connect_red_flags(const Part& part);
  void connect_scores(int guide);
  void connect_contraindications(int guide);
  void connect_opinions(int guide);
  void connect_scope(int guide, Vertex to);
  void read(const model::Expression& expression, int guide, Vertex reader, EdgeKind kind);

  Vertex add(Node node);
  Vertex at(NodeKind kind, int guide, int index, int part = -1) const {
    return numbers_.at({kind, guide, index, part});
  }
  bool has(NodeKind kind, int guide, int index) const { return numbers_.contains({kind, guide, index, -1}); }
  Vertex leaf_vertex(const model::Expression& leaf, int guide);
  void connect(Vertex from, Vertex to, Relationship relationship);

  const model::RuleSet& rules_;
  std::vector<Part> parts_;
  Adjacency graph_;
  std::map<Key, Vertex> numbers_;
  std::map<std::string, Vertex> tests_;  // By their text, which tells all of them apart.
};

}  // namespace vertebra::graph
