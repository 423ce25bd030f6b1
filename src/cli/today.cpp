#include "cli/today.hpp"

#include <ctime>

namespace vertebra::cli {
namespace {

Date today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  return date(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

}  // namespace

Date day_of(const Arguments& arguments) {
  Date day{};
  const auto given = arguments.find("as-of");
  return given && parse_date(*given, day) ? day : today();
}

}  // namespace vertebra::cli
