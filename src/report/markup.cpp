#include "report/markup.hpp"

#include "base/text.hpp"

namespace vertebra::report {

std::string escaped_markup(std::string_view text) {
  std::string result;
  for (const char each : base::visible(text)) {
    switch (each) {
      case '&': result += "&amp;"; break;
      case '<': result += "&lt;"; break;
      case '>': result += "&gt;"; break;
      case '"': result += "&quot;"; break;
      case '\'': result += "&#39;"; break;
      default: result += each;
    }
  }
  return result;
}

}  // namespace vertebra::report
