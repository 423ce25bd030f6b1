#include "cohort_block.hpp"

#include <algorithm>
#include <numeric>

namespace vertebra::python {

const std::vector<std::size_t>& CohortBlock::run(std::size_t begin, std::size_t count, Date as_of,
                                                 CohortOutput& output) {
  alone_.clear();
  const vertebra::CohortColumns columns = input_.columns(begin, count, cells_, alone_);
  const CohortSpans into = output.spans(begin, count, hidden_);
  if (evaluate_cohort(engine_.engine(), columns, as_of, into).empty()) {
    output.finish(begin, count, into);
    std::ranges::sort(alone_);
    alone_.erase(std::unique(alone_.begin(), alone_.end()), alone_.end());
  } else {
    alone_.resize(count);  // One by one, for messages that name the columns.
    std::iota(alone_.begin(), alone_.end(), std::size_t{0});
  }
  return alone_;
}

}  // namespace vertebra::python
