#include "report/score_bar.hpp"

#include <algorithm>
#include <cstdint>

namespace vertebra::report {
namespace {

int cells(int points, int most, int width) {
  if (points <= 0 || most <= 0) return 0;
  const std::int64_t filled = (std::int64_t{points} * width + most / 2) / most;
  return static_cast<int>(std::clamp<std::int64_t>(filled, 1, width));
}

void repeat(std::string& out, std::string_view text, int times) {
  for (int i = 0; i < times; ++i) out += text;
}

std::string signed_number(int value) { return value < 0 ? "−" + std::to_string(-value) : std::to_string(value); }

}  // namespace

std::string score_bar(Score score, int most, int width) {
  const int solid = cells(score.low, most, width);
  const int light = cells(score.high, most, width) - solid;
  std::string out;
  repeat(out, "█", solid);
  repeat(out, "░", light);
  repeat(out, " ", width - solid - light);
  return out;
}

std::string score_text(Score score) {
  if (score.low == score.high) return signed_number(score.low);
  return signed_number(score.low) + (score.low < 0 ? " to " : "–") + signed_number(score.high);
}

std::string points_text(int points) { return points < 0 ? signed_number(points) : "+" + signed_number(points); }

}  // namespace vertebra::report
