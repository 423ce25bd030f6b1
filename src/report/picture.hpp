#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/rule_graph.hpp"

// What a picture of the rules shows, the same in every language for pictures: facts and scores with their tests, conditions, red flags
// by care level, treatments by group. Left out are facts and conditions that bear on none of these, notices, and the edges
// from a scope or from the deferral, which would reach everything: those are said in words.
namespace vertebra::report {

struct Link {
  int from = -1;
  int to = -1;
  graph::EdgeKind kind = graph::EdgeKind::supports;
  bool negated = false;
  int points = 0;
};

struct LevelBox {
  int level = -1;       // A care level node.
  bool defers = false;  // Treatments wait while one of these holds.
  std::vector<int> red_flags;
};

struct GroupBox {
  int top = -1;              // The treatment that the others are part of.
  std::vector<int> members;  // With the top, in catalogue order.
};

struct Picture {
  std::vector<int> facts;
  std::vector<std::vector<int>> tests;  // The drawn tests of each of `facts`.
  std::vector<int> scores;
  std::vector<std::vector<int>> score_tests;  // The drawn tests of each of `scores`.
  std::vector<int> conditions;
  std::vector<int> arguments;  // Only those that read several things; others are an edge with points.
  std::vector<int> contraindications;
  std::vector<LevelBox> levels;  // Most urgent first.
  std::vector<GroupBox> groups;
  std::vector<Link> links;
  std::vector<std::string> scopes;  // "spine_pro: lbp_present".
};

// The whole graph, or only what stands before a node (what a treatment or red flag rests on) or behind it (what a fact bears
// on), along the edges that are drawn. With a group stand its members, with a treatment the groups above it.
enum class Side : std::uint8_t { whole, before, behind };
struct View {
  Side side = Side::whole;
  int node = -1;
};

Picture picture_of(const graph::RuleGraph& graph, View view = {});

// Only of the nodes that are kept, one entry a node.
Picture picture_of(const graph::RuleGraph& graph, const std::vector<bool>& kept);

}  // namespace vertebra::report
