#include <algorithm>
#include <bit>
#include <utility>

#include "compile/builder.hpp"

// The last step: the network is numbered, and every wire in the image becomes the literal of its node.
namespace vertebra::compile {

image::Image Builder::finish() {
  network_.lay_out(image_);
  settle_literals();
  settle_parts();
  add_effect_rows();
  return std::move(image_);
}

void Builder::settle_literals() {
  const auto settle = [&](image::Literal& literal) { literal = network_.literal({literal.code}); };
  for (auto& each : image_.guides) settle(each.scope);
  settle(image_.deferred);
  for (auto& each : image_.red_flags) settle(each.when), settle(each.holds);
  for (auto& each : image_.contraindications) settle(each.when), settle(each.holds);
  for (auto& each : image_.treatments) settle(each.indication), settle(each.indicated_when), settle(each.blocked);
  for (auto& each : image_.arguments) settle(each.when);
  for (auto& each : image_.positions) settle(each.indication);
  for (auto& each : image_.notices) settle(each.when);
  for (auto& each : image_.members) settle(each.when);
}

void Builder::settle(std::span<Probe> probes) const {
  for (Probe& each : probes) each.literal = network_.literal({each.literal.code});
}

image::Part Builder::part(Wire wire) const {
  const image::Literal literal = network_.literal(wire);
  const image::Test& test = image_.tests[literal.node()];
  const image::Fact& fact = image_.facts[test.fact];
  if (fact.type != base::FactType::quantity) {
    const std::uint32_t size = fact.type == base::FactType::boolean ? 2 : fact.choices.size();
    const std::uint64_t every = size >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << size) - 1;
    return {literal, test.fact, literal.negated() ? every & ~test.cells : test.cells, 0, 0};
  }
  const std::uint32_t cut = literal.node() - fact.tests.begin;  // Cells above it begin at cut + 1.
  if (literal.negated()) return {literal, test.fact, 0, 0, cut};
  return {literal, test.fact, 0, cut + 1, fact.tests.size()};
}

void Builder::settle_parts() {
  for (const Wire wire : part_wires_) image_.parts.push_back(part(wire));
}

// One row for each different condition of an argument, so that a condition is looked at once for all treatments.
void Builder::add_effect_rows() {
  std::vector<std::vector<image::Effect>> effects;  // As rows.
  std::map<std::uint32_t, std::size_t> row_of;
  for (std::uint32_t i = 0; i < image_.treatments.size(); ++i) {
    const image::Treatment& treatment = image_.treatments[i];
    image_.base.push_back(treatment.strength == image::none ? 0 : image_.strengths[treatment.strength].points);
    for (std::uint32_t j = treatment.arguments.begin; j < treatment.arguments.end; ++j) {
      const image::Argument& argument = image_.arguments[j];
      const auto [row, is_new] = row_of.try_emplace(argument.when.code, effects.size());
      if (is_new) {
        image_.rows.push_back({argument.when, {}});
        effects.emplace_back();
      }
      auto& list = effects[row->second];
      if (list.empty() || list.back().treatment != i) list.push_back({i, 0, 0});
      (argument.points > 0 ? list.back().gain : list.back().loss) += argument.points;
    }
  }
  for (std::size_t row = 0; row < effects.size(); ++row) {
    const auto begin = static_cast<std::uint32_t>(image_.effects.size());
    image_.effects.insert(image_.effects.end(), effects[row].begin(), effects[row].end());
    image_.rows[row].effects = {begin, static_cast<std::uint32_t>(image_.effects.size())};
  }
}

}  // namespace vertebra::compile
