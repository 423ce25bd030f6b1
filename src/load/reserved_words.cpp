#include "load/reserved_words.hpp"

#include <algorithm>
#include <array>

#include "load/expressions.hpp"

namespace vertebra::load {
namespace {

using namespace std::string_view_literals;

// INVARIANT: sorted.
constexpr std::array reserved_words = {
    "all"sv,   "and"sv,   "any"sv,  "at"sv,  "blocked"sv, "care"sv,    "false"sv, "implies"sv, "in"sv,   "is"sv,
    "known"sv, "least"sv, "none"sv, "not"sv, "of"sv,      "offered"sv, "or"sv,    "score"sv,   "true"sv, "unknown"sv,
};
static_assert(std::ranges::is_sorted(reserved_words));

constexpr char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool is_reserved(std::string_view word) noexcept { return std::ranges::binary_search(reserved_words, word); }

std::string_view miswritten_reserved_word(std::string_view word) noexcept {
  if (is_reserved(word)) return {};
  const auto* found = std::ranges::find_if(
      reserved_words, [&](std::string_view reserved) { return std::ranges::equal(word, reserved, {}, lower); });
  return found == reserved_words.end() ? std::string_view{} : *found;
}

}  // namespace vertebra::load
