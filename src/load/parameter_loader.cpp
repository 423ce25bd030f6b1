#include "load/parameter_loader.hpp"

#include "load/wording.hpp"

namespace vertebra::load {
namespace {

using base::Code;

// The unit that stands behind the number of "28 d"; a number alone is a score.
std::optional<base::Unit> unit_of(Reading& reading, const document::Node& value) {
  const auto number_end = value.text.find_first_not_of("+-0123456789.");
  const auto unit_start = value.text.find_first_not_of(' ', number_end);
  if (number_end == std::string::npos || unit_start == std::string::npos) return base::find_unit(base::score_unit);
  const auto text = value.text.substr(unit_start);
  if (const auto unit = base::find_unit(text)) return unit;
  reading.reporter.report(Code::unit_mismatch, value.place, ticked(text) + " is not a unit",
                          "the units are " + base::unit_list());
  return std::nullopt;
}

std::optional<double> read_number(GuideReading& guide, const document::Node& node, base::Unit unit) {
  return parse_quantity(node, unit, guide.reading.files, guide.reading.reporter);
}

void read_value(GuideReading& guide, Fields& fields, model::Parameter& parameter) {
  const auto* node = fields.scalar("value", "a number with its unit", Need::required);
  const auto ends = fields.ends("range", Need::required);
  const auto unit = node ? unit_of(guide.reading, *node) : std::nullopt;
  if (!unit) return;
  parameter.unit = *unit;
  const auto value = read_number(guide, *node, *unit);
  const auto low = ends ? read_number(guide, *ends->first, *unit) : std::nullopt;
  const auto high = ends ? read_number(guide, *ends->second, *unit) : std::nullopt;
  if (!value || !low || !high) return;
  parameter.value = *value;
  parameter.min = *low;
  parameter.max = *high;
  if (*low > *high)
    guide.reading.reporter.report(Code::bad_value, ends->first->place,
                                  "the range of " + fields.what() + " does not rise", "write the lower end first");
  else if (*value < *low || *value > *high)
    guide.reading.reporter.report(Code::out_of_range, node->place,
                                  ticked(node->text) + " is outside the range of " + fields.what(),
                                  "it goes from " + ticked(ends->first->text) + " to " + ticked(ends->second->text));
}

}  // namespace

void read_parameters(GuideReading& guide) {
  for (const auto* entry : guide.fields.section("parameters")) {
    Fields fields{guide.reading, "parameter", *entry};
    model::Parameter parameter;
    parameter.id = entry->key;
    parameter.place = entry->place;
    read_value(guide, fields, parameter);
    parameter.sources = guide.cite(fields, Basis::rule);
    fields.close();
    if (!guide.names.add_unreserved(entry->key, entry->place, "parameter")) continue;
    const int index = static_cast<int>(guide.guide.parameters.size());
    guide.table.add(entry->key, {NameKind::parameter, guide.index, index});
    guide.guide.parameters.push_back(std::move(parameter));
  }
}

}  // namespace vertebra::load
