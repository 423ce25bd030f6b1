#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "compile/compiler.hpp"
#include "compile/conditions.hpp"
#include "compile/named_by.hpp"
#include "compile/network.hpp"
#include "compile/text_pool.hpp"
#include "image/image.hpp"
#include "model/line.hpp"
#include "model/rule_set.hpp"

namespace vertebra::compile {

// Fills an image part by part; compile() calls the parts in order. Until finish() the literals of the image hold wires.
class Builder {
 public:
  Builder(const model::RuleSet& rules, const model::Profile& profile);

  void add_identity(std::string_view hash);
  void add_facts();
  void add_clauses();
  void add_red_flags();
  void add_contraindications();
  void add_obligations();
  void add_treatments();
  void add_notices();
  void add_scores();
  void add_probes(std::span<Probe> probes);
  image::Image finish();
  void settle(std::span<Probe> probes) const;  // After finish().

 private:
  static image::Literal pending(Wire wire) { return {wire.code}; }
  const model::Guide& guide(std::size_t place) const { return rules_.guides[static_cast<std::size_t>(guides_[place])]; }
  // Guides whose rules act: the ranking one and the guards; consulted ones follow them.
  std::size_t acting() const { return 1 + profile_.guards.size(); }
  image::Range sources(const model::Guide& guide, const std::vector<int>& list);
  image::Range add_overlays(const model::Guide& guide);
  image::Range add_sources(const model::Guide& guide);
  void add_treatment(int treatment);
  void add_arguments(const model::Guide& ranking, const model::LineOpinion& opinion);
  void add_claims(const model::Guide& ranking, const model::LineOpinion& opinion);
  Wire add_warnings(const std::vector<int>& line);
  void add_line_obligations(const std::vector<int>& line);
  void add_positions(const std::vector<int>& line);
  Wire indication(const model::LineOpinion& opinion);
  void add_effect_rows();
  void settle_literals();
  void settle_parts();
  image::Part part(Wire wire) const;

  const model::RuleSet& rules_;
  const model::Profile& profile_;
  std::vector<int> guides_;  // Profile order, into RuleSet::guides.
  image::Image image_;
  TextPool texts_;
  Network network_;
  Conditions conditions_;
  std::vector<Wire> part_wires_;           // As Image::parts.
  std::vector<model::Opinions> opinions_;  // As guides_.
  NamedBy blocks_;                         // Into Image::contraindications.
  NamedBy cautions_;
  NamedBy obligations_;  // Into Image::obligations.
};

}  // namespace vertebra::compile
