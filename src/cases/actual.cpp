#include "cases/actual.hpp"

#include <array>

#include "explain/advice.hpp"
#include "explain/questions.hpp"

namespace vertebra::cases {
namespace {

using Items = std::vector<std::string>;
using model::CaseKey;

constexpr std::array<std::string_view, 11> words{"care",        "red_flags", "open_flags", "offered",
                                                 "provisional", "withheld",  "cautions",   "first",
                                                 "ask",         "conflicts", "notices"};

std::string pair(std::string_view id, std::string_view of) { return std::string{id} + ": " + std::string{of}; }

Items ids(const auto& list) {
  Items items;
  for (const auto& each : list) items.emplace_back(each.id);
  return items;
}

Items care(const image::Image& image, const eval::Result& result) {
  const auto interval = explain::care(image, result);
  if (!interval) return {"none"};
  const std::string least{interval->least.id};
  if (interval->decided()) return {least};
  return {"[" + least + ", " + std::string{interval->most.id} + "]"};
}

Items flags(const image::Image& image, const eval::Result& result, Truth truth) {
  Items items;
  for (const RedFlagAdvice& each : explain::red_flags(image, result)) {
    if (each.truth == truth) items.emplace_back(each.id);
  }
  return items;
}

Items treatments(const image::Image& image, const eval::Result& result, Verdict verdict) {
  Items items;
  for (const TreatmentSummary& each : result.treatments) {
    if (each.verdict != verdict) continue;
    const std::string_view id = image.view(image.treatments[each.index].id);
    items.push_back(verdict == Verdict::withheld ? pair(id, vertebra::to_string(each.cause)) : std::string{id});
  }
  return items;
}

Items cautions(const image::Image& image, const eval::Result& result) {
  Items items;
  for (const TreatmentAdvice& treatment : explain::treatments(image, result)) {
    for (const ContraindicationAdvice& each : treatment.contraindications) {
      if (each.effect == Effect::caution && each.truth == Truth::yes) items.push_back(pair(treatment.id, each.id));
    }
  }
  return items;
}

Items questions(const image::Image& image, const eval::Result& result) {
  Items items;
  explain::Questions questions{image, result};
  for (const Question& each : questions.list()) items.emplace_back(each.fact);
  return items;
}

Items first(const image::Image& image, const eval::Result& result) {
  const auto answer = explain::certain_first(image, result);
  return {answer ? std::string{answer->treatment} : "none"};
}

}  // namespace

std::string_view to_string(CaseKey key) noexcept { return words[static_cast<std::size_t>(key)]; }

std::vector<std::string> actual(const image::Image& image, const eval::Result& result, CaseKey key) {
  switch (key) {
    case CaseKey::care: return care(image, result);
    case CaseKey::red_flags: return flags(image, result, Truth::yes);
    case CaseKey::open_flags: return flags(image, result, Truth::unknown);
    case CaseKey::offered: return treatments(image, result, Verdict::offered);
    case CaseKey::provisional: return treatments(image, result, Verdict::provisional);
    case CaseKey::withheld: return treatments(image, result, Verdict::withheld);
    case CaseKey::cautions: return cautions(image, result);
    case CaseKey::first: return first(image, result);
    case CaseKey::ask: return questions(image, result);
    case CaseKey::conflicts: return ids(explain::conflicts(image, result));
    case CaseKey::notices: break;
  }
  return ids(explain::notices(image, result));
}

}  // namespace vertebra::cases
