#include "report/difference_text.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "report/care_text.hpp"
#include "report/page.hpp"
#include "report/phrases.hpp"
#include "report/score_bar.hpp"
#include "report/shared_text.hpp"

namespace vertebra::report {
namespace {

std::string in_words(const std::optional<CareInterval>& care) {
  if (!care) return "not assessed";
  return care->decided() ? quoted(care->least) : quoted(care->least) + " to " + quoted(care->most);
}

std::string_view in_words(const BeforeAfter<Truth>& truth) {
  if (truth.after == Truth::yes) return "Now: ";
  if (truth.after == Truth::unknown) return "Open now: ";
  return truth.before == Truth::yes ? "No longer: " : "Excluded: ";
}

std::string_view effect_words(const ContraindicationDifference& each) {
  const bool blocks = each.effect == Effect::block;
  if (each.truth.after == Truth::yes) return blocks ? ". Rules out" : ". Caution with";
  if (each.truth.after == Truth::unknown) return blocks ? ". May rule out" : ". May ask for caution with";
  return blocks ? ". Does not rule out" : ". No caution with";
}

std::string verdict_words(const Standing& standing) {
  if (standing.verdict == Verdict::offered) return "offered";
  if (standing.verdict == Verdict::provisional) return "not settled yet";
  return standing.cause == Cause::deferred ? "waits for the visit" : "withheld, " + spelled(to_string(standing.cause));
}

// Says once for several treatments what is the same of all of them.
class Sharing {
 public:
  void add(std::string text, const TreatmentDifference& treatment) {
    share(all_, std::move(text), named(treatment.label, treatment.id));
  }
  void write(Page& page) const {
    for (const Shared& each : all_) page.item(2, "- ", each.text + ": " + name_list(each.labels));
  }

