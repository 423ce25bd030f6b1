#include <vertebra/what_if.hpp>

#include <algorithm>
#include <array>

#include <vertebra/engine.hpp>

#include "api/state.hpp"
#include "base/answer_text.hpp"
#include "base/reporter.hpp"
#include "base/text.hpp"
#include "eval/patient_executor.hpp"
#include "explain/advice.hpp"
#include "explain/counterfactuals.hpp"
#include "explain/difference.hpp"
#include "report/counterfactuals_json.hpp"
#include "report/counterfactuals_text.hpp"
#include "report/difference_json.hpp"
#include "report/difference_text.hpp"

namespace vertebra {
namespace {

constexpr std::array<std::string_view, 3> goal_kinds{"care", "offered", "first"};

eval::Result run(const RuleSet::State& rules, const Patient& patient, Date as_of) {
  eval::Result result = eval::prepare(rules.image);
  eval::PatientExecutor{rules.image}.run(patient.state().answers, as_of, result);
  return result;
}

Diagnostic unknown_treatment(const image::Image& image, std::string_view id) {
  std::vector<std::string_view> names;
  for (const image::Treatment& each : image.treatments) names.push_back(image.view(each.id));
  const std::string_view near = base::closest(id, names);
  return base::make_diagnostic(
      base::Code::unknown_name,
      "`" + std::string{id} + "` is not a treatment that `" + std::string{image.view(image.profile)} + "` ranks",
      near.empty() ? "choose " + base::list_of(names) : "did you mean `" + std::string{near} + "`?");
}

// Turns cells into answers that a caller can set, and says what comes of them.
class Teller {
 public:
  Teller(const RuleSet::State& rules, const Patient::State& patient, Date as_of)
      : rules_{rules}, patient_{patient}, as_of_{as_of}, executor_{rules.image}, result_{eval::prepare(rules.image)} {}

  AdviceInShort advice(const explain::CellSet& cells) {
    eval::Answers answers = patient_.answers;
    for (const explain::Cell cell : cells) answers.set(rules_.image, cell.fact, explain::domain_of(rules_.image, cell));
    executor_.run(answers, as_of_, result_);
    AdviceInShort advice{explain::care(rules_.image, result_), {}, {}};
    if (result_.order.empty()) return advice;
    const image::Treatment& first = rules_.image.treatments[result_.order.front()];
    advice.first = rules_.image.view(first.id);
    advice.first_label = rules_.image.view(first.label);
    return advice;
  }

  OtherAnswer other_answer(explain::Cell cell) const {
    const base::FactShape& shape = rules_.shapes[cell.fact];
    const base::Possible possible = possible_of(cell);
    return {shape.id, answer_of(shape, cell, possible), base::answer_text(shape, patient_.given[cell.fact]),
            base::answer_text(shape, possible)};
  }

 private:
  base::Possible possible_of(explain::Cell cell) const {
    if (rules_.shapes[cell.fact].type != base::FactType::quantity) return {true, 0, 0, std::uint64_t{1} << cell.index};
    const explain::Side side = explain::side_of(cell, patient_.answers[cell.fact]);
    const double value = explain::number_in(rules_.image, cell, side).value_or(0);
    return {true, value, value, 0};
  }

  static Answer answer_of(const base::FactShape& shape, explain::Cell cell, const base::Possible& possible) {
    if (shape.type == base::FactType::boolean) return cell.index == 1;
    if (shape.type == base::FactType::quantity) return quantity(possible.low, shape.unit.ucum);
    return choice(shape.choices[cell.index]);
  }

  const RuleSet::State& rules_;
  const Patient::State& patient_;
  Date as_of_;
  eval::PatientExecutor executor_;
  eval::Result result_;
};

}  // namespace

std::string_view to_string(GoalKind kind) noexcept { return goal_kinds[static_cast<std::size_t>(kind)]; }

Goal goal_care() { return {GoalKind::care, {}}; }
Goal goal_offered(std::string_view treatment) { return {GoalKind::offered, std::string{treatment}}; }
Goal goal_first() { return {GoalKind::first, {}}; }

std::optional<Goal> read_goal(std::string_view text) {
  if (text == "care") return goal_care();
  if (text == "first") return goal_first();
  constexpr std::string_view offered = "offered:";
  if (text.starts_with(offered) && text.size() > offered.size()) return goal_offered(text.substr(offered.size()));
  return std::nullopt;
}

bool Difference::empty() const noexcept {
  return scopes.empty() && !care && red_flags.empty() && treatments.empty() && scores.empty() &&
         no_longer_asked.empty() && newly_asked.empty() && conflicts_gone.empty() && conflicts_new.empty() &&
         notices_gone.empty() && notices_new.empty();
}

Difference Evaluator::what_if(const Patient& patient, const Patient& changed, Date as_of) const {
  const RuleSet::State& rules = *patient.state().rule_set;
  return explain::difference(rules.image, run(rules, patient, as_of), run(rules, changed, as_of));
}

CounterfactualReply Evaluator::counterfactuals(const Patient& patient, Date as_of, const Goal& goal) const {
  const RuleSet::State& rules = *patient.state().rule_set;
  const image::Image& image = rules.image;
  const auto is_meant = [&](const image::Treatment& each) { return image.view(each.id) == goal.treatment; };
  const auto treatment = std::ranges::find_if(image.treatments, is_meant);
  const bool needs_one = goal.kind == GoalKind::offered;
  if (needs_one && treatment == image.treatments.end()) return {std::nullopt, unknown_treatment(image, goal.treatment)};
  Counterfactuals reply;
  reply.goal = goal;
  if (needs_one) reply.treatment_label = image.view(treatment->label);
  reply.as_of = as_of;
  reply.profile = image.view(image.profile);
  reply.hash = image.view(image.hash);
  Teller teller{rules, patient.state(), as_of};
  reply.now = teller.advice({});
  explain::CounterfactualSearch search{image, patient.state().answers, as_of, goal.kind,
                                       static_cast<std::uint32_t>(treatment - image.treatments.begin())};
  reply.reached_already = search.reached_already();
  if (reply.reached_already) return {std::move(reply), {}};
  for (const explain::CellSet& cells : search.run(most_counterfactuals)) {
    Counterfactual& each = reply.sets.emplace_back();
    for (const explain::Cell cell : cells) each.answers.push_back(teller.other_answer(cell));
    each.then = teller.advice(cells);
  }
  reply.complete = search.complete();
  return {std::move(reply), {}};
}

std::string to_json(const Difference& difference) { return report::to_json(difference); }
std::string to_json(const Counterfactuals& counterfactuals) { return report::to_json(counterfactuals); }
std::string to_text(const Difference& difference, const TextStyle& style) { return report::to_text(difference, style); }
std::string to_text(const Counterfactuals& counterfactuals, const TextStyle& style) {
  return report::to_text(counterfactuals, style);
}

}  // namespace vertebra
