#include "eval/gate_groups.hpp"

#include <algorithm>

namespace vertebra::eval {
namespace {

bool is_any(const image::Gate& gate) { return gate.count == 1 && gate.size > 1; }
bool counts(const image::Gate& gate) { return gate.count != gate.size && !is_any(gate); }

class Writer {
 public:
  explicit Writer(GateGroups& groups) : groups_{groups} {}

  void open(std::uint32_t node, bool counts) {
    const auto begin = static_cast<std::uint32_t>(groups_.steps.size());
    groups_.groups.push_back({begin, begin, node, static_cast<std::uint32_t>(groups_.limits.size()), 0, 0, counts});
    if (counts) groups_.limits.emplace_back();
    lane_ = 0;
  }
  void add_term(const image::Term& term, bool flipped) {
    GateStep& step = step_of(term.word);
    step.positive[lane_] |= flipped ? term.negative : term.positive;
    step.negative[lane_] |= flipped ? term.positive : term.negative;
  }
  void limit(std::uint32_t enough, std::uint32_t spare) {
    groups_.limits.back().enough[lane_] = enough;
    groups_.limits.back().spare[lane_] = spare;
  }
  void close(bool flipped) {
    GateGroup& group = groups_.groups.back();
    ++group.size;
    if (flipped) group.flipped = static_cast<std::uint8_t>(group.flipped | 1U << lane_);
    ++lane_;
  }
  bool is_full() const { return lane_ == gates_a_group; }

 private:
  GateStep& step_of(std::uint32_t word) {
    GateGroup& group = groups_.groups.back();
    for (std::uint32_t i = group.begin; i < group.end; ++i) {
      if (groups_.words[i] == word) return groups_.steps[i];
    }
    groups_.words.push_back(word);
    ++group.end;
    return groups_.steps.emplace_back();
  }

  GateGroups& groups_;
  std::uint32_t lane_ = 0;
};

}  // namespace

GateGroups group_gates(const image::Image& image) {
  GateGroups groups;
  Writer writer{groups};
  std::size_t level = 0;
  for (std::uint32_t i = 0; i < image.gates.size(); ++i) {
    const image::Gate& gate = image.gates[i];
    const bool starts_level = image.levels[level] == i;
    while (level < image.levels.size() && image.levels[level] == i) ++level;
    if (starts_level || writer.is_full() || groups.groups.back().counts != counts(gate))
      writer.open(image.first_gate + i, counts(gate));
    if (starts_level) groups.groups.back().starts_level = true;
    for (std::uint32_t j = gate.terms.begin; j < gate.terms.end; ++j) writer.add_term(image.terms[j], is_any(gate));
    if (counts(gate)) writer.limit(gate.count, gate.size - gate.count);
    writer.close(is_any(gate));
  }
  return groups;
}

GateGroups group_clauses(const image::Image& image) {
  GateGroups groups;
  Writer writer{groups};
  for (std::uint32_t i = 0; i < image.clauses.size(); ++i) {
    if (i % gates_a_group == 0) writer.open(i, false);
    for (std::uint32_t j = image.clauses[i].parts.begin; j < image.clauses[i].parts.end; ++j) {
      const image::Literal literal = image.parts[j].literal;
      const std::uint64_t bit = std::uint64_t{1} << (literal.node() % 64);
      writer.add_term({literal.node() / 64, literal.negated() ? 0 : bit, literal.negated() ? bit : 0}, false);
    }
    writer.close(false);
  }
  return groups;
}

}  // namespace vertebra::eval
