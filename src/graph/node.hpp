#pragma once

#include <cstdint>
#include <string>

#include "base/place.hpp"

namespace vertebra::graph {

enum class NodeKind : std::uint8_t {
  fact,
  test,       // A comparison or choice of one fact, or a comparison of one score; equal ones are one node.
  condition,  // Shared or a guide's own.
  scope,      // Of a guide that has one.
  red_flag,
  score,
  contraindication,
  argument,
  notice,
  property,
  care_level,
  deferral,   // The one question whether treatments wait.
  treatment,  // Leaf or group.
};

// What a node stands for in the model. `index` and `part` mean, by kind: fact, care_level and treatment: the vocabulary's
// list; test: its fact or score; condition: of the guide, or shared where guide is -1; red_flag, score, contraindication,
// notice and property: the guide's list; argument: the opinion, and `part` the argument in it.
struct Node {
  NodeKind kind = NodeKind::fact;
  int guide = -1;
  int index = -1;
  int part = -1;
  bool is_group = false;   // Treatments: others are part of it.
  std::string id;          // As the author wrote it; a test in the words of an expression.
  std::string label;       // For pictures; the id where nothing better was written, a test without its fact.
  std::string joins = {};  // How what it reads works together; see joins.hpp.
  base::Place place = {};
};

enum class EdgeKind : std::uint8_t {
  supports,   // What an expression reads → what it is the condition of.
  scopes,     // A guide's scope → what holds only in it.
  raises,     // A red flag → its care level.
  defers,     // A red flag → the deferral → the treatments at the top.
  indicates,  // What the `when` of a treatment reads → the treatment.
  argues,     // An argument → its treatment, with points.
  blocks,     // A contraindication → a treatment.
  cautions,
  part_of,  // A group → what is part of it: all that holds for the group holds for its parts.
};

// Edges run the way that an answer works: from the fact to the advice.
struct Edge {
  int from = -1;
  int to = -1;
  EdgeKind kind = EdgeKind::supports;
  bool negated = false;  // Read under `not`.
  int points = 0;        // argues
};

}  // namespace vertebra::graph
