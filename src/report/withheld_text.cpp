#include "report/withheld_text.hpp"

#include <string>
#include <utility>
#include <vector>

#include "report/chosen.hpp"
#include "report/phrases.hpp"
#include "report/shared_text.hpp"

namespace vertebra::report {
namespace {

// Each reason is said once, with all that it rules out; a treatment with several reasons stands under each.
void write_blocked(const Chosen& blocked, std::size_t offers, Page& page) {
  std::vector<Shared> all;
  for (const auto* treatment : blocked) {
    for (const auto& entry : treatment->contraindications) {
      if (entry.effect != Effect::block || entry.truth != Truth::yes) continue;
      share(all, cited(entry.because, entry.sources), label_of(*treatment));
    }
  }
  if (!all.empty()) page.text(2, "Ruled out for this patient unless a clinician decides otherwise:");
  for (const auto& entry : all) page.item(4, "- ", names_of(entry, offers) + ": " + entry.text);
}

constexpr std::pair<Cause, std::string_view> other_causes[] = {
    {Cause::against, "The guide advises against: "},
    {Cause::no_recommendation, "The guide gives no recommendation: "},
    {Cause::not_indicated, "Not meant for this patient now: "},
    {Cause::not_in_scope, "The guide does not cover this patient: "},
};

}  // namespace

void write_withheld(const OutcomeParts& parts, Page& page) {
  page.heading("NOT OFFERED");
  write_blocked(choose(parts, Verdict::withheld, Cause::blocked), parts.treatments.size(), page);
  for (const auto& [cause, words] : other_causes) {
    const Chosen chosen = choose(parts, Verdict::withheld, cause);
    if (!chosen.empty()) page.item(2, "", std::string{words} + labels_of(chosen));
  }
}

}  // namespace vertebra::report
