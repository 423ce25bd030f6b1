#pragma once

#include <cstdint>
#include <vector>

#include <vertebra/what_if.hpp>

#include "eval/result.hpp"
#include "explain/leeway.hpp"
#include "image/image.hpp"

namespace vertebra::explain {

// A goal for one patient: whether a run reaches it, and whether other answers to some facts could.
class Aim {
 public:
  // `now` is the patient's own run; `treatment` (into Image::treatments) belongs to GoalKind::offered.
  Aim(const image::Image& image, const eval::Result& now, GoalKind kind, std::uint32_t treatment);

  bool reached(const eval::Result& result) const;
  // False only when no answers to the facts that are free in `leeway` reach the goal without a conflict.
  bool could_be_reached(const Leeway& leeway) const;
  // What the goal rests on, and all that is asked of a leeway: a fact below none of these cannot bear on it.
  std::vector<image::Literal> roots() const;

 private:
  bool care_could_change(const Leeway& leeway) const;
  bool could_be_offered(std::uint32_t treatment, const Leeway& leeway) const;
  bool first_could_change(const Leeway& leeway) const;
  bool could_overtake(std::uint32_t treatment, int first_group, int first_points, const Leeway& leeway) const;
  int points(std::uint32_t treatment, const Leeway& leeway, bool at_best) const;
  void add_treatment_roots(std::vector<image::Literal>& list) const;

  const image::Image& image_;
  GoalKind kind_;
  std::uint32_t treatment_;
  bool assessed_;
  std::uint32_t least_;
  std::uint32_t most_;
  std::uint32_t first_;  // Of the ranking; image::none where there is none.
};

}  // namespace vertebra::explain
