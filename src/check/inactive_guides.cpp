#include <string>
#include <vector>

#include "check/checks.hpp"

namespace vertebra::check {

void check_inactive_guides(const model::RuleSet& rules, const graph::RuleGraph&, base::Reporter& reporter) {
  for (const model::Profile& profile : rules.profiles) {
    std::vector<int> in_use{profile.rank_by};
    in_use.insert(in_use.end(), profile.guards.begin(), profile.guards.end());
    in_use.insert(in_use.end(), profile.consult.begin(), profile.consult.end());
    for (const int index : in_use) {
      const model::Guide& guide = rules.guides[static_cast<std::size_t>(index)];
      if (guide.status == model::Status::active) continue;
      const bool retired = guide.status == model::Status::retired;
      reporter.report(base::Code::inactive_guide, profile.place,
                      "profile `" + profile.id + "` uses the guide `" + guide.id + "`, which is " +
                          (retired ? "retired" : "a draft"),
                      retired ? "use the guide that took its place" : "say `status: active` in the guide once it is");
    }
  }
}

}  // namespace vertebra::check
