#include "cli/today.hpp"

#include <ctime>

namespace vertebra::cli {

Date today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  return date(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

std::optional<Reply> read_day(const Usage& usage, const Arguments& arguments, Date& as_of) {
  as_of = today();
  const auto day = arguments.find("as-of");
  if (!day || parse_date(*day, as_of)) return std::nullopt;
  return wrong_use(program_name(usage), "`" + *day + "` is not a day of the calendar",
                   "write year, month and day, as 2026-01-31");
}

}  // namespace vertebra::cli
