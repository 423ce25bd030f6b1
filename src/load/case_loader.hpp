#pragma once

#include "load/documents.hpp"
#include "load/fields.hpp"
#include "load/loader.hpp"
#include "model/cases.hpp"

namespace vertebra::load {

// Reads one document of cases, whose names are those of `rules`.
model::CaseFile read_cases(Reading& reading, const model::RuleSet& rules, const Split& document);

}  // namespace vertebra::load
