#include "load/expression_syntax.hpp"
#include "load/wording.hpp"

namespace vertebra::load {
namespace {

constexpr std::size_t longest_hint = 100;

std::string where(const ExpressionText& source, const Token& token) {
  const base::Place place = source.place(token.span);
  return ticked(token.text) + " (line " + std::to_string(place.line) + ", column " + std::to_string(place.column) + ")";
}

// Both readings, in the author's own words.
std::string both_readings(const ExpressionText& source, const std::vector<Syntax>& operands,
                          const std::vector<Token>& joints, std::size_t i) {
  const auto words = [&](std::size_t first, std::size_t last) {
    return std::string{source.slice({operands[first].span.begin, operands[last].span.end})};
  };
  const auto joint = [&](std::size_t index) { return " " + std::string{joints[index].text} + " "; };
  const std::string left = "(" + words(0, i) + ")" + joint(i) + words(i + 1, i + 1);
  const std::string right = words(0, i - 1) + joint(i - 1) + "(" + words(i, i + 1) + ")";
  if (left.size() > longest_hint || left.find('\n') != std::string::npos) {
    return "put parentheses around the part that belongs together";
  }
  return "write " + ticked(left) + " or " + ticked(right);
}

}  // namespace

void check_mixing(ExpressionText& source, const std::vector<Syntax>& operands, const std::vector<Token>& joints) {
  for (std::size_t i = 1; i < joints.size(); ++i) {
    if (joints[i].text == joints[0].text) continue;
    // Beside a broken operand the joints may not be what was meant.
    if (operands[i].kind == SyntaxKind::broken) return;
    source.report(
        base::Code::mixed_and_or, joints[i].span,
        where(source, joints[0]) + " and " + where(source, joints[i]) + " stand side by side without parentheses",
        both_readings(source, operands, joints, i));
    return;
  }
}

}  // namespace vertebra::load
