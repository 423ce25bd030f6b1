#include "report/treatment_text.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "report/chosen.hpp"
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
  page.line(margin + pad_right(label.back(), layout.label) + "  " +
                score_bar(*treatment.score, layout.most, layout.bar) + "  " + score_text(*treatment.score),
            Ink::bold);
}

void write_reasons(const std::vector<Reason>& reasons, Page& page) {
  int lead = 0;
  for (const auto& reason : reasons) lead = std::max(lead, columns(reason.lead));
  for (const auto& reason : reasons) page.item(reason_indent, pad_left(reason.lead, lead) + "  ", reason.text);
}

// The earlier treatment of the same group for which the same was said; told[i] holds the reasons of chosen[i].
const TreatmentAdvice* told_before(const Chosen& chosen, const std::vector<std::vector<Reason>>& told) {
  const std::size_t now = told.size() - 1;
  for (std::size_t i = 0; i < now; ++i) {
    if (chosen[i]->part_of == chosen[now]->part_of && told[i] == told[now]) return chosen[i];
  }
  return nullptr;
}

// Members of one group often share all their reasons; these are told once.
void write_group(const Chosen& chosen, const Layout& layout, Page& page) {
  std::vector<std::vector<Reason>> told;
  for (const auto* treatment : chosen) {
    write_row(*treatment, layout, page);
    told.push_back(reasons(*treatment));
    const auto* earlier = told.back().size() > 1 ? told_before(chosen, told) : nullptr;
    if (earlier == nullptr) {
      write_reasons(told.back(), page);
    } else {
      page.text(reason_indent, "As for " + label_of(*earlier) + ".", Ink::faint);
    }
  }
}

bool waits_for_visit(const OutcomeParts& parts, std::string_view treatment) {
  const auto found = std::ranges::find(parts.treatments, treatment, &TreatmentAdvice::id);
  return found != parts.treatments.end() && found->cause == Cause::deferred;
}

std::string first_place(const OutcomeParts& parts) {
  if (!parts.certain_first) return {};
  const auto& first = *parts.certain_first;
  const std::string name = label_of(parts, first.treatment);
  if (waits_for_visit(parts, first.treatment)) return name + " would come first, once the visit allows it.";
  if (!first.certain) return name + " comes first so far; open answers can change that.";
  const std::string open = parts.open_facts.empty() ? "." : ", whatever the open answers turn out to be.";
  if (!first.margin || *first.margin <= 0) return parts.open_facts.empty() ? "" : name + " comes first" + open;
  const std::string points = std::to_string(*first.margin) + (*first.margin == 1 ? " point" : " points");
  return name + " comes first, at least " + points + " ahead" + open;
}

bool any_ranked(const Chosen& listed) {
  return std::any_of(listed.begin(), listed.end(), [](const auto* treatment) { return treatment->rank > 0; });
}

void write_order(const OutcomeParts& parts, const Chosen& listed, Page& page) {
  page.heading("ORDER");
  const std::string sentence = first_place(parts);
  if (!sentence.empty()) page.text(2, sentence);
  if (!any_ranked(listed))
    page.text(2, "There is no order while it is not known whether the guide covers this patient.");
}

struct Section {
  Verdict verdict;
  Cause cause;
  std::string_view heading;
  std::string_view remark;
};

constexpr Section sections[] = {
    {Verdict::offered, Cause::none, "OFFERED", ""},
    {Verdict::provisional, Cause::none, "NOT SETTLED YET", "Each waits on answers that are still open."},
    {Verdict::withheld, Cause::deferred, "FOR AFTER THE VISIT", "These wait until the patient has been assessed."},
};

Chosen listed_in(const OutcomeParts& parts) {
  Chosen listed;
  for (const auto& section : sections) {
    for (const auto* treatment : choose(parts, section.verdict, section.cause)) listed.push_back(treatment);
  }
  return listed;
}

}  // namespace

void write_treatments(const OutcomeParts& parts, Page& page) {
  const Chosen listed = listed_in(parts);
  if (listed.empty()) return;
  write_order(parts, listed, page);
  const Layout layout = lay_out(listed, page.width());
  for (const auto& section : sections) {
    const Chosen chosen = choose(parts, section.verdict, section.cause);
    if (chosen.empty()) continue;
    page.heading(section.heading);
    if (!section.remark.empty()) page.text(2, section.remark);
    write_group(chosen, layout, page);
  }
  write_obligations(listed, page);
}

void write_all_claims(const OutcomeParts& parts, Page& page) { write_claims(listed_in(parts), page); }

}  // namespace vertebra::report
