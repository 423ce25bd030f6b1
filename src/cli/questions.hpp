#pragma once

#include <string>
#include <vector>

#include <vertebra/interview.hpp>
#include <vertebra/outcome.hpp>
#include <vertebra/vocabulary.hpp>

// How an interview speaks; every text ends with a newline.
namespace vertebra::cli {

// One question, or several that are answered together, and how to answer.
std::string question_text(const std::vector<Question>& page, const std::vector<FactInfo>& facts, int number);

// What the answer could change: the reply to `why`.
std::string stakes_text(const std::vector<Question>& page, const Outcome& outcome);

// The care interval in one line.
std::string care_text(const Outcome& outcome);

// "saddle numbness, fever and 3 more".
std::string fact_names(const std::vector<Question>& questions);

}  // namespace vertebra::cli
