#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "eval/exclusions.hpp"
#include "eval/score_blocks.hpp"
#include "eval/treatment_kinds.hpp"
#include "image/image.hpp"

namespace vertebra::eval {

// What a cohort needs of an image beside the image itself: made once, read by every thread.
struct CohortPlan {
  struct
      Share {  // What a condition does to the score of one treatment, which begins as if all were unknown; short words.
    image::Literal when;
    std::uint32_t when_yes = 0;
    std::uint32_t when_no = 0;
  };

  const image::Image& image;
  std::vector<image::Literal> operands;  // Of all gates,
  std::vector<image::Range> gates;       // and which of them each gate has.
  Exclusions exclusions;
  std::vector<image::Literal> assessing;  // Scopes of the guides with red flags.
  TreatmentKinds kinds;
  ScoreBounds bounds;
  bool fits_short_words = false;  // Otherwise every row goes through the patient executor.
  std::vector<Share> shares;
  std::vector<image::Range> shares_of;  // As treatments.
  std::vector<std::uint32_t> base;      // As treatments; short words.

  explicit CohortPlan(const image::Image& image);

  // Rows that are worked on together: as many as keep what a block needs in half of an L2 cache of usual size.
  std::size_t rows_a_block() const;
};

}  // namespace vertebra::eval
