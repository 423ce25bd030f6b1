#pragma once

#include "load/expression_cursor.hpp"
#include "load/expression_syntax.hpp"

namespace vertebra::load {

// `is one_leg`, `is not none`, `in (one_leg, both_legs)` or `not in (…)` behind a name, which `test` begins with. False
// when it was refused.
bool read_choices(TokenCursor& cursor, ExpressionText& source, Syntax& test);

}  // namespace vertebra::load
