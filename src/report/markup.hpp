#pragma once

#include <string>
#include <string_view>

namespace vertebra::report {

// The text as it may stand in XML or HTML, between tags and in a quoted attribute. Control characters, which XML 1.0 cannot
// hold at all, become U+FFFD.
std::string escaped_markup(std::string_view text);

}  // namespace vertebra::report
