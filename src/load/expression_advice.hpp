#pragma once

#include "load/expression_cursor.hpp"
#include "load/expression_syntax.hpp"

// The forms that only properties have.
namespace vertebra::load {

// `care >= same_day`, `offered(heat)`, `blocked(heat)` or `score(heat) > 20`, from its first word on. False when it was
// refused.
bool read_advice(TokenCursor& cursor, Syntax& result);

// Makes `fever is known` of what was read like a choice, where it is that. False when it was refused.
bool read_known(ExpressionText& source, Syntax& choice);

}  // namespace vertebra::load
