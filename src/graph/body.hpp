#pragma once

#include <boost/graph/adjacency_list.hpp>
#include <string>

#include "graph/node.hpp"

// Only for the sources of this layer: nothing that other layers include may include it.
namespace vertebra::graph {

struct Relationship {
  EdgeKind kind = EdgeKind::supports;
  bool negated = false;
  int points = 0;
};

using Adjacency = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, Node, Relationship>;
using Vertex = boost::graph_traits<Adjacency>::vertex_descriptor;

struct Body {
  std::string name;
  Adjacency adjacency;
};

}  // namespace vertebra::graph
