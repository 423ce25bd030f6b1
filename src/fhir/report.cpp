#include <algorithm>
#include <array>
#include <charconv>

#include <vertebra/fhir.hpp>

#include "base/json_writer.hpp"
#include "base/text.hpp"
#include "base/units.hpp"

namespace vertebra::fhir {
namespace {

using base::JsonWriter;

// Plain decimals: what is read is kept to nine places.
std::string decimal(double value) {
  std::array<char, 400> buffer{};
  constexpr int places = 9;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, places);
  std::string text{buffer.data(), end.ptr};
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

// As a patient file has it: scores without a unit, a range with both ends.
std::string number_answer(const Quantity& quantity) {
  std::string text = decimal(quantity.low);
  if (quantity.high != quantity.low) text += " .. " + decimal(quantity.high);
  return quantity.unit == base::score_unit ? text : text + " " + quantity.unit;
}

std::string text_of(const Answer& answer) {
  if (const bool* truth = std::get_if<bool>(&answer)) return *truth ? "yes" : "no";
  if (const Quantity* quantity = std::get_if<Quantity>(&answer)) return number_answer(*quantity);
  std::string text;
  if (const Choice* choice = std::get_if<Choice>(&answer))
    for (const std::string& each : choice->members) text += (text.empty() ? "" : " or ") + each;
  return text;
}

void optional_member(JsonWriter& writer, std::string_view name, std::string_view value) {
  if (!value.empty()) writer.member(name, value);
}

void write(JsonWriter& writer, const FoundFact& found) {
  writer.begin_object();
  writer.member("fact", found.fact);
  writer.member("answer", text_of(found.answer));
  writer.key("evidence");
  writer.begin_array();
  for (const Evidence& each : found.evidence) {
    writer.begin_object();
    writer.member("resource", each.resource);
    writer.member("element", each.element);
    optional_member(writer, "date", each.date);
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
}

void write(JsonWriter& writer, const UnknownFact& unknown) {
  writer.begin_object();
  writer.member("fact", unknown.fact);
  writer.member("cause", to_string(unknown.cause));
  optional_member(writer, "resource", unknown.resource);
  writer.member("reason", unknown.reason);
  writer.end_object();
}

void write(JsonWriter& writer, const Skipped& skipped) {
  writer.begin_object();
  writer.member("resource", skipped.resource);
  optional_member(writer, "fact", skipped.fact);
  writer.member("cause", to_string(skipped.cause));
  writer.member("reason", skipped.reason);
  if (skipped.count > 0) writer.member("count", skipped.count);
  writer.end_object();
}

template <class Items>
void write_all(JsonWriter& writer, std::string_view name, const Items& items) {
  writer.key(name);
  writer.begin_array();
  for (const auto& each : items) write(writer, each);
  writer.end_array();
}

// "Condition/1 code 2024-03-01"
std::string shown(const Evidence& evidence) {
  return evidence.resource + " " + evidence.element + (evidence.date.empty() ? "" : " " + evidence.date);
}

// One line, with its comment at a column where the eye finds it.
std::string line_of(std::string_view fact, std::string_view answer, std::string_view comment) {
  constexpr std::size_t comment_column = 44;
  std::string line = std::string{fact} + ": " + std::string{answer};
  line.append(line.size() < comment_column ? comment_column - line.size() : 1, ' ');
  return line + "# " + std::string{comment} + "\n";
}

}  // namespace

std::string to_json(const ReadResult& result) {
  JsonWriter writer;
  writer.begin_object();
  writer.member("vertebra", "1");
  write_all(writer, "facts", result.facts);
  write_all(writer, "unknown", result.unknown);
  write_all(writer, "skipped", result.skipped);
  writer.end_object();
  return writer.take();
}

std::string to_patient_file(const ReadResult& result, std::string_view name, Date as_of) {
  std::string text = "# What " + base::visible(name) + " says as of " + vertebra::to_string(as_of) + ".\n";
  text += "# Correct or complete it, and give it to `vertebra evaluate --patient`.\n\n";
  for (const FoundFact& each : result.facts) {
    std::string evidence;
    for (const Evidence& place : each.evidence) evidence += (evidence.empty() ? "" : ", ") + shown(place);
    text += line_of(each.fact, text_of(each.answer), evidence);
  }
  if (result.facts.empty() && result.unknown.empty()) return text + "{}\n";  // Of the dead nothing is read.
  if (result.unknown.empty()) return text;
  text += result.facts.empty() ? "" : "\n";
  for (const UnknownFact& each : result.unknown) {
    const std::string where = each.resource.empty() ? "" : each.resource + ": ";
    text += line_of(each.fact, "unknown", where + std::string{each.reason});
  }
  return text;
}

}  // namespace vertebra::fhir
