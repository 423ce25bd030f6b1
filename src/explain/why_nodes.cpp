#include "explain/why_nodes.hpp"

#include <algorithm>
#include <set>

#include "base/answer_text.hpp"
#include "graph/test_text.hpp"

namespace vertebra::explain {
namespace {

// Tells one node at a time.
class Teller {
 public:
  Teller(const Written& written, const WhyTree& tree, std::span<const base::Possible> given)
      : written_{written}, tree_{tree}, given_{given} {}

  WhyNode tell(const Reason& reason) {
    WhyNode node;
    node.kind = reason.kind;
    node.truth = reason.truth;
    node.depth = reason.depth;
    node.parent = reason.parent;
    node.negated = reason.negated;
    node.repeated = reason.repeated;
    const bool of_guide = reason.kind != WhyKind::fact && reason.kind != WhyKind::consistency;
    if (reason.guide >= 0 && of_guide) node.guide = written_.guide(reason.guide).id;
    fill(reason, node);
    return node;
  }

 private:
  void fill(const Reason& reason, WhyNode& node) {
    switch (reason.kind) {
      case WhyKind::care: return fill_care(node);
      case WhyKind::at_least: return fill_level(reason, node);
      case WhyKind::red_flag: return fill_rule(written_.red_flag(reason.index), reason, node);
      case WhyKind::contraindication: return fill_rule(written_.contraindication(reason.index), reason, node);
      case WhyKind::scope: node.id = node.guide; return;
      case WhyKind::treatment: return fill_treatment(reason.index, node);
      case WhyKind::position: return fill_position(reason, node);
      case WhyKind::indication: return fill_indication(reason, node);
      case WhyKind::deferral: return;
      case WhyKind::rank: return fill_rank(reason, node);
      case WhyKind::argument: return fill_argument(reason, node);
      case WhyKind::strength: return fill_strength(reason, node);
      case WhyKind::condition: return fill_condition(reason, node);
      case WhyKind::expression: node.text = joint_text(*reason.expression); return;
      case WhyKind::comparison: return fill_comparison(reason, node);
      case WhyKind::score: return fill_score(reason, node);
      case WhyKind::member: return fill_member(reason, node);
      case WhyKind::consistency: return fill_clause(reason, node);
      case WhyKind::fact: return fill_fact(reason, node);
    }
  }

  void fill_care(WhyNode& node) const {
    if (node.truth == Truth::no) return;
    const auto& levels = written_.rules().vocabulary.care_levels;
    node.id = levels[tree_.care_least].id;
    node.says = levels[tree_.care_least].label.text;
    if (tree_.care_most != tree_.care_least) node.second = levels[tree_.care_most].id;
  }

  void fill_level(const Reason& reason, WhyNode& node) const {
    const model::CareLevel& level = written_.rules().vocabulary.care_levels[reason.index];
    node.id = level.id;
    node.says = level.label.text;
  }

  template <class Rule>
  void fill_rule(const Rule& rule, const Reason& reason, WhyNode& node) const {
    node.id = rule.id;
    node.says = rule.because.text;
    cite(rule.sources, reason.guide, node);
  }

  void fill_treatment(std::uint32_t treatment, WhyNode& node) const {
    const model::Treatment& each = treatment_at(written_.treatment(treatment));
    node.id = each.id;
    node.says = each.label.text;
    const auto summary = std::ranges::find(tree_.treatments, treatment, &TreatmentSummary::index);
    if (summary == tree_.treatments.end()) return;
    node.verdict = summary->verdict;
    node.cause = summary->cause;
    if (tree_.subject == WhySubject::rank && summary->rank != 0) node.score = summary->score;
  }

  // What the guide says of the treatment, or of the nearest group that it speaks of.
  void fill_position(const Reason& reason, WhyNode& node) const {
    const model::LineOpinion& line = written_.line(reason.index);
    node.id = to_string(line.position);
    const model::Opinion* speaks = nullptr;
    for (const model::Opinion* each : line.opinions)
      if (each->position || each->strength >= 0) speaks = each;
    if (speaks == nullptr) return;
    if (line.strength >= 0) node.says = written_.guide(0).strengths[static_cast<std::size_t>(line.strength)].word;
    cite(speaks->sources, 0, node);
  }

  void fill_indication(const Reason& reason, WhyNode& node) const {
    const model::Opinion& opinion = *written_.line(reason.second).opinions[reason.index];
    node.id = treatment_at(opinion.treatment).id;
    cite(opinion.sources, 0, node);
  }

  void fill_rank(const Reason& reason, WhyNode& node) const {
    node.id = treatment_at(written_.treatment(reason.index)).id;
    node.second = treatment_at(written_.treatment(reason.second)).id;
  }

