#pragma once

#include <span>
#include <vector>

#include <vertebra/why.hpp>

#include "base/fact_shape.hpp"
#include "explain/why_tree.hpp"
#include "explain/written.hpp"

namespace vertebra::explain {

// An answer in words. `given` holds what the patient answered, one entry a fact.
std::vector<WhyNode> nodes(const Written& written, const WhyTree& tree, std::span<const base::Possible> given);

// The facts that something in it waits on, ascending.
std::vector<std::uint32_t> waits_on(const WhyTree& tree);

}  // namespace vertebra::explain
