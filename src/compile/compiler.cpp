#include "compile/compiler.hpp"

#include <algorithm>

#include "compile/builder.hpp"

namespace vertebra::compile {

image::Image compile(const model::RuleSet& rules, const model::Profile& profile, std::string_view hash,
                     std::span<Probe> probes) {
  Builder builder{rules, profile};
  builder.add_identity(hash);
  builder.add_facts();
  builder.add_clauses();
  builder.add_red_flags();
  builder.add_contraindications();
  builder.add_obligations();
  builder.add_treatments();
  builder.add_notices();
  builder.add_scores();
  builder.add_probes(probes);
  image::Image image = builder.finish();
  builder.settle(probes);
  return image;
}

}  // namespace vertebra::compile