  void fill_argument(const Reason& reason, WhyNode& node) const {
    const model::Argument& argument = written_.argument(reason.index);
    fill_rule(argument, reason, node);
    node.second = treatment_at(written_.treatment(reason.second)).id;
    node.points = argument.points;
  }

  void fill_strength(const Reason& reason, WhyNode& node) const {
    const model::LineOpinion& line = written_.line(reason.index);
    const model::Strength& strength = written_.guide(0).strengths[static_cast<std::size_t>(line.strength)];
    node.id = "strength";
    node.second = treatment_at(written_.treatment(reason.index)).id;
    node.says = strength.word;
    node.points = strength.points;
    cite(line.strength_sources, 0, node);
  }

  void fill_condition(const Reason& reason, WhyNode& node) const {
    const model::Condition& condition = written_.condition(reason.guide, static_cast<int>(reason.index));
    node.id = condition.id;
    if (reason.guide >= 0) cite(condition.sources, reason.guide, node);
  }

  // A named threshold brings its own sources.
  void fill_comparison(const Reason& reason, WhyNode& node) const {
    const int guide = reason.guide < 0 ? -1 : written_.model_guide(reason.guide);
    node.id = written_.fact(static_cast<std::uint32_t>(reason.expression->fact)).shape.id;
    node.text = graph::test_text(*reason.expression, written_.rules(), guide);
    if (reason.expression->parameter < 0 || guide < 0) return;
    const auto parameter = static_cast<std::size_t>(reason.expression->parameter);
    cite(written_.guide(reason.guide).parameters[parameter].sources, reason.guide, node);
  }

  void fill_score(const Reason& reason, WhyNode& node) const {
    const model::Score& score = written_.score(reason.index);
    node.id = score.id;
    node.text = graph::test_text(*reason.expression, written_.rules(), written_.model_guide(reason.guide));
    cite(score.sources, reason.guide, node);
  }

  void fill_member(const Reason& reason, WhyNode& node) const {
    const model::ScoreMember& member = written_.score(reason.second).sum[reason.index];
    node.id = member.id;
    node.points = member.points;
  }

  void fill_clause(const Reason& reason, WhyNode& node) const {
    const model::Clause& clause = written_.rules().vocabulary.consistency[reason.index];
    node.id = clause.id;
    node.says = clause.because.text;
  }

  void fill_fact(const Reason& reason, WhyNode& node) const {
    const model::Fact& fact = written_.fact(reason.index);
    node.id = fact.shape.id;
    node.says = fact.ask.text;
    node.answer = base::answer_text(fact.shape, given_[reason.index]);
    node.set_aside = std::ranges::find(tree_.set_aside, reason.index) != tree_.set_aside.end();
    node.derived = reason.derived;
  }

  static std::string joint_text(const model::Expression& expression) {
    const std::string size = std::to_string(expression.operands.size());
    switch (expression.op) {
      case model::Operator::constant: return expression.value ? "true" : "false";
      case model::Operator::all: return "all of " + size;
      case model::Operator::any: return "any of " + size;
      default: return "at least " + std::to_string(expression.count) + " of " + size;
    }
  }

  void cite(const std::vector<int>& sources, int guide, WhyNode& node) const {
    for (const int each : sources) {
      const model::Source& source = written_.guide(guide).sources[static_cast<std::size_t>(each)];
      node.sources.push_back({source.id, source.interprets, source.mark});
    }
  }

  static std::string_view to_string(model::Position position) {
    switch (position) {
      case model::Position::favors: return vertebra::to_string(Position::favors);
      case model::Position::against: return vertebra::to_string(Position::against);
      case model::Position::in_package: return vertebra::to_string(Position::in_package);
      case model::Position::no_recommendation: break;
    }
    return vertebra::to_string(Position::no_recommendation);
  }

  const model::Treatment& treatment_at(int treatment) const {
    return written_.rules().vocabulary.treatments[static_cast<std::size_t>(treatment)];
  }

  const Written& written_;
  const WhyTree& tree_;
  std::span<const base::Possible> given_;
};

}  // namespace

std::vector<WhyNode> nodes(const Written& written, const WhyTree& tree, std::span<const base::Possible> given) {
  Teller teller{written, tree, given};
  std::vector<WhyNode> list;
  list.reserve(tree.reasons.size());
  for (const Reason& each : tree.reasons) list.push_back(teller.tell(each));
  return list;
}

std::vector<std::uint32_t> waits_on(const WhyTree& tree) {
  std::set<std::uint32_t> facts;
  for (const Reason& each : tree.reasons)
    if (each.kind == WhyKind::fact && each.truth == Truth::unknown) facts.insert(each.index);
  return {facts.begin(), facts.end()};
}

}  // namespace vertebra::explain
