#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <vertebra/what_if.hpp>

#include "eval/answers.hpp"
#include "eval/patient_executor.hpp"
#include "eval/result.hpp"
#include "explain/aim.hpp"
#include "explain/cells.hpp"
#include "explain/leeway.hpp"
#include "image/image.hpp"

namespace vertebra::explain {

// Other answers of one patient, a cell a fact, in vocabulary order.
using CellSet = std::vector<Cell>;

// Looks for the fewest other answers that reach a goal: answer by answer, as long as the leeway of those that may still
// follow could reach it; a whole set is run as the patient would be.
//
// INVARIANT: leeway only grows with the facts that are free, so where many facts have too little of it, so has every part of
// them. That is why whole blocks of facts are left out with one look.
class CounterfactualSearch {
 public:
  // The image must outlive the search.
  CounterfactualSearch(const image::Image& image, const eval::Answers& answers, Date as_of, GoalKind kind,
                       std::uint32_t treatment);

  bool reached_already() const { return aim_.reached(now_); }
  // Sets of one size, the smallest at which there are any; none where that is more than `most_other_answers`.
  std::vector<CellSet> run(std::size_t most_sets);
  bool complete() const noexcept { return complete_; }

 private:
  void link_facts();
  void find_candidates();
  void choose(std::size_t from, int left);
  void split(std::size_t from, std::size_t to);
  void take(Cell cell);
  void drop();
  void try_values(std::uint32_t fact);
  void release(std::uint32_t fact);
  bool has_leeway(std::size_t from, std::size_t to);
  std::optional<Cell> nearer(Cell cell) const;
  void leave_out_farther();

  const image::Image& image_;
  eval::Answers answers_;
  Date as_of_;
  eval::PatientExecutor executor_;
  eval::Result now_;
  eval::Result then_;
  Aim aim_;
  std::vector<std::uint32_t> below_;  // Nodes.
  Leeway leeway_;

  std::vector<std::vector<std::uint32_t>> followers_;  // By fact: itself, and what another answer to it may narrow.
  std::vector<std::uint32_t> candidates_;              // Facts, in vocabulary order.
  std::vector<std::vector<Cell>> cells_;               // By fact: its values but for the patient's own.
  CellSet chosen_;
  eval::Answers changed_;  // The answers with those that are chosen.
  std::vector<std::uint32_t> free_;
  std::vector<std::uint8_t> is_free_;
  std::vector<CellSet> found_;
  std::size_t most_sets_ = 0;
  bool complete_ = true;
};

}  // namespace vertebra::explain
