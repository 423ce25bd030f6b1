#pragma once

#include <vector>

#include "eval/result.hpp"
#include "image/image.hpp"

namespace vertebra::eval {

// Sets the two bits of every test from what is possible for its fact. Gate bits are left clear.
void fill_tests(const image::Image& image, const std::vector<Domain>& domains, Planes& planes) noexcept;

// Runs the gates and sums, level by level, over the tests.
void run_gates(const image::Image& image, Planes& planes) noexcept;

}  // namespace vertebra::eval
