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

std::string html_page(std::string_view title, std::string_view style, std::string_view body) {
  std::string page =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>";
  page.append(title).append("</title>\n<style>\n").append(style).append("</style>\n</head>\n<body>\n");
  return page.append(body).append("</body>\n</html>\n");
}

}  // namespace vertebra::report
