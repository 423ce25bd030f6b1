#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "check/checks.hpp"
#include "check/left_over.hpp"
#include "model/citations.hpp"

namespace vertebra::check {
namespace {

bool explained(const model::Source& source) {
  return !source.excluded.empty() || source.unspecified || source.education;
}

std::vector<bool> cited_sources(const model::Vocabulary& vocabulary, const model::Guide& guide) {
  std::vector<bool> cited(guide.sources.size(), false);
  for (const model::Citation& each : model::citations(vocabulary, guide))
    cited[static_cast<std::size_t>(each.source)] = true;
  return cited;
}

// A source also counts as used when something cites the interpretation through which the guide reads it.
std::set<std::string_view> read_by_a_cited_one(const model::Guide& guide, const std::vector<bool>& cited) {
  std::set<std::string_view> ids;
  for (std::size_t i = 0; i < guide.sources.size(); ++i)
    if (cited[i]) ids.insert(guide.sources[i].interprets);
  return ids;
}

}  // namespace

void check_uncited_sources(const model::RuleSet& rules, const graph::RuleGraph&, base::Reporter& reporter) {
  for (const model::Guide& guide : rules.guides) {
    const std::vector<bool> cited = cited_sources(rules.vocabulary, guide);
    const std::set<std::string_view> read = read_by_a_cited_one(guide, cited);
    for (std::size_t i = 0; i < guide.sources.size(); ++i) {
      const model::Source& source = guide.sources[i];
      if (cited[i] || explained(source) || read.contains(source.id)) continue;
      if (may_be_left_over(guide, source.place)) continue;
      reporter.report(base::Code::uncited_source, source.place, "nothing cites the source `" + source.id + "`",
                      "cite it, or say why not with `excluded`, `unspecified` or `education`");
    }
  }
}

}  // namespace vertebra::check
