#include "report/care_text.hpp"

#include "report/phrases.hpp"

namespace vertebra::report {
namespace {

void write_level(const OutcomeParts& parts, Page& page) {
  if (!parts.care) {
    page.text(2, "Not assessed: no guide with warning signs covers this patient. This is not a clearance.", Ink::bold);
  } else if (parts.care->decided()) {
    page.text(2, named(parts.care->least.label, parts.care->least.id), most_urgent(parts) ? Ink::urgent : Ink::bold);
  } else {
    page.text(2, "Not decided yet: between " + quoted(parts.care->least) + " and " + quoted(parts.care->most),
              Ink::bold);
  }
}

// What stands before the signs of one level. Those of a decided level follow it without a word; beside an emergency it
// no longer matters how soon the others ask.
std::string signs_heading(const OutcomeParts& parts, const CareLevel& level) {
  if (parts.care && parts.care->decided() && level.rank == parts.care->least.rank) return {};
  return most_urgent(parts) ? "Also found:" : named(level.label, level.id) + ":";
}

void write_signs(const OutcomeParts& parts, Page& page) {
  std::string heading;
  for (const auto& flag : parts.red_flags) {
    if (flag.truth != Truth::yes) continue;
    if (auto next = signs_heading(parts, flag.level); next != heading) {
      heading = std::move(next);
      page.text(2, heading);
    }
    page.item(4, "- ", cited(flag.because, flag.sources));
  }
}

}  // namespace

std::string quoted(const CareLevel& level) { return "“" + named(level.label, level.id) + "”"; }

bool most_urgent(const OutcomeParts& parts) { return parts.care && parts.care->most_urgent; }

void write_care(const OutcomeParts& parts, Page& page) {
  page.heading("CARE");
  write_level(parts, page);
  write_signs(parts, page);
}

}  // namespace vertebra::report
