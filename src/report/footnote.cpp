#include "report/footnote.hpp"

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/phrases.hpp"

namespace vertebra::report {
namespace {

constexpr std::string_view id_characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-";

// The words of a page as ids are written, so that `C.9` is not found in `C.9a`.
std::set<std::string_view> words_of(std::string_view page) {
  std::set<std::string_view> words;
  for (std::size_t begin = 0; (begin = page.find_first_of(id_characters, begin)) != std::string_view::npos;) {
    const std::size_t end = page.find_first_not_of(id_characters, begin);
    words.insert(page.substr(begin, end - begin));
    begin = end;
  }
  return words;
}

using Cited = std::set<std::pair<std::string_view, std::string_view>>;  // Guide, source.

void add(std::string_view guide, const std::vector<std::string_view>& sources, Cited& cited) {
  for (const auto id : sources) cited.emplace(guide, id);
}

// Arguments are the ranking guide's, which is the first.
Cited cited_by(const OutcomeParts& parts) {
  Cited cited;
  for (const auto& flag : parts.red_flags) add(flag.guide, flag.sources, cited);
  for (const auto& treatment : parts.treatments) {
    for (const auto& each : treatment.arguments) add(parts.guides.front().id, each.sources, cited);
    for (const auto& each : treatment.obligations) add(each.guide, each.sources, cited);
    for (const auto& each : treatment.contraindications) add(each.guide, each.sources, cited);
  }
  for (const auto& notice : parts.notices) add(notice.guide, notice.sources, cited);
  for (const auto& notice : parts.standing_notices) add(notice.guide, notice.sources, cited);
  return cited;
}

// The page alone cannot say whose `I-1` it shows, and the outcome holds more than the page.
struct Shown {
  Cited cited;
  std::set<std::string_view> words;
};

bool has_interpretation(const std::set<std::string_view>& words) {
  const auto first = words.lower_bound("I-");
  return first != words.end() && first->starts_with("I-");
}

void write_marked(const OutcomeParts& parts, std::string_view mark, std::string_view meaning, const Shown& shown,
                  Page& page) {
  std::vector<std::string> ids;
  for (const auto& source : parts.weak_sources) {
    if (source.mark == mark && shown.cited.contains({source.guide, source.id}) && shown.words.contains(source.id))
      ids.emplace_back(source.id);
  }
  if (!ids.empty())
    page.text(2, std::string{meaning}.append(" (").append(mark).append("): ").append(name_list(ids)) + ".", Ink::faint);
}

}  // namespace

void write_footnote(const OutcomeParts& parts, Page& page) {
  const std::string said = page.said();
  const Shown shown{cited_by(parts), words_of(said)};
  page.heading("SOURCES");
  if (has_interpretation(shown.words))
    page.text(2, "I- before a number: our interpretation of a source, not its own words.", Ink::faint);
  write_marked(parts, "V2", "Known from a secondary account only", shown, page);
  write_marked(parts, "GK", "General knowledge that a clinician still has to check", shown, page);
}

}  // namespace vertebra::report
