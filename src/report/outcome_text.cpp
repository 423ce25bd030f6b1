#include "report/outcome_text.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "report/care_text.hpp"
#include "report/footnote.hpp"
#include "report/page.hpp"
#include "report/phrases.hpp"
#include "report/questions_text.hpp"
#include "report/treatment_text.hpp"
#include "report/withheld_text.hpp"

namespace vertebra::report {
namespace {

void write_guides_of_scope(const OutcomeParts& parts, Truth scope, std::string_view words, Page& page) {
  std::vector<std::string> names;
  for (const auto& guide : parts.guides) {
    if (guide.scope == scope) names.emplace_back(guide.id);
  }
  if (!names.empty()) page.text(0, std::string{words} + name_list(names));
}

// Said before any advice: a site's own changes are not what the guide's authors wrote.
void write_overlays(const OutcomeParts& parts, Page& page) {
  for (const auto& guide : parts.guides) {
    for (const auto& overlay : guide.overlays) {
      const std::vector<std::string> changes{overlay.changes.begin(), overlay.changes.end()};
      page.text(0, std::string{overlay.id} + " changes " + std::string{guide.id} + ": " + name_list(changes));
    }
  }
}

void write_identity(const OutcomeParts& parts, Page& page) {
  std::vector<std::string> guides;
  for (const auto& guide : parts.guides) guides.push_back(std::string{guide.id}.append(" ").append(guide.version));
  page.text(0, identity_of(parts.profile, parts.as_of) + ": " + name_list(guides), Ink::faint);
  write_overlays(parts, page);
  write_guides_of_scope(parts, Truth::no, "Not about this patient: ", page);
  write_guides_of_scope(parts, Truth::unknown, "Not known yet whether about this patient: ", page);
}

// "start back: 3 points, low", or "start back: 3 to 4 points, band not known yet".
std::string score_text(const ScoreAdvice& score) {
  const auto [low, high] = score.score;
  std::string text = spelled(score.id).append(": ").append(std::to_string(low));
  if (low != high) text.append(" to ").append(std::to_string(high));
  text.append(high == 1 && low == 1 ? " point" : " points");
  if (score.band == "unknown") return text.append(", band not known yet");
  return score.band.empty() ? text : text.append(", ").append(spelled(score.band));
}

void write_scores(const OutcomeParts& parts, Page& page) {
  page.heading("SCORES");
  for (const auto& score : parts.scores) page.item(2, "- ", score_text(score));
}

void write_conflicts(const OutcomeParts& parts, Page& page) {
  page.heading("ANSWERS THAT DO NOT AGREE");
  for (const auto& conflict : parts.conflicts) {
    page.item(2, "- ", std::string{conflict.because});
    const std::string facts = "Answered: " + fact_list(conflict.facts);
    page.text(4, conflict.set_aside.empty() ? facts : facts + ". Set aside: " + fact_list(conflict.set_aside));
  }
}

// Beside an emergency only what the guides say to everybody is still worth saying.
void write_notices(const OutcomeParts& parts, Page& page) {
  page.heading("PLEASE NOTE");
  for (const auto& notice : most_urgent(parts) ? parts.standing_notices : parts.notices) {
    if (notice.guide.empty() && notice.id == "care_not_assessed") continue;  // Said under CARE.
    page.item(2, "- ", cited(notice.says, notice.sources));
  }
}

}  // namespace

std::string to_text(const OutcomeParts& parts, const TextStyle& style) {
  Page page{style};
  write_identity(parts, page);
  write_care(parts, page);
  if (!most_urgent(parts)) {  // There, what to do now is all that is said.
    write_questions(parts, page);
    write_scores(parts, page);
    write_treatments(parts, page);
    write_withheld(parts, page);
  }
  write_conflicts(parts, page);
  write_notices(parts, page);
  write_footnote(parts, page);
  return page.take();
}

std::string to_text(const image::Image& image, const eval::Result& result, const TextStyle& style) {
  return to_text(gather(image, result), style);
}

}  // namespace vertebra::report
