#pragma once

#include <string>
#include <string_view>

#include "base/fact_shape.hpp"

// What can be wrong with an answer. The messages name facts, units, ranges and choices, never the answer: it is a patient's.
namespace vertebra::base {

// `given` only serves to find the word that was meant.
Refusal wrong_type(const FactShape& fact, std::string_view given = {});
Refusal wrong_unit(const FactShape& fact, std::string_view unit);
Refusal out_of_range(const FactShape& fact);
// A number that no range can mend; `what` is the message.
Refusal not_usable(const FactShape& fact, std::string what);
Refusal unknown_choice(const FactShape& fact, std::string_view given);
Refusal bad_number(const FactShape& fact);
Refusal unit_at_end(const FactShape& fact);

}  // namespace vertebra::base
