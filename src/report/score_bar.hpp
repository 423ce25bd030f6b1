#pragma once

#include <string>

#include <vertebra/outcome.hpp>

namespace vertebra::report {

// A bar of `width` columns for a score out of `most` points: solid up to its low end, light up to its high end. Blank
// for what is not above zero.
std::string score_bar(Score score, int most, int width);

// "28", or "20–28" while it is open.
std::string score_text(Score score);

// "+8" or "−6".
std::string points_text(int points);

}  // namespace vertebra::report
