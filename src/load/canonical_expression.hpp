#pragma once

#include "base/json_writer.hpp"
#include "model/rule_set.hpp"

namespace vertebra::load {

// Writes what an expression means, whatever its blanks, parentheses and units looked like.
void write_expression(base::JsonWriter& json, const model::RuleSet& rules, const model::Guide* guide,
                      const model::Expression& expression);

void write_property(base::JsonWriter& json, const model::RuleSet& rules, const model::Guide& guide,
                    const model::PropertyExpression& property);

std::string_view sign(model::Relation relation) noexcept;

}  // namespace vertebra::load
