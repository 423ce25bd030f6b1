#pragma once

#include "base/reporter.hpp"
#include "document/reader.hpp"
#include "document/source.hpp"

namespace vertebra::document {

// Reports what is cheaper or surer to see in the lines than in the parser's events: directives, document markers, a file
// without content, and brackets so deep that the parser would take memory before it refuses them. False when there is one.
bool prescan_yaml(const Source& source, base::Reporter& reporter, const Limits& limits);

}  // namespace vertebra::document
