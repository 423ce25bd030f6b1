#include "explain/difference.hpp"

#include <algorithm>
#include <functional>

#include "eval/result.hpp"
#include "explain/advice.hpp"
#include "explain/questions.hpp"
#include "explain/words.hpp"

namespace vertebra::explain {
namespace {

bool is_same(const ConflictAdvice& a, const ConflictAdvice& b) { return a.id == b.id && a.set_aside == b.set_aside; }
bool is_same(const NoticeAdvice& a, const NoticeAdvice& b) { return a.id == b.id && a.guide == b.guide; }
bool is_same(const Question& a, const Question& b) { return a.id == b.id; }

// What the first list has and the second has not.
template <class Advice>
std::vector<Advice> without(std::vector<Advice> list, const std::vector<Advice>& others) {
  std::erase_if(list, [&](const Advice& each) {
    return std::ranges::any_of(others, [&](const Advice& other) { return is_same(other, each); });
  });
  return list;
}

std::vector<std::string_view> facts_of(const std::vector<Question>& questions) {
  std::vector<std::string_view> list;
  for (const Question& each : questions) list.push_back(each.fact);
  return list;
}

Standing standing(const TreatmentSummary& summary) {
  Standing result{summary.verdict, summary.cause, summary.rank, {}};
  if (is_listed(summary.verdict, summary.cause)) result.score = summary.score;
  return result;
}

// Compares two runs part by part.
class Comparison {
 public:
  Comparison(const image::Image& image, const eval::Result& before, const eval::Result& after)
      : image_{image}, before_{before}, after_{after} {}

  std::vector<ScopeDifference> scopes() const {
    std::vector<ScopeDifference> list;
    for (const image::Guide& guide : image_.guides) {
      if (differs(guide.scope)) list.push_back({image_.view(guide.id), truth(guide.scope)});
    }
    return list;
  }

  std::optional<BeforeAfter<std::optional<CareInterval>>> care() const {
    const bool same = before_.care_least == after_.care_least && before_.care_most == after_.care_most;
    if (before_.care_assessed == after_.care_assessed && (!after_.care_assessed || same)) return std::nullopt;
    return BeforeAfter<std::optional<CareInterval>>{explain::care(image_, before_), explain::care(image_, after_)};
  }

  std::vector<RedFlagDifference> red_flags() const {
    std::vector<RedFlagDifference> list;
    for (const image::RedFlag& flag : image_.red_flags) {
      if (!differs(flag.holds)) continue;
      list.push_back({image_.view(flag.id), image_.view(image_.guides[flag.guide].id), level(image_, flag.level),
                      image_.view(flag.because), views(image_, flag.sources), truth(flag.holds)});
    }
    std::ranges::stable_sort(list, std::greater{}, [](const RedFlagDifference& each) { return each.level.rank; });
    return list;
  }

  std::vector<TreatmentDifference> treatments() const {
    std::vector<TreatmentDifference> list;
    for (const std::uint32_t index : after_.order) add_treatment(index, list);
    for (const TreatmentSummary& each : after_.treatments) {
      if (each.rank == 0) add_treatment(each.index, list);
    }
    return list;
  }

  std::vector<ScoreDifference> scores() const {
    const auto old = explain::scores(image_, before_);
    const auto now = explain::scores(image_, after_);
    std::vector<ScoreDifference> list;
    for (const image::Score& score : image_.scores) {
      ScoreDifference each{image_.view(score.id), image_.view(image_.guides[score.guide].id), {}, {}};
      find(old, each, each.score.before, each.band.before);
      find(now, each, each.score.after, each.band.after);
      if (each.score.before != each.score.after) list.push_back(each);
    }
    return list;
  }

 private:
  BeforeAfter<Truth> truth(image::Literal literal) const {
    return {before_.planes.at(literal), after_.planes.at(literal)};
  }
  bool differs(image::Literal literal) const { return before_.planes.at(literal) != after_.planes.at(literal); }

  std::vector<ContraindicationDifference> contraindications(const image::Treatment& treatment) const {
    std::vector<ContraindicationDifference> list;
    for (std::uint32_t i = treatment.warnings.begin; i < treatment.warnings.end; ++i) {
      const image::Warning& warning = image_.warnings[i];
      const image::Contraindication& each = image_.contraindications[warning.contraindication];
      const auto says = [&](const eval::Result& result) { return is_said(image_, result, treatment, warning); };
      if (!differs(each.holds) || (!says(before_) && !says(after_))) continue;
      list.push_back({image_.view(each.id), image_.view(image_.guides[each.guide].id),
                      warning.blocks ? Effect::block : Effect::caution, image_.view(each.because),
                      views(image_, each.sources), truth(each.holds)});
    }
    return list;
  }

  void add_treatment(std::uint32_t index, std::vector<TreatmentDifference>& list) const {
    const image::Treatment& treatment = image_.treatments[index];
    const BeforeAfter<Standing> two{standing(before_.treatments[index]), standing(after_.treatments[index])};
    auto others = contraindications(treatment);
    if (two.before == two.after && others.empty()) return;
    list.push_back({image_.view(treatment.id), image_.view(treatment.label), two, std::move(others)});
  }

  static void find(const std::vector<ScoreAdvice>& all, const ScoreDifference& meant, std::optional<Score>& points,
                   std::string_view& band) {
    for (const ScoreAdvice& each : all) {
      if (each.id == meant.id && each.guide == meant.guide) points = each.score, band = each.band;
    }
  }

  const image::Image& image_;
  const eval::Result& before_;
  const eval::Result& after_;
};

}  // namespace

Difference difference(const image::Image& image, const eval::Result& before, const eval::Result& after) {
  const Comparison two{image, before, after};
  Difference all;
  all.scopes = two.scopes();
  all.care = two.care();
  all.red_flags = two.red_flags();
  all.treatments = two.treatments();
  all.scores = two.scores();
  const auto asked_before = Questions{image, before}.list();
  const auto asked_after = Questions{image, after}.list();
  all.no_longer_asked = facts_of(without(asked_before, asked_after));
  all.newly_asked = facts_of(without(asked_after, asked_before));
  all.conflicts_gone = without(conflicts(image, before), conflicts(image, after));
  all.conflicts_new = without(conflicts(image, after), conflicts(image, before));
  all.notices_gone = without(notices(image, before), notices(image, after));
  all.notices_new = without(notices(image, after), notices(image, before));
  all.as_of = after.as_of;
  all.profile = image.view(image.profile);
  all.hash = image.view(image.hash);
  return all;
}

}  // namespace vertebra::explain
