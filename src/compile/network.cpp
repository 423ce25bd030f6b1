#include "compile/network.hpp"

#include <algorithm>

namespace vertebra::compile {

Wire Network::add(Node node) {
  Key key{node.kind,  node.test.fact, node.test.value, node.test.strict,   node.test.cells,
          node.count, node.wires,     node.scope,      node.members.begin, node.threshold};
  const auto [found, is_new] = known_.try_emplace(std::move(key));
  if (is_new) {
    found->second = {static_cast<std::uint32_t>(nodes_.size()) * 2};
    nodes_.push_back(std::move(node));
  }
  return found->second;
}

Wire Network::constant(bool value) {
  const Wire yes = add({});
  return value ? yes : !yes;
}

Wire Network::above(std::uint32_t fact, double value, bool strict) {
  return add({.kind = Kind::test, .test = {fact, strict, value, 0}});
}

Wire Network::in_cells(std::uint32_t fact, std::uint64_t cells) {
  return add({.kind = Kind::test, .test = {fact, false, 0, cells}});
}

Wire Network::all(std::vector<Wire> wires) {
  std::ranges::sort(wires);
  wires.erase(std::unique(wires.begin(), wires.end()), wires.end());
  const auto size = static_cast<std::uint32_t>(wires.size());
  if (size == 1) return wires.front();
  return add({.count = size, .wires = std::move(wires)});
}

Wire Network::any(std::vector<Wire> wires) {
  if (wires.empty()) return constant(false);
  std::ranges::sort(wires);
  wires.erase(std::unique(wires.begin(), wires.end()), wires.end());
  if (wires.size() == 1) return wires.front();
  return add({.count = 1, .wires = std::move(wires)});
}

// A gate counts each literal of its masks once, so the second of two equal operands goes through a gate of its own.
Wire Network::repeat(Wire wire, std::uint32_t times) {
  Wire result = wire;
  for (std::uint32_t i = 0; i < times; ++i) {
    result = add({.count = 1, .wires = {result}});
  }
  return result;
}

Wire Network::at_least(std::uint32_t count, std::vector<Wire> wires) {
  std::ranges::sort(wires);
  if (count == wires.size()) return all(std::move(wires));
  if (count == 1) return any(std::move(wires));
  for (std::size_t i = 0; i < wires.size();) {
    std::size_t same = i + 1;
    while (same < wires.size() && wires[same] == wires[i]) ++same;
    for (std::size_t j = i + 1; j < same; ++j) wires[j] = repeat(wires[i], static_cast<std::uint32_t>(j - i));
    i = same;
  }
  std::ranges::sort(wires);
  return add({.count = count, .wires = std::move(wires)});
}

Wire Network::scoped(Wire scope, Wire when) {
  if (scope == constant(true) || scope == when) return when;
  std::vector<Wire> wires{scope, when};
  std::ranges::sort(wires);
  return add({.count = 2, .wires = std::move(wires), .scope = scope});
}

Wire Network::sum_at_least(std::int32_t threshold, image::Range members, std::vector<Wire> wires) {
  return add({.kind = Kind::sum, .wires = std::move(wires), .members = members, .threshold = threshold});
}

void Network::number_tests(image::Image& image) {
  std::vector<std::uint32_t> tests;
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
    if (nodes_[i].kind == Kind::test) tests.push_back(i);
  }
  std::ranges::sort(tests, {}, [&](std::uint32_t i) {
    const image::Test& test = nodes_[i].test;
    return std::tuple{test.fact, test.value, test.strict, test.cells};
  });
  for (image::Fact& fact : image.facts) fact.tests = {};
  for (const std::uint32_t i : tests) {
    const auto number = static_cast<std::uint32_t>(image.tests.size());
    image::Range& range = image.facts[nodes_[i].test.fact].tests;
    if (range.size() == 0) range = {number, number};
    range.end = number + 1;
    numbers_[i] = number;
    image.tests.push_back(nodes_[i].test);
  }
}

