#include "load/null_values.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "load/wording.hpp"

namespace vertebra::load {
namespace {

constexpr std::array<std::string_view, 3> null_words{"null", "Null", "NULL"};

bool is_null(const document::Node& node) {
  return node.is_scalar() && node.style == document::Style::plain &&
         std::ranges::find(null_words, node.text) != null_words.end();
}

}  // namespace

// The depth is bounded by the reader.
bool has_all_values(const document::Node& tree, base::Reporter& reporter) {
  bool all = true;
  for (const document::Entry& entry : tree.entries) {
    const bool null = is_null(entry.value);
    if (null)
      reporter.report(base::Code::empty_value, entry.place, ticked(entry.key) + " has no value",
                      "write one after the colon, or leave the key out");
    all = !null && has_all_values(entry.value, reporter) && all;
  }
  for (const document::Node& item : tree.items) {
    const bool null = is_null(item);
    if (null)
      reporter.report(base::Code::empty_value, item.place, "an entry of a list is empty",
                      "write a value in its place, or leave it out");
    all = !null && has_all_values(item, reporter) && all;
  }
  return all;
}

}  // namespace vertebra::load
