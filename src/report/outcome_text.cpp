#include "report/outcome_text.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "report/page.hpp"
#include "report/phrases.hpp"
#include "report/treatment_text.hpp"
#include "report/withheld_text.hpp"

namespace vertebra::report {
namespace {

constexpr std::size_t questions_shown = 10;

std::string quoted(std::string_view text) { return std::string{"“"}.append(text).append("”"); }

std::string name_of(const CareLevel& level) {
  return level.label.empty() ? spelled(level.id) : std::string{level.label};
}

bool most_urgent(const OutcomeParts& parts) { return parts.care && parts.care->least.rank >= parts.most_urgent; }

void write_guides_of_scope(const OutcomeParts& parts, Truth scope, std::string_view words, Page& page) {
  std::vector<std::string> names;
  for (const auto& guide : parts.guides) {
    if (guide.scope == scope) names.emplace_back(guide.id);
  }
  if (!names.empty()) page.text(0, std::string{words} + name_list(names));
}

void write_identity(const OutcomeParts& parts, Page& page) {
  std::vector<std::string> guides;
  for (const auto& guide : parts.guides) guides.push_back(std::string{guide.id}.append(" ").append(guide.version));
  page.text(0, "Profile " + std::string{parts.profile} + " as of " + to_string(parts.as_of) + ": " + name_list(guides));
  write_guides_of_scope(parts, Truth::no, "Not about this patient: ", page);
  write_guides_of_scope(parts, Truth::unknown, "Not known yet whether about this patient: ", page);
}

void write_care(const OutcomeParts& parts, Page& page) {
  page.heading("CARE");
  if (!parts.care) {
    page.text(2, "Not assessed: no guide with warning signs covers this patient. This is not a clearance.", Ink::bold);
  } else if (parts.care->decided()) {
    page.text(2, name_of(parts.care->least), most_urgent(parts) ? Ink::urgent : Ink::bold);
  } else {
    page.text(
        2,
        "Not decided yet: between " + quoted(name_of(parts.care->least)) + " and " + quoted(name_of(parts.care->most)),
        Ink::bold);
  }
}

void write_red_flags(const OutcomeParts& parts, Page& page) {
  page.heading("WARNING SIGNS");
  int level = -1;
  for (const auto& flag : parts.red_flags) {
    if (flag.truth != Truth::yes) continue;
    if (flag.level.rank != level) page.text(2, name_of(flag.level) + ":");
    level = flag.level.rank;
    page.item(4, "- ", cited(flag.because, flag.sources));
  }
}

// What the flags of one level wait on together: a clinician asks facts, not rules.
std::vector<std::string_view> waits_on(const OutcomeParts& parts, int level) {
  std::vector<std::string_view> facts;
  for (const auto& flag : parts.red_flags) {
    if (flag.truth != Truth::unknown || flag.level.rank != level) continue;
    for (const auto fact : flag.depends_on) {
      if (std::find(facts.begin(), facts.end(), fact) == facts.end()) facts.push_back(fact);
    }
  }
  return facts;
}

void write_open_flags(const OutcomeParts& parts, Page& page) {
  page.heading("COULD STILL CHANGE");
  const int least = parts.care ? parts.care->least.rank : -1;
  int level = -1;
  for (const auto& flag : parts.red_flags) {
    if (flag.truth != Truth::unknown || flag.level.rank <= least || flag.level.rank == level) continue;
    level = flag.level.rank;
    page.item(2, "- ",
              "Could still be " + quoted(name_of(flag.level)) + ": waits on " + fact_list(waits_on(parts, level)));
  }
  if (parts.care && !parts.care->deferral_waits_on.empty()) {
    page.item(2, "- ", "Whether treatments are for after a visit waits on " + fact_list(parts.care->deferral_waits_on));
  }
}

void write_questions(const OutcomeParts& parts, Page& page) {
  page.heading("NOT KNOWN YET");
  const auto& facts = parts.open_facts;
  const std::size_t shown = std::min(facts.size(), questions_shown);
  for (std::size_t i = 0; i < shown; ++i) {
    page.item(2, "- ", facts[i].ask.empty() ? spelled(facts[i].id) : std::string{facts[i].ask});
  }
  if (shown < facts.size()) page.text(2, "and " + std::to_string(facts.size() - shown) + " more");
}

void write_conflicts(const OutcomeParts& parts, Page& page) {
  page.heading("ANSWERS THAT DO NOT AGREE");
  for (const auto& conflict : parts.conflicts) {
    page.item(2, "- ", std::string{conflict.because});
    const std::string facts = "Answered: " + fact_list(conflict.facts);
    page.text(4, conflict.set_aside.empty() ? facts : facts + ". Set aside: " + fact_list(conflict.set_aside));
  }
}

void write_notices(const OutcomeParts& parts, Page& page) {
  page.heading("PLEASE NOTE");
  for (const auto& notice : parts.notices) {
    if (notice.guide.empty() && notice.id == "care_not_assessed") continue;  // Said under CARE.
    page.item(2, "- ", cited(notice.says, notice.sources));
  }
}

}  // namespace

std::string to_text(const OutcomeParts& parts, const TextStyle& style) {
  Page page{style};
  write_identity(parts, page);
  write_care(parts, page);
  write_red_flags(parts, page);
  if (!most_urgent(parts)) {  // There, what to do now is all that is said.
    write_open_flags(parts, page);
    write_treatments(parts, page);
    write_withheld(parts, page);
    write_questions(parts, page);
  }
  write_conflicts(parts, page);
  write_notices(parts, page);
  if (!most_urgent(parts)) write_all_claims(parts, page);
  return page.take();
}

std::string to_text(const image::Image& image, const eval::Result& result, const TextStyle& style) {
  return to_text(gather(image, result), style);
}

}  // namespace vertebra::report
