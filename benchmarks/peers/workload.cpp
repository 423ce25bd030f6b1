#include "workload.hpp"

namespace peers {
namespace {

vertebra::Engine engine_of(const std::string& folder, const std::string& profile) {
  auto loaded = vertebra::load_rule_set(folder, profile);
  for (const vertebra::Diagnostic& each : loaded.diagnostics) {
    if (!loaded.rule_set) fail(to_string(each));
  }
  if (!loaded.rule_set) fail(folder + " does not load");
  return vertebra::Engine{*std::move(loaded.rule_set)};
}

Verdict verdict_of(const vertebra::TreatmentSummary& treatment) {
  if (treatment.verdict == vertebra::Verdict::offered) return Verdict::offered;
  if (treatment.verdict == vertebra::Verdict::provisional) return Verdict::provisional;
  switch (treatment.cause) {
    case vertebra::Cause::not_in_scope: return Verdict::not_in_scope;
    case vertebra::Cause::against: return Verdict::against;
    case vertebra::Cause::no_recommendation: return Verdict::no_recommendation;
    case vertebra::Cause::blocked: return Verdict::blocked;
    case vertebra::Cause::not_indicated: return Verdict::not_indicated;
    case vertebra::Cause::deferred:
    case vertebra::Cause::none: break;
  }
  return Verdict::deferred;
}

std::string words_of(const Outcome& outcome) {
  std::string text = "care " + std::to_string(outcome.least) + " to " + std::to_string(outcome.most) +
                     (outcome.care_assessed ? "" : " (not assessed)") + "; verdict, low, high, rank:";
  for (std::size_t i = 0; i < outcome.verdicts.size() && i < 40; ++i) {
    text += " " + std::to_string(static_cast<int>(outcome.verdicts[i])) + "," + std::to_string(outcome.low[i]) + "," +
            std::to_string(outcome.high[i]) + "," + std::to_string(outcome.ranks[i]);
  }
  return text;
}

}  // namespace

Outcome compared(const vertebra::Outcome& outcome) {
  Outcome result;
  if (const auto care = outcome.care()) {
    result.care_assessed = true;
    result.least = care->least.rank;
    result.most = care->most.rank;
  }
  for (const vertebra::TreatmentSummary& each : outcome.summaries()) {
    const Verdict verdict = verdict_of(each);
    result.verdicts.push_back(verdict);
    result.low.push_back(is_listed(verdict) ? each.score.low : 0);
    result.high.push_back(is_listed(verdict) ? each.score.high : 0);
    result.ranks.push_back(each.rank);
  }
  return result;
}

Workload make_workload(const std::string& folder, const std::string& profile) {
  std::vector<vertebra::Diagnostic> problems;
  auto loaded = vertebra::load::load(vertebra::load::read_folder(folder, problems));
  if (!loaded.rules || !problems.empty()) fail(folder + " does not load");
  const auto found = vertebra::model::find_profile(*loaded.rules, profile);
  if (!found) fail("there is no profile or guide `" + profile + "` in " + folder);
  Plan plan = make_plan(*loaded.rules, *found);
  vertebra::Engine engine = engine_of(folder, profile);
  auto patients = draw_patients(plan, loaded, engine, {patient_count, 0.2, 20260131});
  auto complete = draw_patients(plan, loaded, engine, {patient_count, 0, 20260201});
  return {std::move(loaded), std::move(engine), std::move(plan), std::move(patients), std::move(complete)};
}

std::vector<Outcome> Workload::advise(const std::vector<Answers>& answers) const {
  const Setter setter{loaded, engine};
  vertebra::Patient patient{engine};
  vertebra::Evaluator evaluator{engine};
  std::vector<Outcome> result;
  for (const Answers& each : answers) {
    setter.set(each, patient);
    result.push_back(compared(evaluator.evaluate(patient, as_of)));
  }
  return result;
}

std::vector<double> Workload::read(const std::vector<Answers>& answers) const {
  std::vector<double> result;
  for (const Answers& each : answers) {
    for (const Fact& fact : plan.facts) result.push_back(each[static_cast<std::size_t>(fact.in_vocabulary)]);
  }
  return result;
}

void require_same(const std::string& peer, const std::vector<Outcome>& ours, const std::vector<Outcome>& theirs) {
  if (ours.size() != theirs.size()) fail(peer + " advised on " + std::to_string(theirs.size()) + " patients");
  for (std::size_t i = 0; i < ours.size(); ++i) {
    Outcome mine = ours[i], other = theirs[i];
    // Where care is not assessed its levels mean nothing.
    if (!mine.care_assessed) other.least = other.most = mine.least = mine.most = 0;
    if (mine != other)
      fail(peer + " differs on patient " + std::to_string(i) + "\n  vertebra: " + words_of(mine) + "\n  " + peer +
           ": " + words_of(other));
  }
}

}  // namespace peers
