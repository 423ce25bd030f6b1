#include "report/withheld_text.hpp"

#include <string>
#include <utility>
#include <vector>

#include "report/chosen.hpp"
#include "report/phrases.hpp"
#include "report/shared_text.hpp"

namespace vertebra::report {
namespace {

// "Ruled out" in full: the reasons of every certain block.
std::string block_reasons(const TreatmentAdvice& treatment) {
  std::string out;
  for (const auto& entry : treatment.contraindications) {
    if (entry.effect != Effect::block || entry.truth != Truth::yes) continue;
    out.append(out.empty() ? "" : "; ").append(cited(entry.because, entry.sources));
  }
  return out;
}

void write_blocked(const Chosen& blocked, std::size_t offers, Page& page) {
  std::vector<Shared> all;
  for (const auto* treatment : blocked) share(all, block_reasons(*treatment), label_of(*treatment));
  if (!all.empty()) page.text(2, "Ruled out for this patient unless a clinician decides otherwise:");
  for (const auto& entry : all) {
    page.item(4, "- ", names_of(entry, offers) + (entry.text.empty() ? "" : ": " + entry.text));
  }
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
