#include "graph/builder.hpp"

#include <algorithm>
#include <utility>

#include "graph/joins.hpp"
#include "graph/leaves.hpp"
#include "graph/test_text.hpp"

namespace vertebra::graph {
namespace {

const model::Guide& guide_of(const model::RuleSet& rules, int guide) {
  return rules.guides[static_cast<std::size_t>(guide)];
}

// Calls act(item, index) for every item of a list of the model.
template <class List, class Act>
void each(const List& list, Act act) {
  int index = 0;
  for (const auto& item : list) act(item, index++);
}

// The treatments that one guide names, and those withdrawn from it; each as the catalogue.
struct Spoken {
  Spoken(const model::Guide& guide, std::size_t treatments) : named(treatments), withdrawn(treatments) {
    for (const model::Opinion& opinion : guide.opinions) named[static_cast<std::size_t>(opinion.treatment)] = true;
    for (const int treatment : guide.withdrawn) withdrawn[static_cast<std::size_t>(treatment)] = true;
  }

  bool speaks_of(const std::vector<std::size_t>& line) const {
    return std::ranges::any_of(line, [&](std::size_t i) { return named[i]; }) &&
           std::ranges::none_of(line, [&](std::size_t i) { return withdrawn[i]; });
  }

  std::vector<bool> named;
  std::vector<bool> withdrawn;
};

std::string or_id(const model::Text& text, const std::string& id) { return text.text.empty() ? id : text.text; }

}  // namespace

Builder::Builder(const model::RuleSet& rules, std::vector<Part> parts, bool all_treatments)
    : rules_{rules}, parts_{std::move(parts)} {
  add_nodes(all_treatments);
  connect_shared();
  for (const Part& part : parts_) connect_guide(part);
}

void Builder::add_nodes(bool all_treatments) {
  each(rules_.vocabulary.facts, [&](const model::Fact& fact, int i) {
    add({.kind = NodeKind::fact, .index = i, .id = fact.shape.id, .label = fact.shape.id, .place = fact.place});
  });
  each(rules_.vocabulary.conditions, [&](const model::Condition& condition, int i) {
    add({.kind = NodeKind::condition, .index = i, .id = condition.id, .label = condition.id, .place = condition.place});
  });
  for (const Part& part : parts_) add_guide(part);
  each(rules_.vocabulary.care_levels, [&](const model::CareLevel& level, int i) {
    const std::string label = or_id(level.label, level.id);
    add({.kind = NodeKind::care_level, .index = i, .id = level.id, .label = label, .place = level.place});
  });
  add({.kind = NodeKind::deferral, .id = "deferred", .label = "treatments wait"});
  add_treatments(all_treatments);
}

void Builder::add_guide(const Part& part) {
  const model::Guide& guide = guide_of(rules_, part.guide);
  const auto add_all = [&](const auto& list, NodeKind kind) {
    each(list, [&](const auto& item, int i) {
      add({.kind = kind, .guide = part.guide, .index = i, .id = item.id, .label = item.id, .place = item.place});
    });
  };
  if (guide.scope)
    add({.kind = NodeKind::scope, .guide = part.guide, .id = guide.id, .label = guide.id, .place = guide.scope->place});
  add_all(guide.conditions, NodeKind::condition);
  add_all(guide.red_flags, NodeKind::red_flag);
  add_all(guide.scores, NodeKind::score);
  if (part.ranks) add_arguments(part.guide);
  if (part.guards) add_all(guide.contraindications, NodeKind::contraindication);
  add_all(guide.notices, NodeKind::notice);
  add_all(guide.properties, NodeKind::property);
}

void Builder::add_arguments(int guide) {
  each(guide_of(rules_, guide).opinions, [&](const model::Opinion& opinion, int i) {
    each(opinion.arguments, [&](const model::Argument& argument, int part) {
      add({.kind = NodeKind::argument,
           .guide = guide,
           .index = i,
           .part = part,
           .id = argument.id,
           .label = argument.id,
           .place = argument.place});
    });
  });
}

void Builder::add_treatments(bool all_treatments) {
  const std::vector<bool> shown = spoken_of(all_treatments);
  each(rules_.vocabulary.treatments, [&](const model::Treatment& treatment, int i) {
    if (!shown[static_cast<std::size_t>(i)]) return;
    add({.kind = NodeKind::treatment,
         .index = i,
         .is_group = treatment.is_group,
         .id = treatment.id,
         .label = or_id(treatment.label, treatment.id),
         .place = treatment.place});
  });
}

// A leaf counts when a ranking guide speaks of it or of a group above it; a group when one of its leaves counts.
std::vector<bool> Builder::spoken_of(bool all_treatments) const {
  const auto& treatments = rules_.vocabulary.treatments;
  std::vector<Spoken> ranking;
  for (const Part& part : parts_)
    if (part.ranks) ranking.emplace_back(guide_of(rules_, part.guide), treatments.size());
  std::vector<bool> shown(treatments.size(), all_treatments);
  for (std::size_t leaf = 0; leaf < treatments.size(); ++leaf) {
    if (treatments[leaf].is_group) continue;
    std::vector<std::size_t> line;  // No longer than the catalogue, even where a group is part of itself.
    for (int i = static_cast<int>(leaf); i >= 0 && line.size() < treatments.size(); i = treatments[line.back()].part_of)
      line.push_back(static_cast<std::size_t>(i));
    if (std::ranges::any_of(ranking, [&](const Spoken& each) { return each.speaks_of(line); }))
      for (const std::size_t i : line) shown[i] = true;
  }
  return shown;
}

void Builder::connect_shared() {
  each(rules_.vocabulary.conditions, [&](const model::Condition& condition, int i) {
    read(condition.when, -1, at(NodeKind::condition, -1, i), EdgeKind::supports);
  });
  each(rules_.vocabulary.treatments, [&](const model::Treatment& treatment, int i) {
    if (!has(NodeKind::treatment, -1, i)) return;
    const Vertex vertex = at(NodeKind::treatment, -1, i);
    if (treatment.part_of >= 0)
      connect(at(NodeKind::treatment, -1, treatment.part_of), vertex, {EdgeKind::part_of});
    else
      connect(at(NodeKind::deferral, -1, -1), vertex, {EdgeKind::defers});
  });
}

void Builder::connect_guide(const Part& part) {
  const model::Guide& guide = guide_of(rules_, part.guide);
  if (guide.scope) read(*guide.scope, part.guide, at(NodeKind::scope, part.guide, -1), EdgeKind::supports);
  each(guide.conditions, [&](const model::Condition& condition, int i) {
    read(condition.when, part.guide, at(NodeKind::condition, part.guide, i), EdgeKind::supports);
  });
  connect_red_flags(part);
  connect_scores(part.guide);
  if (part.ranks) connect_opinions(part.guide);
  if (part.guards) connect_contraindications(part.guide);
  each(guide.notices, [&](const model::Notice& notice, int i) {
    if (notice.when) read(*notice.when, part.guide, at(NodeKind::notice, part.guide, i), EdgeKind::supports);
  });
  each(guide.properties, [&](const model::Property& property, int i) {
    for (const model::Expression* rule : model::rules_in(property))
      read(*rule, part.guide, at(NodeKind::property, part.guide, i), EdgeKind::supports);
  });
}

void Builder::connect_red_flags(const Part& part) {
  each(guide_of(rules_, part.guide).red_flags, [&](const model::RedFlag& flag, int i) {
    const Vertex vertex = at(NodeKind::red_flag, part.guide, i);
    read(flag.when, part.guide, vertex, EdgeKind::supports);
    connect_scope(part.guide, vertex);
    connect(vertex, at(NodeKind::care_level, -1, flag.level), {EdgeKind::raises});
    if (part.defer_from >= 0 && flag.level >= part.defer_from)
      connect(vertex, at(NodeKind::deferral, -1, -1), {EdgeKind::defers});
  });
}

void Builder::connect_scores(int guide) {
  each(guide_of(rules_, guide).scores, [&](const model::Score& score, int i) {
    const Vertex vertex = at(NodeKind::score, guide, i);
    for (const model::ScoreMember& member : score.sum) read(member.when, guide, vertex, EdgeKind::supports);
    graph_[vertex].joins = "sum";
  });
}

void Builder::connect_contraindications(int guide) {
  each(guide_of(rules_, guide).contraindications, [&](const model::Contraindication& reason, int i) {
    const Vertex vertex = at(NodeKind::contraindication, guide, i);
    read(reason.when, guide, vertex, EdgeKind::supports);
    connect_scope(guide, vertex);
    const auto warn = [&](const std::vector<int>& treatments, EdgeKind kind) {
      for (const int treatment : treatments)
        if (has(NodeKind::treatment, -1, treatment)) connect(vertex, at(NodeKind::treatment, -1, treatment), {kind});
    };
    warn(reason.blocks, EdgeKind::blocks);
    warn(reason.cautions, EdgeKind::cautions);
  });
}

void Builder::connect_opinions(int guide) {
  each(guide_of(rules_, guide).opinions, [&](const model::Opinion& opinion, int i) {
    if (!has(NodeKind::treatment, -1, opinion.treatment)) return;
    const Vertex treatment = at(NodeKind::treatment, -1, opinion.treatment);
    connect_scope(guide, treatment);
    if (opinion.when) read(*opinion.when, guide, treatment, EdgeKind::indicates);
    each(opinion.arguments, [&](const model::Argument& argument, int part) {
      const Vertex vertex = at(NodeKind::argument, guide, i, part);
      read(argument.when, guide, vertex, EdgeKind::supports);
      connect(vertex, treatment, {.kind = EdgeKind::argues, .points = argument.points});
    });
  });
}

void Builder::connect_scope(int guide, Vertex to) {
  if (has(NodeKind::scope, guide, -1)) connect(at(NodeKind::scope, guide, -1), to, {EdgeKind::scopes});
}

void Builder::read(const model::Expression& expression, int guide, Vertex reader, EdgeKind kind) {
  if (kind == EdgeKind::supports) graph_[reader].joins = joins(expression);
  for (const Leaf& leaf : leaves(expression))
    connect(leaf_vertex(*leaf.expression, guide), reader, {.kind = kind, .negated = leaf.negated});
}

Vertex Builder::add(Node node) {
  const Key key{node.kind, node.guide, node.index, node.part};
  const Vertex vertex = boost::add_vertex(std::move(node), graph_);
  numbers_.emplace(key, vertex);
  return vertex;
}

Vertex Builder::leaf_vertex(const model::Expression& leaf, int guide) {
  if (leaf.op == model::Operator::fact) return at(NodeKind::fact, -1, leaf.fact);
  if (leaf.op == model::Operator::condition) return at(NodeKind::condition, leaf.guide, leaf.index);
  if (leaf.op == model::Operator::red_flag) return at(NodeKind::red_flag, leaf.guide, leaf.index);
  const std::string text = test_text(leaf, rules_, guide);
  const bool of_score = leaf.op == model::Operator::score;
  // Parameters and scores are their guide's own: two guides may mean different days by one name.
  const int owner = leaf.parameter >= 0 || of_score ? guide : -1;
  const auto [entry, is_new] = tests_.emplace(std::to_string(owner) + ' ' + text, 0);
  if (is_new) {
    entry->second = add({.kind = NodeKind::test,
                         .guide = owner,
                         .index = of_score ? leaf.index : leaf.fact,
                         .part = static_cast<int>(tests_.size()),
                         .id = text,
                         .label = test_label(leaf, rules_, guide),
                         .place = leaf.place});
    const Vertex tested = of_score ? at(NodeKind::score, leaf.guide, leaf.index) : at(NodeKind::fact, -1, leaf.fact);
    connect(tested, entry->second, {EdgeKind::supports});
  }
  return entry->second;
}

// The same thing read twice in one expression is one edge; read once plainly and once under `not`, it is two.
void Builder::connect(Vertex from, Vertex to, Relationship relationship) {
  const auto is_known = [&](const auto& edge) {
    const Relationship& known = graph_[edge];
    return boost::source(edge, graph_) == from && boost::target(edge, graph_) == to &&
           known.kind == relationship.kind && known.negated == relationship.negated;
  };
  // Much leads into a care level and much comes out of a scope: the shorter list is the one to look through.
  const auto among = [&](const auto& range) { return std::any_of(range.first, range.second, is_known); };
  const bool few_out = boost::out_degree(from, graph_) < boost::in_degree(to, graph_);
  const bool known = few_out ? among(boost::out_edges(from, graph_)) : among(boost::in_edges(to, graph_));
  if (!known) boost::add_edge(from, to, relationship, graph_);
}

}  // namespace vertebra::graph
