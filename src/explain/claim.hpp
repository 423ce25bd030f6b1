#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "eval/result.hpp"
#include "image/image.hpp"

namespace vertebra::explain {

// Points by which one treatment leads another, as far as answers tell: each different condition of an argument counts once
// for both, so that what they share cancels out.
struct Lead {
  struct Share {
    image::Literal when;
    std::int32_t points = 0;  // While it holds, in favour of the first; never 0.
  };
  std::int32_t base = 0;
  std::vector<Share> shares;

  Lead(const image::Image& image, std::uint32_t first, std::uint32_t second);
  Score between(const eval::Planes& planes) const noexcept;
};

// Something certain of a run. More answers never make it untrue, so fewer may still be enough.
struct Claim {
  struct Goal {
    image::Literal literal;
    Truth truth = Truth::yes;
  };
  std::vector<Goal> goals = {};
  std::uint32_t at_least = 0;                      // Care is at least at this level,
  std::uint32_t below = image::none;               // and below this one.
  const Lead* lead = nullptr;                      // Of two treatments:
  std::optional<std::int32_t> lead_at_least = {};  // at least so much,
  std::optional<Score> lead_is = {};               // or known as exactly as this.

  bool holds(const eval::Result& result) const noexcept;
};

}  // namespace vertebra::explain
