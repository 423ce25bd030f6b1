#include "report/treatment_text.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "report/chosen.hpp"
#include "report/phrases.hpp"
#include "report/reasons.hpp"
#include "report/score_bar.hpp"
#include "report/shared_text.hpp"
#include "report/wrap.hpp"

namespace vertebra::report {
namespace {

// The columns of a treatment's line, the same for all: rank, label, bar, score.
struct Layout {
  int label = 0;
  int bar = 0;
  int score = 0;
  int most = 0;  // Points of a full bar.
};

constexpr int rank_columns = 4;
constexpr int gap = 2;
constexpr int reason_indent = rank_columns + gap;

Layout lay_out(const Chosen& listed, int width) {
  Layout layout;
  layout.bar = width < 60 ? 10 : 20;
  for (const auto* treatment : listed) {
    layout.label = std::max(layout.label, columns(label_of(*treatment)));
    if (!treatment->score) continue;
    layout.score = std::max(layout.score, columns(score_text(*treatment->score)));
    layout.most = std::max(layout.most, treatment->score->high);
  }
  const int room = width - rank_columns - gap - gap - layout.bar - gap - layout.score;
  layout.label = std::min(layout.label, std::max(room, 1));
  return layout;
}

void write_row(const TreatmentAdvice& treatment, const Layout& layout, Page& page) {
  std::string margin = pad_left(treatment.rank > 0 ? std::to_string(treatment.rank) : "", rank_columns) + "  ";
  const auto label = wrap(label_of(treatment), layout.label);
  for (std::size_t i = 0; i + 1 < label.size(); ++i) {
    page.line(margin + label[i], Ink::bold);
    margin = pad_left("", reason_indent);
  }
  if (!treatment.score) return page.line(margin + label.back(), Ink::bold);
  // Bold bars on lines that follow one another would run into one block.
  page.line({{margin + pad_right(label.back(), layout.label) + "  ", Ink::bold},
             {score_bar(*treatment.score, layout.most, layout.bar) + "  ", Ink::faint},
             {score_text(*treatment.score), Ink::bold}});
}

void write_reasons(const std::vector<Reason>& reasons, Page& page) {
  int lead = 0;
  for (const auto& reason : reasons) lead = std::max(lead, columns(reason.lead));
  for (const auto& reason : reasons) {
    page.item(reason_indent, pad_left(reason.lead, lead) + "  ", reason.text,
              reason.lead == caution_lead ? Ink::bold : Ink::plain);
  }
}

// Treatments that follow one another with the same reasons stand together, and the reasons are told once below.
void write_rows(const Chosen& chosen, const std::vector<std::string_view>& said_before, const Layout& layout,
                Page& page) {
  std::vector<Reason> now;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    if (i == 0) now = reasons(*chosen[i], said_before);
    write_row(*chosen[i], layout, page);
    auto next = i + 1 < chosen.size() ? reasons(*chosen[i + 1], said_before) : std::vector<Reason>{};
    if (i + 1 == chosen.size() || next != now) write_reasons(now, page);
    now = std::move(next);
  }
}

// What waits for the visit is only ranked; each caution is said once.
void write_waiting(const Chosen& chosen, const Layout& layout, Page& page) {
  std::vector<Shared> cautions;
  for (const auto* treatment : chosen) {
    write_row(*treatment, layout, page);
    for (const auto& entry : treatment->contraindications) {
      if (entry.effect != Effect::caution || entry.truth != Truth::yes) continue;
      share(cautions, cited(entry.because, entry.sources), label_of(*treatment));
    }
  }
  for (const auto& entry : cautions)
    page.item(2, "! ", "Caution with " + names_of(entry, chosen.size()) + ": " + entry.text, Ink::bold);
}

// How firm the first place is; nothing where that goes without saying.
std::string first_place(const OutcomeParts& parts, const Chosen& chosen) {
  if (!parts.certain_first || chosen.front()->id != parts.certain_first->treatment) return {};
  const auto& first = *parts.certain_first;
  if (chosen.front()->cause == Cause::deferred) return {};
  const std::string name = label_of(*chosen.front());
  if (!first.certain) return name + " comes first so far; open answers can change that.";
  const std::string open = parts.ask.empty() ? "." : ", whatever the open answers turn out to be.";
  if (!first.margin || *first.margin <= 0) return parts.ask.empty() ? "" : name + " comes first" + open;
  const std::string points = std::to_string(*first.margin) + (*first.margin == 1 ? " point" : " points");
  return name + " comes first, at least " + points + " ahead" + open;
}

struct Section {
  Verdict verdict;
  Cause cause;
  std::string_view heading;
  std::string_view remark;
};

constexpr Section sections[] = {
    {Verdict::offered, Cause::none, "OFFERED", ""},
    {Verdict::provisional, Cause::none, "NOT SETTLED YET", "Each waits on answers that are still open"},
    {Verdict::withheld, Cause::deferred, "FOR AFTER THE VISIT", "These wait until the patient has been assessed"},
};

void write_section(const OutcomeParts& parts, const Section& section, const Layout& layout, Page& page) {
  const Chosen chosen = choose(parts, section.verdict, section.cause);
  if (chosen.empty()) return;
  page.heading(section.heading);
  const auto common = common_waits(chosen);
  std::string remark{section.remark};
  if (!common.empty()) remark += "; all of them on " + fact_list(common);
  if (!remark.empty()) page.text(2, remark + ".");
  if (const std::string first = first_place(parts, chosen); !first.empty()) page.text(2, first);
  if (section.cause == Cause::deferred) return write_waiting(chosen, layout, page);
  write_rows(chosen, common, layout, page);
}

bool any_ranked(const Chosen& listed) {
  return std::any_of(listed.begin(), listed.end(), [](const auto* treatment) { return treatment->rank > 0; });
}

}  // namespace

void write_treatments(const OutcomeParts& parts, Page& page) {
  Chosen listed;
  for (const auto& section : sections) {
    for (const auto* treatment : choose(parts, section.verdict, section.cause)) listed.push_back(treatment);
  }
  if (listed.empty()) return;
  if (!any_ranked(listed)) {
    page.heading("TREATMENTS");
    page.text(2, "None is put forward while it is not known whether the guide is about this patient.");
    return;
  }
  const Layout layout = lay_out(listed, page.width());
  for (const auto& section : sections) write_section(parts, section, layout, page);
  write_obligations(listed, page);
}

}  // namespace vertebra::report
