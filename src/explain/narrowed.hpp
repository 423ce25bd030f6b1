#pragma once

#include <cstdint>
#include <vector>

#include "eval/answers.hpp"
#include "eval/result.hpp"
#include "image/image.hpp"

namespace vertebra::explain {

// A consistency rule took values from a fact.
struct NarrowingStep {
  std::uint32_t clause = 0;
  std::uint32_t fact = 0;
  eval::Domain left;
};
using Narrowed = std::vector<NarrowingStep>;

// How the consistency rules narrow answers that break none of them, step by step: each rests on those before it.
Narrowed narrowed(const image::Image& image, const eval::Answers& answers);

}  // namespace vertebra::explain
