#include <algorithm>

#include "eval/result.hpp"
#include "explain/advice.hpp"
#include "explain/reach.hpp"
#include "explain/words.hpp"

namespace vertebra::explain {
namespace {

// Builds the advice on one treatment at a time.
class Describer {
 public:
  Describer(const image::Image& image, const eval::Result& result)
      : image_{image}, result_{result}, reach_{image, result.planes} {}

  TreatmentAdvice describe(std::uint32_t index) {
    const image::Treatment& treatment = image_.treatments[index];
    const TreatmentSummary& summary = result_.treatments[index];
    TreatmentAdvice advice;
    advice.id = image_.view(treatment.id);
    advice.label = image_.view(treatment.label);
    advice.part_of = image_.view(treatment.part_of);
    advice.rank = summary.rank;
    advice.verdict = summary.verdict;
    advice.cause = summary.cause;
    if (summary.verdict == Verdict::provisional) advice.depends_on = waits_on(treatment);
    if (is_listed(summary.verdict, summary.cause)) {
      advice.score = summary.score;
      advice.arguments = arguments(treatment);
      advice.claims = claims(treatment);
      advice.obligations = obligations(treatment);
    }
    advice.positions = positions(treatment);
    advice.contraindications = contraindications(treatment);
    return advice;
  }

 private:
  // Its own open blocks and its indication; what deferral waits on is said once, beside care.
  std::vector<std::string_view> waits_on(const image::Treatment& treatment) {
    for (std::uint32_t i = treatment.warnings.begin; i < treatment.warnings.end; ++i) {
      const image::Warning& warning = image_.warnings[i];
      const image::Literal holds = image_.contraindications[warning.contraindication].holds;
      if (warning.blocks && result_.planes.at(holds) == Truth::unknown) reach_.add(holds);
    }
    if (result_.planes.at(treatment.indication) == Truth::unknown) reach_.add(treatment.indication);
    return reach_.take();
  }

  std::vector<ArgumentAdvice> arguments(const image::Treatment& treatment) {
    std::vector<ArgumentAdvice> list;
    if (treatment.strength != image::none) {
      ArgumentAdvice strength;
      strength.id = "strength";
      strength.word = image_.view(image_.strengths[treatment.strength].word);
      strength.points = image_.strengths[treatment.strength].points;
      strength.sources = views(image_, treatment.strength_sources);
      list.push_back(std::move(strength));
    }
    for (std::uint32_t i = treatment.arguments.begin; i < treatment.arguments.end; ++i) {
      const image::Argument& argument = image_.arguments[i];
      const Truth truth = result_.planes.at(argument.when);
      if (truth == Truth::no) continue;
      ArgumentAdvice advice;
      advice.id = image_.view(argument.id);
      advice.points = argument.points;
      advice.truth = truth;
      advice.because = image_.view(argument.because);
      advice.sources = views(image_, argument.sources);
      reach_.add(argument.when);
      (truth == Truth::yes ? advice.facts : advice.depends_on) = reach_.take();
      list.push_back(std::move(advice));
    }
    return list;
  }

  std::vector<ClaimAdvice> claims(const image::Treatment& treatment) const {
    std::vector<ClaimAdvice> list;
    for (std::uint32_t i = treatment.claims.begin; i < treatment.claims.end; ++i) {
      const image::Claim& claim = image_.claims[i];
      list.push_back({image_.view(claim.modality), image_.view(claim.magnitude), image_.view(claim.says),
                      views(image_, claim.sources)});
    }
    return list;
  }

  std::vector<ObligationAdvice> obligations(const image::Treatment& treatment) const {
    std::vector<ObligationAdvice> list;
    for (std::uint32_t i = treatment.obligations.begin; i < treatment.obligations.end; ++i) {
      const image::Obligation& each = image_.obligations[image_.obligation_list[i]];
      list.push_back({image_.view(each.id), image_.view(image_.guides[each.guide].id), image_.view(each.says),
                      views(image_, each.sources)});
    }
    return list;
  }

