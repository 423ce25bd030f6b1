#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

#include "hand_written.hpp"

namespace peers {

// A row of answers as Workload::read gives them.
struct Row {
  const double* answers;
  int yes_no(std::size_t fact) const { return choice(fact); }
  int choice(std::size_t fact) const { return std::isnan(answers[fact]) ? -1 : static_cast<int>(answers[fact]); }
  double number(std::size_t fact) const { return answers[fact]; }
};

// The doors of a HandWritten over what a generated file defines: `Written` names its Patient and Advice, the numbers of facts
// and treatments, and how to read and advise.
template <class Written>
struct Doors {
  using Patient = typename Written::Patient;
  using Advice = typename Written::Advice;

  static inline std::vector<Patient> patients;

  static void take(const double* answers, std::size_t count) {
    patients.clear();
    for (std::size_t i = 0; i < count; ++i) patients.push_back(Written::read(Row{answers + i * Written::facts}));
  }

  static void run(std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      Advice advice;
      Written::advise(patients[i], advice);
      asm volatile("" : : "r"(&advice) : "memory");
    }
  }

  static void run_from_answers(const double* answers) {
    Advice advice;
    Written::advise(Written::read(Row{answers}), advice);
    asm volatile("" : : "r"(&advice) : "memory");
  }

  static Outcome advise(std::size_t patient) {
    Advice advice;
    Written::advise(patients[patient], advice);
    Outcome result{
        advice.care_assessed != 0, static_cast<int>(advice.least), static_cast<int>(advice.most), {}, {}, {}, {}};
    for (std::size_t i = 0; i < Written::treatments; ++i) {
      const bool listed = is_listed(advice.verdicts[i]);
      result.verdicts.push_back(advice.verdicts[i]);
      result.low.push_back(listed ? advice.low(i) : 0);
      result.high.push_back(listed ? advice.high(i) : 0);
      result.ranks.push_back(advice.ranks[i]);
    }
    return result;
  }
};

template <class Written>
constexpr HandWritten hand_written(const char* style) {
  using Made = Doors<Written>;
  return {style, Made::take, Made::run, Made::run_from_answers, Made::advise};
}

}  // namespace peers
