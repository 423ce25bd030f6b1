#include <string>

#include "check/checks.hpp"

namespace vertebra::check {

void check_expired_guides(const model::RuleSet& rules, Date as_of, base::Reporter& reporter) {
  for (const model::Guide& guide : rules.guides)
    if (guide.valid_until && *guide.valid_until < as_of)
      reporter.report(base::Code::expired, guide.place,
                      "guide `" + guide.id + "` was valid until " + to_string(*guide.valid_until),
                      "review it, then move `valid_until`, or set `status: retired`");
}

}  // namespace vertebra::check
