#pragma once

#include <string>
#include <string_view>

#include "base/fact_shape.hpp"

// What can be wrong with an answer. The messages name facts, units, ranges and choices, never the answer: it is a patient's.
namespace vertebra::base {

// `given` only serves to find the word that was meant.
AnswerProblem wrong_type(const FactShape& fact, std::string_view given = {});
AnswerProblem wrong_unit(const FactShape& fact, std::string_view unit);
AnswerProblem out_of_range(const FactShape& fact);
// A number that no range can mend; `what` is the message.
AnswerProblem not_usable(const FactShape& fact, std::string what);
AnswerProblem unknown_choice(const FactShape& fact, std::string_view given);
AnswerProblem bad_number(const FactShape& fact);
AnswerProblem unit_at_end(const FactShape& fact);

}  // namespace vertebra::base
