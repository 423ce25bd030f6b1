#pragma once

#include <cstdint>

#include "base/fact_shape.hpp"
#include "eval/result.hpp"
#include "image/image.hpp"

namespace vertebra::eval {

// Every value of the fact's list or range.
Domain full_domain(const image::Image& image, std::uint32_t fact);

// Every cell of a boolean or a choice.
inline std::uint64_t every_cell(const image::Fact& fact) noexcept {
  const std::uint32_t size = fact.type == base::FactType::boolean ? 2 : fact.choices.size();
  return size >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << size) - 1;
}

// Whether it is the full domain of a quantity, without looking for that.
bool is_whole_range(const image::Image& image, const image::Fact& fact, Domain domain);

// The cells in which a range of a quantity begins and ends.
Domain domain_of_range(const image::Image& image, const image::Fact& fact, double low, double high);

// What an answer leaves possible; all of it when the answer is unknown.
inline Domain domain_of(const image::Image& image, std::uint32_t fact, const base::Possible& possible) {
  if (!possible.known) return full_domain(image, fact);
  const image::Fact& each = image.facts.data()[fact];
  if (each.type != base::FactType::quantity) return {possible.cells, 0, 0};
  return domain_of_range(image, each, possible.low, possible.high);
}

// How a domain stands to the values for which a part of a clause holds.
Truth holds(const image::Image& image, const image::Part& part, const Domain& domain);

// Takes away the values for which the part holds. Requires holds() to be unknown.
void exclude(const image::Image& image, const image::Part& part, Domain& domain);

}  // namespace vertebra::eval
