#include "support/reference_outcome.hpp"

#include <algorithm>

namespace vertebra::reference {
namespace {

std::string text(Truth truth) { return std::string{to_string(truth)}; }

std::string text(const Ids& ids) {
  std::string result = "[";
  for (const std::string& id : ids) result += (result.size() > 1 ? ", " : "") + id;
  return result + "]";
}

std::string behind(const Ids& facts, const Ids& depends_on) {
  return (facts.empty() ? "" : " facts " + text(facts)) + (depends_on.empty() ? "" : " depends_on " + text(depends_on));
}

void add_treatment(const Treatment& treatment, std::vector<std::string>& result) {
  const std::string name = "treatment " + treatment.id + ": ";
  result.push_back(name + std::string{to_string(treatment.verdict)} + " cause " +
                   std::string{to_string(treatment.cause)} + " rank " + std::to_string(treatment.rank) +
                   behind({}, treatment.depends_on));
  if (treatment.score)
    result.push_back(name + "score " + std::to_string(treatment.score->low) + " .. " +
                     std::to_string(treatment.score->high));
  for (const Contraindication& each : treatment.contraindications)
    result.push_back(name + std::string{to_string(each.effect)} + " " + each.guide + "." + each.id + " " +
                     text(each.truth) + behind(each.facts, each.depends_on));
  for (const Argument& each : treatment.arguments)
    result.push_back(name + "argument " + each.id + " points " + std::to_string(each.points) + " " + text(each.truth) +
                     behind(each.facts, each.depends_on));
  for (const Stance& each : treatment.positions)
    result.push_back(name + each.guide + " says " + std::string{to_string(each.position)} + " " + each.strength);
}

}  // namespace

std::vector<std::string> lines(const Outcome& outcome) {
  std::vector<std::string> result;
  for (const Conflict& each : outcome.conflicts)
    result.push_back("conflict " + each.clause + " facts " + text(each.facts) + " set_aside " + text(each.set_aside));
  for (const Scope& each : outcome.scopes) result.push_back("scope " + each.guide + " " + text(each.truth));
  result.push_back(!outcome.care
                       ? "care omitted"
                       : "care " + std::to_string(outcome.care->least) + " .. " + std::to_string(outcome.care->most) +
                             " deferral_waits_on " + text(outcome.care->deferral_waits_on));
  result.push_back("deferred " + text(outcome.deferred));
  for (const RedFlag& each : outcome.red_flags)
    result.push_back("red_flag " + each.guide + "." + each.id + " level " + std::to_string(each.level) + " " +
                     text(each.truth) + behind(each.facts, each.depends_on));
  for (const Treatment& each : outcome.treatments) add_treatment(each, result);
  for (const Instrument& each : outcome.scores)
    result.push_back("score " + each.id + " " + std::to_string(each.score.low) + " .. " +
                     std::to_string(each.score.high) + " band " + each.band);
  if (outcome.certain_first)
    result.push_back(
        "first " + outcome.certain_first->treatment + (outcome.certain_first->certain ? " certain" : " open") +
        (outcome.certain_first->margin ? " margin " + std::to_string(*outcome.certain_first->margin) : ""));
  for (const auto& [guide, id] : outcome.notices) result.push_back("notice " + guide + "." + id);
  return result;
}

std::string to_string(const Outcome& outcome) {
  std::string result;
  for (const std::string& line : lines(outcome)) result += line + "\n";
  return result;
}

std::string difference(const Outcome& expected, const Outcome& actual) {
  if (expected == actual) return {};
  const std::vector<std::string> left = lines(expected);
  const std::vector<std::string> right = lines(actual);
  std::string result;
  for (const std::string& line : left)
    if (std::find(right.begin(), right.end(), line) == right.end()) result += "- " + line + "\n";
  for (const std::string& line : right)
    if (std::find(left.begin(), left.end(), line) == left.end()) result += "+ " + line + "\n";
  return !result.empty() ? result
                         : "the same lines in another order:\n" + to_string(expected) + "---\n" + to_string(actual);
}

}  // namespace vertebra::reference
