#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <vertebra/outcome.hpp>

namespace vertebra::report {

// An id as words: `saddle_numbness` is "saddle numbness".
std::string spelled(std::string_view id);

// What people call it: its label, or its id as words where it has none.
std::string named(std::string_view label, std::string_view id);

// With a capital letter first.
std::string capitalized(std::string text);

// "✓", "✗" or "?".
std::string_view sign_of(Truth truth) noexcept;

// "Profile default as of 2026-01-31".
std::string identity_of(std::string_view profile, Date as_of);

// "a, b and c"; with more names than `limit`, "a, b and 4 more".
std::string name_list(const std::vector<std::string>& names, std::size_t limit = static_cast<std::size_t>(-1));

// Facts as words, at most a line or two of them.
std::string fact_list(const std::vector<std::string_view>& facts);

// A sentence and where it comes from: "It suits the first weeks (S31, I-22)". Ids that begin with I- are readings of a
// source, not its words; the page says so once.
std::string cited(std::string_view text, const std::vector<std::string_view>& sources);

// The same with the facts that it still waits on.
std::string cited_open(std::string_view text, const std::vector<std::string_view>& sources,
                       const std::vector<std::string_view>& depends_on);

}  // namespace vertebra::report
