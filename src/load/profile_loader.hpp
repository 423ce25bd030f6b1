#pragma once

#include "load/documents.hpp"
#include "load/fields.hpp"
#include "load/ids.hpp"

namespace vertebra::load {

// Reads one profile: which guides speak together, in which role. `guides` are numbered as in the rule set.
model::Profile read_profile(Reading& reading, const Ids& guides, const Ids& levels, const Split& document);

}  // namespace vertebra::load