  std::vector<PositionAdvice> positions(const image::Treatment& treatment) const {
    std::vector<PositionAdvice> list;
    for (std::uint32_t i = treatment.positions.begin; i < treatment.positions.end; ++i) {
      const image::Position& each = image_.positions[i];
      PositionAdvice advice{image_.view(image_.guides[each.guide].id), position(each), {}};
      if (is_taken(advice.position)) advice.strength = image_.view(each.strength);
      list.push_back(advice);
    }
    return list;
  }

  static bool is_taken(Position position) {
    return position != Position::silent && position != Position::unknown && position != Position::not_in_scope;
  }

  Position position(const image::Position& each) const {
    const Truth scope = result_.planes.at(image_.guides[each.guide].scope);
    const Truth when = result_.planes.at(each.indication);
    if (scope == Truth::no) return Position::not_in_scope;
    if (each.stance == image::Stance::silent || when == Truth::no) return Position::silent;
    if (scope == Truth::unknown || when == Truth::unknown) return Position::unknown;
    switch (each.stance) {
      case image::Stance::favors: return Position::favors;
      case image::Stance::against: return Position::against;
      case image::Stance::in_package: return Position::in_package;
      default: return Position::no_recommendation;
    }
  }

  std::vector<ContraindicationAdvice> contraindications(const image::Treatment& treatment) {
    std::vector<ContraindicationAdvice> list;
    for (std::uint32_t i = treatment.warnings.begin; i < treatment.warnings.end; ++i) {
      const image::Warning& warning = image_.warnings[i];
      const image::Contraindication& each = image_.contraindications[warning.contraindication];
      const Truth truth = result_.planes.at(each.holds);
      if (!is_said(image_, result_, treatment, warning)) continue;
      ContraindicationAdvice advice;
      advice.id = image_.view(each.id);
      advice.guide = image_.view(image_.guides[each.guide].id);
      advice.effect = warning.blocks ? Effect::block : Effect::caution;
      advice.truth = truth;
      advice.because = image_.view(each.because);
      advice.sources = views(image_, each.sources);
      reach_.add(truth == Truth::yes ? each.when : each.holds);
      (truth == Truth::yes ? advice.facts : advice.depends_on) = reach_.take();
      list.push_back(std::move(advice));
    }
    return list;
  }

  const image::Image& image_;
  const eval::Result& result_;
  Reach reach_;
};

}  // namespace

bool is_said(const image::Image& image, const eval::Result& result, const image::Treatment& treatment,
             const image::Warning& warning) {
  const Truth truth = result.planes.at(image.contraindications[warning.contraindication].holds);
  if (result.planes.at(treatment.blocked) == Truth::yes) return warning.blocks && truth == Truth::yes;
  return truth != Truth::no;
}

std::vector<TreatmentAdvice> treatments(const image::Image& image, const eval::Result& result) {
  Describer describer{image, result};
  std::vector<TreatmentAdvice> list;
  for (const std::uint32_t index : result.order) list.push_back(describer.describe(index));
  for (const TreatmentSummary& summary : result.treatments) {
    if (summary.rank == 0) list.push_back(describer.describe(summary.index));
  }
  return list;
}

std::optional<CertainFirst> certain_first(const image::Image& image, const eval::Result& result) {
  if (result.order.empty()) return std::nullopt;
  const TreatmentSummary& first = result.treatments[result.order.front()];
  CertainFirst answer{image.view(image.treatments[first.index].id), first.verdict == Verdict::offered, std::nullopt};
  for (std::size_t i = 1; i < result.order.size(); ++i) {
    const TreatmentSummary& other = result.treatments[result.order[i]];
    const int lead = first.score.low - other.score.high;
    answer.certain = answer.certain && (lead > 0 || (lead == 0 && first.index < other.index));
    answer.margin = std::min(answer.margin.value_or(lead), lead);
  }
  return answer;
}

}  // namespace vertebra::explain
