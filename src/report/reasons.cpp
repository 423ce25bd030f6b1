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

Ids without(const Ids& ids, const Ids& others) {
  Ids rest;
  for (const auto id : ids) {
    if (!contains(others, id)) rest.push_back(id);
  }
  return rest;
}

std::string sentence(const ArgumentAdvice& argument) {
  if (!argument.word.empty()) return "“" + spelled(argument.word) + "”, the guide's own word";
  return argument.because.empty() ? spelled(argument.id) : std::string{argument.because};
}

std::vector<const ArgumentAdvice*> select(const TreatmentAdvice& treatment, Truth truth) {
  std::vector<const ArgumentAdvice*> out;
  for (const auto& argument : treatment.arguments) {
    if (argument.truth == truth) out.push_back(&argument);
  }
  return out;
}

std::vector<const ContraindicationAdvice*> select(const TreatmentAdvice& treatment, Effect effect, Truth truth) {
  std::vector<const ContraindicationAdvice*> out;
  for (const auto& entry : treatment.contraindications) {
    if (entry.effect == effect && entry.truth == truth) out.push_back(&entry);
  }
  return out;
}

// The facts of several open rules, each once.
template <class Rules>
Ids facts_of(const Rules& rules) {
  Ids facts;
  for (const auto* rule : rules) add_missing(facts, rule->depends_on);
  return facts;
}

void add_open_points(const TreatmentAdvice& treatment, std::vector<Reason>& out) {
  const auto open = select(treatment, Truth::unknown);
  if (open.size() > told_one_by_one) {
    out.push_back({"±", "More or fewer points, by " + fact_list(facts_of(open))});
    return;
  }
  for (const auto* argument : open) {
    out.push_back({points_text(argument->points) + "?",
                   cited_open(sentence(*argument), argument->sources, argument->depends_on)});
  }
}

void add_open(const TreatmentAdvice& treatment, Effect effect, const Ids& said_before, std::vector<Reason>& out) {
  const bool block = effect == Effect::block;
  auto open = select(treatment, effect, Truth::unknown);
  std::erase_if(open, [&](const auto* entry) { return without(entry->depends_on, said_before).empty(); });
  if (open.size() > told_one_by_one) {
    const std::string what = block ? "Could still be ruled out, by " : "May need caution, by ";
    out.push_back({"?", what + fact_list(without(facts_of(open), said_before))});
    return;
  }
  for (const auto* entry : open) {
    const std::string what = block ? "Would rule it out: " : "Would need caution: ";
    out.push_back({"?", what + cited_open(entry->because, entry->sources, entry->depends_on)});
  }
}

// What the verdict waits on beyond the open contraindications, which name their facts themselves.
void add_open_indication(const TreatmentAdvice& treatment, const Ids& said_before, std::vector<Reason>& out) {
  const Ids named = facts_of(select(treatment, Effect::block, Truth::unknown));
  const Ids rest = without(without(treatment.depends_on, named), said_before);
  if (!rest.empty()) out.push_back({"?", "Whether it fits is not known yet: " + fact_list(rest)});
}

std::string_view in_words(Position position) {
  switch (position) {
    case Position::favors: return "in favor";
    case Position::against: return "against";
    case Position::in_package: return "in favor, together with other treatments";
    case Position::no_recommendation: return "no recommendation";
    case Position::unknown: return "not known yet";
    case Position::silent: return "says nothing of it for this patient";
    case Position::not_in_scope: return "does not cover this patient";
  }
  return {};
}

void add_positions(const TreatmentAdvice& treatment, std::vector<Reason>& out) {
  for (const auto& each : treatment.positions) {
    std::string text = std::string{each.guide}.append(": ").append(in_words(each.position));
    if (!each.strength.empty()) text += ", in its own word " + spelled(each.strength);
    out.push_back({"", std::move(text)});
  }
}

bool much_is_open(const TreatmentAdvice& treatment, Ids open) {
  add_missing(open, facts_of(select(treatment, Truth::unknown)));
  add_missing(open, facts_of(select(treatment, Effect::caution, Truth::unknown)));
  return open.size() > told_one_by_one;
}

}  // namespace

Ids common_waits(const Chosen& treatments) {
  Ids common;
  for (std::size_t i = 0; i < treatments.size(); ++i) {
    const Ids& waits = treatments[i]->depends_on;
    if (i == 0) common = waits;
    std::erase_if(common, [&](const auto fact) { return !contains(waits, fact); });
  }
  return treatments.size() > 1 ? common : Ids{};
}

std::vector<Reason> reasons(const TreatmentAdvice& treatment, const Ids& said_before) {
  std::vector<Reason> out;
  const Ids waits = without(treatment.depends_on, said_before);
  const bool brief = treatment.verdict == Verdict::provisional && much_is_open(treatment, waits);
  if (!brief) {
    for (const auto* argument : select(treatment, Truth::yes)) {
      out.push_back({points_text(argument->points), cited(sentence(*argument), argument->sources)});
    }
    add_open_points(treatment, out);
  }
  for (const auto* entry : select(treatment, Effect::caution, Truth::yes)) {
    out.push_back({std::string{caution_lead}, "Caution: " + cited(entry->because, entry->sources)});
  }
  if (brief) {
    out.push_back({"?", "Waits on " + (waits.empty() ? "nothing more" : fact_list(waits))});
  } else {
    add_open(treatment, Effect::block, said_before, out);
    add_open(treatment, Effect::caution, said_before, out);
    add_open_indication(treatment, said_before, out);
  }
  add_positions(treatment, out);
  return out;
}

}  // namespace vertebra::report
