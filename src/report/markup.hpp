#pragma once

#include <string>
#include <string_view>

namespace vertebra::report {

// The text as it may stand in XML or HTML, between tags and in a quoted attribute. Control characters, which XML 1.0 cannot
// hold at all, become U+FFFD.
std::string escaped_markup(std::string_view text);

// A page that stands alone; all of it is markup already, but for the rules of its style.
std::string html_page(std::string_view title, std::string_view style, std::string_view body);

}  // namespace vertebra::report
