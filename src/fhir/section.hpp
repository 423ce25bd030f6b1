#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/reporter.hpp"
#include "document/node.hpp"

// Small steps that every section of a mapping document takes. Each reports what it refuses.
namespace vertebra::fhir {

bool expect_map(const document::Node& node, std::string_view what, base::Reporter& reporter);
bool expect_list(const document::Node& node, std::string_view what, base::Reporter& reporter);
bool expect_scalar(const document::Node& node, std::string_view what, base::Reporter& reporter);

bool is_one_of(std::string_view text, std::span<const std::string_view> words);

// Reports the keys of a map that are not among those allowed, with the one that was likely meant.
void refuse_other_keys(const document::Node& map, std::span<const std::string_view> allowed, base::Reporter& reporter);

// The text of a member that must be there; empty when it was not, or was no text.
std::string_view required_text(const document::Node& map, base::Place place, std::string_view key,
                               base::Reporter& reporter);

// "42 wk" in days.
std::optional<double> read_days(const document::Node& node, base::Reporter& reporter);

// "did you mean `x`?", or nothing.
std::string suggestion(std::string_view name, std::span<const std::string_view> candidates);

// The text in back-ticks.
std::string ticked(std::string_view text);

}  // namespace vertebra::fhir