 private:
  std::vector<Shared> all_;
};

void write_care(const Difference& difference, Page& page) {
  if (!difference.care) return;
  page.heading("CARE");
  page.text(2, in_words(difference.care->before) + " → " + in_words(difference.care->after), Ink::bold);
}

void write_scopes(const Difference& difference, Page& page) {
  page.heading("GUIDES");
  for (const ScopeDifference& each : difference.scopes) {
    page.item(2, "- ",
              std::string{each.guide} + " is about this patient: " + std::string{to_string(each.truth.before)} + " → " +
                  std::string{to_string(each.truth.after)});
  }
}

void write_red_flags(const Difference& difference, Page& page) {
  page.heading("RED FLAGS");
  for (const RedFlagDifference& each : difference.red_flags)
    page.item(2, "- ", std::string{in_words(each.truth)} + cited(each.because, each.sources));
}

void write_verdicts(const Difference& difference, Page& page) {
  Sharing verdicts;
  for (const TreatmentDifference& each : difference.treatments) {
    const std::string before = verdict_words(each.standing.before);
    const std::string after = verdict_words(each.standing.after);
    if (before != after) verdicts.add(before + " → " + after, each);
  }
  page.heading("VERDICTS");
  verdicts.write(page);
}

std::string score_words(const std::optional<Score>& score) { return score ? score_text(*score) : "none"; }

// Whether those that have a rank on both sides stand in another order.
bool are_reordered(const std::vector<const TreatmentDifference*>& ranked) {
  return !std::ranges::is_sorted(ranked, {}, [](const auto* each) { return each->standing.before.rank; });
}

// Where there are ranks, something has the first.
bool are_ranks_gone(const Difference& difference) {
  const auto has_first = [&](auto side) {
    return std::ranges::find(difference.treatments, 1, [&](const auto& each) { return (each.standing.*side).rank; }) !=
           difference.treatments.end();
  };
  return has_first(&BeforeAfter<Standing>::before) && !has_first(&BeforeAfter<Standing>::after);
}

// What left, what came, and how the others moved; that they only moved up or down together goes without saying.
void write_ranks(const Difference& difference, Page& page) {
  std::vector<std::string> gone;
  std::vector<std::string> come;
  std::vector<std::string> moved;
  std::vector<const TreatmentDifference*> others;
  for (const TreatmentDifference& each : difference.treatments) {
    const int before = each.standing.before.rank;
    const int after = each.standing.after.rank;
    if (before == after) continue;
    if (after == 0) {
      gone.push_back(named(each.label, each.id) + " (was " + std::to_string(before) + ")");
    } else if (before == 0) {
      come.push_back(std::to_string(after) + " " + named(each.label, each.id));
    } else {
      others.push_back(&each);
      moved.push_back(named(each.label, each.id) + " " + std::to_string(before) + " → " + std::to_string(after));
    }
  }
  page.heading("RANKS");
  if (are_ranks_gone(difference)) return page.text(2, "No treatment is ranked any more.");
  if (!come.empty()) page.text(2, "Now ranked: " + name_list(come));
  if (!gone.empty()) page.text(2, "No longer ranked: " + name_list(gone));
  if (are_reordered(others)) page.text(2, name_list(moved));
}

// Only of what has points on both sides: of the others the verdicts and ranks tell enough.
void write_points(const Difference& difference, Page& page) {
  std::vector<std::string> points;
  for (const TreatmentDifference& each : difference.treatments) {
    const auto& [before, after] = each.standing;
    if (before.score && after.score && before.score != after.score)
      points.push_back(named(each.label, each.id) + " " + score_text(*before.score) + " → " + score_text(*after.score));
  }
  page.heading("POINTS");
  if (!points.empty()) page.text(2, name_list(points));
}

void write_contraindications(const Difference& difference, Page& page) {
  Sharing safety;
  for (const TreatmentDifference& treatment : difference.treatments) {
    for (const ContraindicationDifference& each : treatment.contraindications) {
      safety.add(std::string{in_words(each.truth)}.append(cited(each.because, each.sources)).append(effect_words(each)),
                 treatment);
    }
  }
  page.heading("CONTRAINDICATIONS");
  safety.write(page);
}

void write_scores(const Difference& difference, Page& page) {
  page.heading("SCORES");
  for (const ScoreDifference& each : difference.scores) {
    page.item(2, "- ",
              spelled(each.id) + ": " + score_words(each.score.before) + " → " + score_words(each.score.after));
  }
}

void write_questions(const Difference& difference, Page& page) {
  page.heading("QUESTIONS");
  if (!difference.newly_asked.empty()) page.text(2, "Now asked: " + fact_list(difference.newly_asked));
  if (!difference.no_longer_asked.empty()) page.text(2, "No longer asked: " + fact_list(difference.no_longer_asked));
}

void write_rest(const Difference& difference, Page& page) {
  page.heading("ANSWERS THAT DO NOT AGREE");
  for (const auto& each : difference.conflicts_new) page.item(2, "- ", "Now: " + std::string{each.because});
  for (const auto& each : difference.conflicts_gone) page.item(2, "- ", "No longer: " + std::string{each.because});
  page.heading("PLEASE NOTE");
  for (const auto& each : difference.notices_new) page.item(2, "- ", "Now: " + cited(each.says, each.sources));
  for (const auto& each : difference.notices_gone) page.item(2, "- ", "No longer: " + cited(each.says, each.sources));
}

}  // namespace

std::string to_text(const Difference& difference, const TextStyle& style) {
  Page page{style};
  page.text(0, identity_of(difference.profile, difference.as_of), Ink::faint);
  if (difference.empty()) {
    page.text(0, "Nothing in the advice changes.");
    return page.take();
  }
  write_scopes(difference, page);
  write_care(difference, page);
  write_red_flags(difference, page);
  write_verdicts(difference, page);
  write_ranks(difference, page);
  write_points(difference, page);
  write_contraindications(difference, page);
  write_scores(difference, page);
  write_questions(difference, page);
  write_rest(difference, page);
  return page.take();
}

}  // namespace vertebra::report
