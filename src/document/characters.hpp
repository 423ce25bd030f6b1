#pragma once

#include "base/reporter.hpp"
#include "document/source.hpp"

namespace vertebra::document {

// Reports what no text may hold: bytes that are not UTF-8, control and invisible characters, tabs, lone carriage returns.
// False when there is one; then no parser may see the text.
bool check_characters(const Source& source, base::Reporter& reporter);

// The same for a text that a parser unescaped, where line feeds are welcome. `place` is the scalar's.
bool check_unescaped(std::string_view text, base::Place place, base::Reporter& reporter);

}  // namespace vertebra::document
