#include "base/diagnostic_codes.hpp"

#include <algorithm>
#include <cassert>

namespace vertebra::base {
namespace {

constexpr CodeInfo table[] = {
#define VERTEBRA_ROW(name, number, severity, about) {Code::name, #name, Severity::severity, about},
    VERTEBRA_DIAGNOSTIC_CODES(VERTEBRA_ROW)
#undef VERTEBRA_ROW
};

// INVARIANT: the table is sorted by number, so that a code is found by halving.
static_assert(std::is_sorted(std::begin(table), std::end(table),
                             [](const CodeInfo& a, const CodeInfo& b) { return a.code < b.code; }));

}  // namespace

std::span<const CodeInfo> all_codes() noexcept { return table; }

const CodeInfo& info(Code code) noexcept {
  const auto* found = std::lower_bound(std::begin(table), std::end(table), code,
                                       [](const CodeInfo& row, Code wanted) { return row.code < wanted; });
  assert(found != std::end(table) && found->code == code);
  return *found;
}

}  // namespace vertebra::base
