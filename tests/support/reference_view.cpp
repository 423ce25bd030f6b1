#include "support/reference_view.hpp"

#include "compile/compiler.hpp"
#include "eval/domain.hpp"
#include "eval/patient_executor.hpp"
#include "explain/advice.hpp"

namespace vertebra::reference {
namespace {

Ids ids(const std::vector<std::string_view>& views) { return {views.begin(), views.end()}; }

Treatment view_of(const TreatmentAdvice& advice) {
  Treatment result{std::string{advice.id},
                   advice.verdict,
                   advice.cause,
                   advice.score,
                   advice.rank,
                   ids(advice.depends_on),
                   {},
                   {},
                   {}};
  for (const ContraindicationAdvice& each : advice.contraindications)
    result.contraindications.push_back({std::string{each.guide}, std::string{each.id}, each.effect, each.truth,
                                        ids(each.facts), ids(each.depends_on)});
  for (const ArgumentAdvice& each : advice.arguments)
    result.arguments.push_back({std::string{each.id}, each.points, each.truth, ids(each.facts), ids(each.depends_on)});
  for (const PositionAdvice& each : advice.positions)
    result.positions.push_back({std::string{each.guide}, each.position, std::string{each.strength}});
  return result;
}

}  // namespace

Outcome view_of(const image::Image& image, const eval::Result& result) {
  Outcome outcome;
  for (const GuideAdvice& each : explain::guides(image, result))
    outcome.scopes.push_back({std::string{each.id}, each.scope});
  if (const auto care = explain::care(image, result))
    outcome.care = Care{care->least.rank, care->most.rank, ids(care->deferral_waits_on)};
  outcome.deferred = result.deferred;
  for (const RedFlagAdvice& each : explain::red_flags(image, result))
    outcome.red_flags.push_back({std::string{each.guide}, std::string{each.id}, each.level.rank, each.truth,
                                 ids(each.facts), ids(each.depends_on)});
  for (const TreatmentAdvice& each : explain::treatments(image, result)) outcome.treatments.push_back(view_of(each));
  for (const ScoreAdvice& each : explain::scores(image, result))
    outcome.scores.push_back({std::string{each.id}, each.score, std::string{each.band}});
  if (const auto first = explain::certain_first(image, result))
    outcome.certain_first = First{std::string{first->treatment}, first->certain, first->margin};
  for (const ConflictAdvice& each : explain::conflicts(image, result))
    outcome.conflicts.push_back({std::string{each.id}, ids(each.facts), ids(each.set_aside)});
  for (const NoticeAdvice& each : explain::notices(image, result))
    outcome.notices.push_back({std::string{each.guide}, std::string{each.id}});
  return outcome;
}

eval::Answers answers_of(const image::Image& image, const std::vector<base::Possible>& answers) {
  eval::Answers result{image};
  for (std::uint32_t fact = 0; fact < answers.size(); ++fact)
    result.set(image, fact, eval::domain_of(image, fact, answers[fact]));
  return result;
}

std::vector<base::Possible> telling(const image::Image& image, std::vector<base::Possible> answers) {
  for (std::uint32_t fact = 0; fact < answers.size(); ++fact)
    if (eval::domain_of(image, fact, answers[fact]) == eval::full_domain(image, fact)) answers[fact] = {};
  return answers;
}

Outcome run_library(const model::RuleSet& rules, const model::Profile& profile,
                    const std::vector<base::Possible>& answers) {
  const image::Image image = compile::compile(rules, profile, "");
  eval::PatientExecutor executor{image};
  eval::Result result = eval::prepare(image);
  executor.run(answers_of(image, answers), date(2026, 1, 31), result);
  return view_of(image, result);
}

}  // namespace vertebra::reference
