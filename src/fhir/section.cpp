#include "fhir/section.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/units.hpp"

namespace vertebra::fhir {
namespace {

using base::Code;

bool expect(bool fits, const document::Node& node, std::string_view what, std::string_view kind,
            base::Reporter& reporter) {
  if (!fits) reporter.report(Code::wrong_type, node.place, std::string{what} + " must be " + std::string{kind});
  return fits;
}

}  // namespace

std::string ticked(std::string_view text) { return "`" + std::string{text} + "`"; }

std::string suggestion(std::string_view name, std::span<const std::string_view> candidates) {
  const std::string_view close = base::closest(name, candidates);
  return close.empty() ? std::string{} : "did you mean " + ticked(close) + "?";
}

bool is_one_of(std::string_view text, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

bool expect_map(const document::Node& node, std::string_view what, base::Reporter& reporter) {
  return expect(node.is_map(), node, what, "a map", reporter);
}

bool expect_list(const document::Node& node, std::string_view what, base::Reporter& reporter) {
  return expect(node.is_list(), node, what, "a list", reporter);
}

bool expect_scalar(const document::Node& node, std::string_view what, base::Reporter& reporter) {
  return expect(node.is_scalar(), node, what, "a single word or text", reporter);
}

void refuse_other_keys(const document::Node& map, std::span<const std::string_view> allowed, base::Reporter& reporter) {
  for (const document::Entry& each : map.entries) {
    if (is_one_of(each.key, allowed)) continue;
    std::string help = suggestion(each.key, allowed);
    if (help.empty()) help = "the keys here are " + base::list_of(allowed, "and");
    reporter.report(Code::unknown_key, each.place, ticked(each.key) + " is not a key here", std::move(help));
  }
}

std::string_view required_text(const document::Node& map, base::Place place, std::string_view key,
                               base::Reporter& reporter) {
  const document::Node* node = map.find(key);
  if (node == nullptr) {
    reporter.report(Code::missing_key, place, ticked(key) + " is missing");
    return {};
  }
  return expect_scalar(*node, ticked(key), reporter) ? std::string_view{node->text} : std::string_view{};
}

std::optional<double> read_days(const document::Node& node, base::Reporter& reporter) {
  if (!expect_scalar(node, "a time", reporter)) return std::nullopt;
  const std::string_view text = node.text;
  const std::size_t space = text.find(' ');
  const auto days = base::find_unit("d");
  const auto number = base::parse_number(text.substr(0, space));
  const auto unit = space == std::string_view::npos ? std::nullopt : base::find_unit(text.substr(space + 1));
  if (number && *number > 0 && unit && base::converts(*unit, *days)) return base::convert(*number, *unit, *days);
  reporter.report(Code::bad_value, node.place, ticked(text) + " is not a time",
                  "write a number and a unit, as in `90 d`");
  return std::nullopt;
}

}  // namespace vertebra::fhir
