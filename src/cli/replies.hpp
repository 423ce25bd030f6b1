#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include <vertebra/diagnostic.hpp>
#include <vertebra/interview.hpp>
#include <vertebra/patient.hpp>
#include <vertebra/vocabulary.hpp>

namespace vertebra::cli {

// What an interview knows so far. Facts are the numbers of their FactId.
struct Known {
  Patient patient;
  std::set<std::uint32_t> unknown;     // Asked, and not known.
  std::set<std::uint32_t> asked;       // Answered here; not asked again even where the answer leaves something open.
  std::vector<std::uint32_t> singled;  // To be asked next, each for itself.
};

// Takes what a person said to one question into what is known, or says what is wrong with it.
std::vector<Diagnostic> take_reply(const FactInfo& fact, FactId id, const std::string& said, Known& known);

// The same for a page of several questions: the numbers of those that are so, `none`, or `each`.
std::vector<Diagnostic> take_reply(const std::vector<Question>& page, const std::vector<FactInfo>& facts,
                                   const std::string& said, Known& known);

}  // namespace vertebra::cli
