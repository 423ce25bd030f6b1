#include "api/answer_lines.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.hpp"

namespace vertebra {
namespace {

// A value as a plain YAML scalar, or quoted where that would say something else.
std::string scalar(const std::string& text) {
  constexpr std::string_view special = "{}[],#:%&*!|>'\"@`";
  return text.find_first_of(special) == std::string::npos ? text : '"' + text + '"';
}

// As a case file can hold it: what a conversion left beyond 15 digits is rounded away.
std::string number(double value) {
  std::string text = base::number_text(value);
  if (base::parse_number(text)) return text;
  std::array<char, 64> buffer{};
  constexpr int digits = 15;
  const auto before_point = static_cast<int>(text.find('.')) - (text.front() == '-' ? 1 : 0);
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed,
                                 std::max(0, digits - before_point));
  return {buffer.data(), end.ptr};
}

// Points of a scale have no unit that a person would write.
std::string quantity_text(const base::FactShape& shape, const base::Possible& answer) {
  const std::string unit = shape.unit.ucum == "{score}" ? "" : " " + std::string{shape.unit.ucum};
  std::string text = number(answer.low);
  if (answer.high != answer.low) text += " .. " + number(answer.high);
  return text + unit;
}

std::string answer_text(const base::FactShape& shape, const base::Possible& answer) {
  if (shape.type == base::FactType::quantity) return scalar(quantity_text(shape, answer));
  if (shape.type == base::FactType::boolean) return answer.cells == 0b10 ? "yes" : "no";
  std::string text;
  for (std::size_t i = 0; i < shape.choices.size(); ++i) {
    if ((answer.cells >> i & 1) != 0) text += (text.empty() ? "" : " or ") + shape.choices[i];
  }
  return text;
}

}  // namespace

std::vector<std::string> answer_lines(const Patient::State& patient) {
  std::vector<std::string> lines;
  for (std::size_t fact = 0; fact < patient.given.size(); ++fact) {
    if (!patient.given[fact].known) continue;
    const base::FactShape& shape = patient.rule_set->shapes[fact];
    lines.push_back(shape.id + ": " + answer_text(shape, patient.given[fact]));
  }
  return lines;
}

std::string to_yaml(const Patient& patient) {
  std::string text;
  for (const std::string& line : answer_lines(patient.state())) text += line + "\n";
  return text.empty() ? "{}\n" : text;
}

}  // namespace vertebra
