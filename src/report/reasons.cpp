#include "report/reasons.hpp"

#include <algorithm>
#include <string_view>

#include "report/phrases.hpp"
#include "report/score_bar.hpp"

namespace vertebra::report {
namespace {

constexpr std::size_t told_one_by_one = 2;

using Ids = std::vector<std::string_view>;

bool contains(const Ids& ids, std::string_view id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

void add_missing(Ids& ids, const Ids& more) {
  for (const auto id : more) {
    if (!contains(ids, id)) ids.push_back(id);
  }
}

void add_points(const TreatmentAdvice& treatment, std::vector<Reason>& out) {
  for (const auto& argument : treatment.arguments) {
    if (argument.truth == Truth::no) continue;
    const bool open = argument.truth == Truth::unknown;
    std::string because{argument.because};
    if (!argument.word.empty()) because = "The guide's own word: " + spelled(argument.word);
    if (because.empty()) because = spelled(argument.id);
    out.push_back(
        {points_text(argument.points) + (open ? "?" : ""),
         open ? cited_open(because, argument.sources, argument.depends_on) : cited(because, argument.sources)});
  }
}

std::vector<const ContraindicationAdvice*> select(const TreatmentAdvice& treatment, Effect effect, Truth truth) {
  std::vector<const ContraindicationAdvice*> out;
  for (const auto& entry : treatment.contraindications) {
    if (entry.effect == effect && entry.truth == truth) out.push_back(&entry);
  }
  return out;
}

void add_open(const TreatmentAdvice& treatment, Effect effect, std::vector<Reason>& out) {
  const bool block = effect == Effect::block;
  const auto open = select(treatment, effect, Truth::unknown);
  if (open.size() > told_one_by_one) {
    Ids facts;
    for (const auto* entry : open) add_missing(facts, entry->depends_on);
    const std::string what = block ? "Could still be ruled out, for " : "May need caution, for ";
    out.push_back({"?", what + std::to_string(open.size()) + " reasons. Not known yet: " + fact_list(facts)});
    return;
  }
  for (const auto* entry : open) {
    const std::string what = block ? "Would rule it out: " : "Would need caution: ";
    out.push_back({"?", what + cited_open(entry->because, entry->sources, entry->depends_on)});
  }
}

// What the verdict waits on beyond the open contraindications, which name their facts themselves.
void add_open_indication(const TreatmentAdvice& treatment, std::vector<Reason>& out) {
  Ids named;
  for (const auto* entry : select(treatment, Effect::block, Truth::unknown)) add_missing(named, entry->depends_on);
  Ids rest;
  for (const auto fact : treatment.depends_on) {
    if (!contains(named, fact)) rest.push_back(fact);
  }
  if (!rest.empty()) out.push_back({"?", "Whether it fits is not known yet: " + fact_list(rest)});
}

std::string_view in_words(Position position) {
  switch (position) {
    case Position::favors: return "in favor";
    case Position::against: return "against";
    case Position::in_package: return "in favor, together with other treatments";
    case Position::no_recommendation: return "no recommendation";
    case Position::unknown: return "not known yet";
    case Position::silent:
    case Position::not_in_scope: return {};
  }
  return {};
}

void add_positions(const TreatmentAdvice& treatment, std::vector<Reason>& out) {
  for (const auto& [guide, position] : treatment.positions) {
    const std::string_view words = in_words(position);
    if (!words.empty()) out.push_back({"", std::string{guide}.append(": ").append(words)});
  }
}

}  // namespace

std::vector<Reason> reasons(const TreatmentAdvice& treatment) {
  std::vector<Reason> out;
  add_points(treatment, out);
  for (const auto* entry : select(treatment, Effect::caution, Truth::yes)) {
    out.push_back({"!", "Caution: " + cited(entry->because, entry->sources)});
  }
  add_open(treatment, Effect::block, out);
  add_open(treatment, Effect::caution, out);
  add_open_indication(treatment, out);
  add_positions(treatment, out);
  return out;
}

}  // namespace vertebra::report