// Operands are always made before the nodes that read them, so one pass in order of making settles every level.
std::vector<std::vector<std::uint32_t>> Network::nodes_by_level() const {
  std::vector<std::vector<std::uint32_t>> levels;
  std::vector<std::size_t> level(nodes_.size(), 0);
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
    if (nodes_[i].kind == Kind::test) continue;
    level[i] = 1;
    for (const Wire wire : nodes_[i].wires) level[i] = std::max(level[i], level[wire.node()] + 1);
    if (levels.size() < level[i]) levels.resize(level[i]);
    levels[level[i] - 1].push_back(i);
  }
  return levels;
}

void Network::write_gate(image::Image& image, const Node& node) const {
  const auto begin = static_cast<std::uint32_t>(image.terms.size());
  std::vector<image::Literal> literals;
  for (const Wire wire : node.wires) literals.push_back(literal(wire));
  std::ranges::sort(literals, {}, &image::Literal::code);
  for (const image::Literal each : literals) {
    const std::uint32_t word = each.node() / 64;
    if (image.terms.size() == begin || image.terms.back().word != word) image.terms.push_back({word, 0, 0});
    const std::uint64_t bit = std::uint64_t{1} << (each.node() % 64);
    (each.negated() ? image.terms.back().negative : image.terms.back().positive) |= bit;
  }
  const image::Range terms{begin, static_cast<std::uint32_t>(image.terms.size())};
  const image::Literal scope = node.scope.code == image::none ? image::Literal{image::none} : literal(node.scope);
  image.gates.push_back({node.count, static_cast<std::uint32_t>(literals.size()), terms, scope});
}

// Gates that are run together should look alike and read the same words: those that count stand last in their level.
void Network::arrange(std::vector<std::uint32_t>& level) const {
  std::vector<std::tuple<bool, std::vector<std::uint32_t>, std::uint32_t>> keys;
  for (const std::uint32_t i : level) {
    std::vector<std::uint32_t> words;
    for (const Wire wire : nodes_[i].wires) words.push_back(numbers_[wire.node()] / 64);
    std::ranges::sort(words);
    keys.emplace_back(nodes_[i].count != 1 && nodes_[i].count != nodes_[i].wires.size(), std::move(words), i);
  }
  std::ranges::sort(keys);
  for (std::size_t i = 0; i < level.size(); ++i) level[i] = std::get<2>(keys[i]);
}

// A sum runs after the gates of its level, before those of the next, which may read it.
void Network::number_gates_and_sums(image::Image& image, std::vector<std::vector<std::uint32_t>>& levels) {
  const auto total = std::ranges::count_if(nodes_, [](const Node& node) { return node.kind == Kind::gate; });
  image.first_sum = (image.first_gate + static_cast<std::uint32_t>(total) + 63) / 64 * 64;
  std::uint32_t gates = 0;
  for (auto& level : levels) {
    arrange(level);
    for (const std::uint32_t i : level) {
      if (nodes_[i].kind == Kind::gate) numbers_[i] = image.first_gate + gates++;
    }
    for (const std::uint32_t i : level) {
      if (nodes_[i].kind != Kind::sum) continue;
      numbers_[i] = image.first_sum + static_cast<std::uint32_t>(image.sums.size());
      image.sums.push_back({nodes_[i].members, nodes_[i].threshold, gates});
    }
  }
}

void Network::lay_out(image::Image& image) {
  numbers_.assign(nodes_.size(), 0);
  number_tests(image);
  image.first_gate = static_cast<std::uint32_t>((image.tests.size() + 63) / 64 * 64);
  auto levels = nodes_by_level();
  number_gates_and_sums(image, levels);
  for (const auto& level : levels) {
    image.levels.push_back(static_cast<std::uint32_t>(image.gates.size()));
    for (const std::uint32_t i : level) {
      if (nodes_[i].kind == Kind::gate) write_gate(image, nodes_[i]);
    }
  }
  image.levels.push_back(static_cast<std::uint32_t>(image.gates.size()));
}

}  // namespace vertebra::compile
