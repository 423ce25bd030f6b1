#include "cohort_block.hpp"

#include <algorithm>
#include <numeric>
#include <span>

#include <vertebra/vocabulary.hpp>

namespace vertebra::python {

CohortBlock::CohortBlock(const SharedEngine& engine, const CohortInput& input, ResultParts parts)
    : engine_{engine},
      input_{input},
      parts_{parts},
      treatments_{ranked_treatments(engine.engine().rule_set()).size()} {}

CohortSpans CohortBlock::room_for(std::size_t count) {
  const auto room = [&](auto& memory, bool is_wanted, std::size_t size) {
    memory.resize(is_wanted ? size : 0);
    return std::span{memory};
  };
  const std::size_t cells = treatments_ * count;
  CohortSpans into;
  into.care_least = room(care_least_, parts_.care, count);
  into.care_most = room(care_most_, parts_.care, count);
  into.verdicts = room(verdicts_, parts_.verdicts || parts_.scores, cells);
  into.causes = room(causes_, parts_.causes || parts_.scores, cells);
  into.score_low = room(score_low_, parts_.scores, cells);
  into.score_high = room(score_high_, parts_.scores, cells);
  into.ranks = room(ranks_, parts_.ranks || parts_.first, cells);
  into.conflicts = room(conflicts_, parts_.conflicts, count);
  return into;
}

const std::vector<std::size_t>& CohortBlock::run(std::size_t begin, std::size_t count, Date as_of,
                                                 CohortOutput& output) {
  alone_.clear();
  const vertebra::CohortColumns columns = input_.columns(begin, count, cells_, alone_);
  const CohortSpans into = room_for(count);
  if (evaluate_cohort(engine_.engine(), columns, as_of, into).empty()) {
    output.write(begin, count, into);
    std::ranges::sort(alone_);
    alone_.erase(std::unique(alone_.begin(), alone_.end()), alone_.end());
  } else {
    alone_.resize(count);  // One by one, for messages that name the columns.
    std::iota(alone_.begin(), alone_.end(), std::size_t{0});
  }
  return alone_;
}

}  // namespace vertebra::python
