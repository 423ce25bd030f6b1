#pragma once

#include <cstddef>

#include "outcome.hpp"

// How the comparison calls C++ that stands for hand-written code. One file is generated for each style and rule set.
namespace peers {

struct HandWritten {
  const char* style;
  // Takes patients over in the form that suits the style: `facts` numbers a patient, as Answers but only the facts that are
  // read. Not timed.
  void (*take)(const double* answers, std::size_t patients);
  // Advises on patients first to last (not included) and throws the advice away. This is what is timed.
  void (*run)(std::size_t first, std::size_t last);
  // The same from `answers` as they are given to take(), one patient: filling the struct and advising.
  void (*run_from_answers)(const double* answers);
  Outcome (*advise)(std::size_t patient);
};

extern const HandWritten idiomatic;
extern const HandWritten best;

}  // namespace peers
