#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/fact_shape.hpp"
#include "base/reporter.hpp"
#include "document/node.hpp"

namespace vertebra::load {

struct FactAnswer {
  int fact = -1;
  base::Possible possible;
};

struct Answers {
  std::vector<FactAnswer> answers;      // In written order; complete when no diagnostic is an error.
  std::vector<Diagnostic> diagnostics;  // In file order.
};

// Reads a patient file: a flat map of fact id to value. `name` stands in messages; its ending chooses YAML or JSON.
Answers read_answers(std::span<const base::FactShape> facts, std::string_view text, std::string_view name);

// Reads the same map where it stands inside another document.
std::vector<FactAnswer> read_answers(std::span<const base::FactShape> facts, const document::Node& map,
                                     base::Reporter& reporter);

}  // namespace vertebra::load
