#pragma once

#include <cstdint>

#include "base/fact_shape.hpp"
#include "eval/result.hpp"
#include "image/image.hpp"

namespace vertebra::eval {

// Every value of the fact's list or range.
Domain full_domain(const image::Image& image, std::uint32_t fact);

// What an answer leaves possible; all of it when the answer is unknown.
Domain domain_of(const image::Image& image, std::uint32_t fact, const base::Possible& possible);

// How a domain stands to the values for which a part of a clause holds.
Truth holds(const image::Image& image, const image::Part& part, const Domain& domain);

// Takes away the values for which the part holds. Requires holds() to be unknown.
void exclude(const image::Image& image, const image::Part& part, Domain& domain);

}  // namespace vertebra::eval
