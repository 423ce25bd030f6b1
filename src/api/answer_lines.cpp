#include "api/answer_lines.hpp"

#include "base/answer_text.hpp"

namespace vertebra {
namespace {

// A value as a plain YAML scalar, or quoted where that would say something else.
std::string scalar(const std::string& text) {
  constexpr std::string_view special = "{}[],#:%&*!|>'\"@`";
  return text.find_first_of(special) == std::string::npos ? text : '"' + text + '"';
}

}  // namespace

std::vector<std::string> answer_lines(const Patient::State& patient) {
  std::vector<std::string> lines;
  for (std::size_t fact = 0; fact < patient.given.size(); ++fact) {
    if (!patient.given[fact].known) continue;
    const base::FactShape& shape = patient.rule_set->shapes[fact];
    lines.push_back(shape.id + ": " + scalar(base::answer_text(shape, patient.given[fact])));
  }
  return lines;
}

std::string to_yaml(const Patient& patient) {
  std::string text;
  for (const std::string& line : answer_lines(patient.state())) text += line + "\n";
  return text.empty() ? "{}\n" : text;
}

}  // namespace vertebra
