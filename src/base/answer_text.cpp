#include "base/answer_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.hpp"

namespace vertebra::base {
namespace {

std::string number(double value) {
  std::string text = number_text(value);
  if (parse_number(text)) return text;
  std::array<char, 64> buffer{};
  constexpr int digits = 15;
  const auto before_point = static_cast<int>(text.find('.')) - (text.front() == '-' ? 1 : 0);
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed,
                                 std::max(0, digits - before_point));
  return {buffer.data(), end.ptr};
}

// Points of a scale have no unit that a person would write.
std::string quantity_text(const FactShape& fact, const Possible& answer) {
  const std::string unit = fact.unit.ucum == score_unit ? "" : " " + std::string{fact.unit.ucum};
  std::string text = number(answer.low);
  if (answer.high != answer.low) text += " .. " + number(answer.high);
  return text + unit;
}

}  // namespace

std::string answer_text(const FactShape& fact, const Possible& answer) {
  if (!answer.known) return "unknown";
  if (fact.type == FactType::quantity) return quantity_text(fact, answer);
  if (fact.type == FactType::boolean) return answer.cells == 0b11 ? "unknown" : answer.cells == 0b10 ? "yes" : "no";
  std::string text;
  for (std::size_t i = 0; i < fact.choices.size(); ++i) {
    if ((answer.cells >> i & 1) != 0) text += (text.empty() ? "" : " or ") + fact.choices[i];
  }
  return text;
}

}  // namespace vertebra::base
