#pragma once

#include <bit>
#include <cstdint>

#include "image/image.hpp"

namespace vertebra::eval {

// The literals of a gate, one by one.
template <class Visit>
void each_operand(const image::Image& image, const image::Gate& gate, Visit visit) {
  for (std::uint32_t i = gate.terms.begin; i < gate.terms.end; ++i) {
    const image::Term& term = image.terms[i];
    const auto some = [&](std::uint64_t bits, std::uint32_t negated) {
      for (; bits != 0; bits &= bits - 1)
        visit(image::Literal{2 * (64 * term.word + static_cast<std::uint32_t>(std::countr_zero(bits))) + negated});
    };
    some(term.positive, 0);
    some(term.negative, 1);
  }
}

}  // namespace vertebra::eval
