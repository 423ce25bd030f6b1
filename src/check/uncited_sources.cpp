#include <string>
#include <vector>

#include "check/checks.hpp"
#include "check/guide_parts.hpp"
#include "check/left_over.hpp"

namespace vertebra::check {
namespace {

bool explained(const model::Source& source) {
  return !source.excluded.empty() || source.unspecified || source.education;
}

// A source also counts as used when something cites the interpretation through which the guide reads it.
bool read_by_a_cited_one(const model::Guide& guide, const std::vector<bool>& cited, const model::Source& source) {
  for (std::size_t i = 0; i < guide.sources.size(); ++i)
    if (cited[i] && guide.sources[i].interprets == source.id) return true;
  return false;
}

}  // namespace

void check_uncited_sources(const model::RuleSet& rules, const graph::RuleGraph&, base::Reporter& reporter) {
  for (const model::Guide& guide : rules.guides) {
    const std::vector<bool> cited = cited_sources(guide);
    for (std::size_t i = 0; i < guide.sources.size(); ++i) {
      const model::Source& source = guide.sources[i];
      if (cited[i] || explained(source) || read_by_a_cited_one(guide, cited, source)) continue;
      if (may_be_left_over(guide, source.place)) continue;
      reporter.report(base::Code::uncited_source, source.place, "nothing cites the source `" + source.id + "`",
                      "cite it, or say why not with `excluded`, `unspecified` or `education`");
    }
  }
}

}  // namespace vertebra::check
