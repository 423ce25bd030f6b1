#pragma once

#include <string>
#include <vector>

#include <vertebra/vertebra.hpp>

#include "hand_written.hpp"

// The same patients for Vertebra and for the C++ written by hand for spine_pro. A fifth of the answers is missing. Both have
// said the same of every patient before these are given out.
namespace pairs {

inline constexpr int patient_count = 1024;
inline constexpr vertebra::Date as_of = vertebra::date(2026, 1, 31);

struct Pairs {
  vertebra::Engine engine;
  std::vector<vertebra::Patient> patients;
  std::vector<hand_written::Patient> by_hand;
};

const Pairs& all();

// Ends the program, saying what, when it is not good.
void require(bool good, const std::string& what);

}  // namespace pairs
