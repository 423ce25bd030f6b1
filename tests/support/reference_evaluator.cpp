#include "support/reference_evaluator.hpp"

#include <algorithm>
#include <tuple>

#include "support/reference_narrowing.hpp"
#include "support/reference_truth.hpp"

namespace vertebra::reference {
namespace {

class Evaluation {
 public:
  Evaluation(const model::RuleSet& rules, const model::Profile& profile, const Narrowed& narrowed)
      : rules_{rules}, profile_{profile}, narrowed_{narrowed}, view_{rules, narrowed.domains} {
    speakers_.push_back(profile.rank_by);
    speakers_.insert(speakers_.end(), profile.guards.begin(), profile.guards.end());
  }

  Outcome run() {
    add_scopes();
    add_care();
    add_red_flags();
    for (std::size_t i = 0; i < rules_.vocabulary.treatments.size(); ++i) add_treatment(static_cast<int>(i));
    add_ranks();
    add_scores();
    add_conflicts();
    add_notices();
    std::stable_sort(
        outcome_.treatments.begin(), outcome_.treatments.end(),
        [](const Treatment& a, const Treatment& b) { return a.rank > 0 && (b.rank == 0 || a.rank < b.rank); });
    return std::move(outcome_);
  }

 private:
  using Opinions = std::vector<const model::Opinion*>;

  const model::Guide& guide(int index) const { return rules_.guides[index]; }
  Truth scope(int guide_index) const { return truth_of(view_, guide(guide_index).scope); }
  Truth holds(int guide_index, const model::Expression& when) const {
    return std::min(scope(guide_index), truth_of(view_, when));
  }

  Ids ids(const Facts& facts) const {
    Ids result;
    for (const int fact : facts) result.push_back(rules_.vocabulary.facts[fact].shape.id);
    return result;
  }

  Ids deciding(const model::Expression& when) const {
    Facts facts;
    add_facts_behind(view_, when, Truth::yes, facts);
    return ids(facts);
  }

  // What `scope and when` waits on.
  void add_open(int guide_index, const model::Expression& when, Facts& facts) const {
    add_facts_behind(view_, guide(guide_index).scope, Truth::unknown, facts);
    add_facts_behind(view_, when, Truth::unknown, facts);
  }

  Ids waiting(int guide_index, const model::Expression& when) const {
    Facts facts;
    add_open(guide_index, when, facts);
    return ids(facts);
  }

  void add_scopes() {
    for (const int each : speakers_) outcome_.scopes.push_back({guide(each).id, scope(each)});
    for (const int each : profile_.consult) outcome_.scopes.push_back({guide(each).id, scope(each)});
  }

  bool defers(int guide_index, const model::RedFlag& flag) const {
    const auto& by = profile_.defer_by;
    return profile_.defer_from >= 0 && flag.level >= profile_.defer_from &&
           std::find(by.begin(), by.end(), guide_index) != by.end();
  }

  void add_care() {
    Care care;
    Facts deferral;
    bool assessed = false;
    for (const int speaker : speakers_) {
      for (const model::RedFlag& flag : guide(speaker).red_flags) {
        if (scope(speaker) != Truth::no) assessed = true;
        const Truth truth = holds(speaker, flag.when);
        if (truth == Truth::yes) care.least = std::max(care.least, flag.level);
        if (truth != Truth::no) care.most = std::max(care.most, flag.level);
        if (!defers(speaker, flag)) continue;
        outcome_.deferred = std::max(outcome_.deferred, truth);
        if (truth == Truth::unknown) add_open(speaker, flag.when, deferral);
      }
    }
    if (outcome_.deferred == Truth::unknown) care.deferral_waits_on = ids(deferral);
    if (assessed) outcome_.care = care;
  }

  void add_red_flags() {
    if (!outcome_.care) return;
    for (const int speaker : speakers_) {
      for (const model::RedFlag& flag : guide(speaker).red_flags) {
        const Truth truth = holds(speaker, flag.when);
        const bool awaited = outcome_.deferred == Truth::unknown && defers(speaker, flag);
        if (truth == Truth::yes)
          outcome_.red_flags.push_back({guide(speaker).id, flag.id, flag.level, truth, deciding(flag.when), {}});
        if (truth == Truth::unknown && (flag.level > outcome_.care->least || awaited))
          outcome_.red_flags.push_back(
              {guide(speaker).id, flag.id, flag.level, truth, {}, waiting(speaker, flag.when)});
      }
    }
    std::stable_sort(outcome_.red_flags.begin(), outcome_.red_flags.end(), [](const RedFlag& a, const RedFlag& b) {
      return std::tuple{a.truth != Truth::yes, -a.level} < std::tuple{b.truth != Truth::yes, -b.level};
    });
  }

  // A treatment, then the groups that it is part of, from the inside out.
  std::vector<int> line_of(int treatment) const {
    std::vector<int> line;
    for (; treatment >= 0; treatment = rules_.vocabulary.treatments[treatment].part_of) line.push_back(treatment);
    return line;
  }

  Opinions opinions(const model::Guide& guide, int treatment) const {
    Opinions result;
    if (names(guide.withdrawn, treatment)) return result;  // An overlay withdrew it, or a group that it is part of.
    for (const int each : line_of(treatment))
      for (const model::Opinion& opinion : guide.opinions)
        if (opinion.treatment == each) result.push_back(&opinion);
    return result;
  }

  static model::Position position(const Opinions& line) {
    for (const model::Opinion* each : line)
      if (each->position) return *each->position;
    return model::Position::favors;
  }

  Truth indication(const Opinions& line) const {
    Truth truth = Truth::yes;
    for (const model::Opinion* each : line) truth = std::min(truth, truth_of(view_, each->when));
    return truth;
  }

  void add_treatment(int index) {
    const Opinions line = opinions(guide(profile_.rank_by), index);
    if (rules_.vocabulary.treatments[index].is_group || line.empty()) return;
    Treatment treatment;
    treatment.id = rules_.vocabulary.treatments[index].id;
    Facts block_facts;
    const Truth blocked = add_contraindications(index, treatment, block_facts);
    decide(line, blocked, treatment);
    if (treatment.verdict == Verdict::provisional) {
      Facts facts = block_facts;
      add_facts_behind(view_, guide(profile_.rank_by).scope, Truth::unknown, facts);
      for (const model::Opinion* each : line) add_facts_behind(view_, each->when, Truth::unknown, facts);
      treatment.depends_on = ids(facts);
    }
    if (treatment.verdict != Verdict::withheld || treatment.cause == Cause::deferred) add_score(line, treatment);
    for (const int each : profile_.consult)
      treatment.positions.push_back({guide(each).id, consulted_position(each, index), consulted_strength(each, index)});
    outcome_.treatments.push_back(treatment);
  }

  // Scope and favors and when and not blocked and not deferred; the first certain cause in this order.
  void decide(const Opinions& line, Truth blocked, Treatment& treatment) const {
    const model::Position says = position(line);
    const Truth in_scope = scope(profile_.rank_by);
    const Truth indicated = indication(line);
    const auto withhold = [&](Cause cause) {
      treatment.verdict = Verdict::withheld;
      treatment.cause = cause;
    };
    if (in_scope == Truth::no) return withhold(Cause::not_in_scope);
    if (says == model::Position::against) return withhold(Cause::against);
    if (says == model::Position::no_recommendation) return withhold(Cause::no_recommendation);
    if (blocked == Truth::yes) return withhold(Cause::blocked);
    if (indicated == Truth::no) return withhold(Cause::not_indicated);
    if (outcome_.deferred == Truth::yes) return withhold(Cause::deferred);
    const bool offered =
        in_scope == Truth::yes && indicated == Truth::yes && blocked == Truth::no && outcome_.deferred == Truth::no;
    treatment.verdict = offered ? Verdict::offered : Verdict::provisional;
  }

  // Returns whether something blocks the treatment, and adds the facts on which its open blocks wait.
  Truth add_contraindications(int index, Treatment& treatment, Facts& block_facts) const {
    Truth blocked = Truth::no;
    for (const int speaker : speakers_) {
      for (const model::Contraindication& rule : guide(speaker).contraindications) {
        const bool blocks = names(rule.blocks, index);
        if (!blocks && !names(rule.cautions, index)) continue;
        const Truth truth = holds(speaker, rule.when);
        if (blocks) blocked = std::max(blocked, truth);
        if (blocks && truth == Truth::unknown) add_open(speaker, rule.when, block_facts);
        if (truth == Truth::no) continue;
        treatment.contraindications.push_back({guide(speaker).id, rule.id, blocks ? Effect::block : Effect::caution,
                                               truth, truth == Truth::yes ? deciding(rule.when) : Ids{},
                                               truth == Truth::unknown ? waiting(speaker, rule.when) : Ids{}});
      }
    }
    if (blocked == Truth::yes)  // A certain block says it all.
      std::erase_if(treatment.contraindications, [](const Contraindication& each) {
        return each.effect != Effect::block || each.truth != Truth::yes;
      });
    return blocked;
  }

  bool names(const std::vector<int>& list, int treatment) const {
    const std::vector<int> line = line_of(treatment);
    return std::any_of(line.begin(), line.end(),
                       [&](int each) { return std::find(list.begin(), list.end(), each) != list.end(); });
  }

  void add_score(const Opinions& line, Treatment& treatment) const {
    Score score;
    const auto strong =
        std::find_if(line.begin(), line.end(), [](const model::Opinion* each) { return each->strength >= 0; });
    if (strong != line.end()) {
      const int points = guide(profile_.rank_by).strengths[(*strong)->strength].points;
      score = {points, points};
      treatment.arguments.push_back({"strength", points, Truth::yes, {}, {}});
    }
    for (auto opinion = line.rbegin(); opinion != line.rend(); ++opinion) {  // Shown from the outermost group in.
      for (const model::Argument& each : (*opinion)->arguments) {
        const Truth truth = truth_of(view_, each.when);
        if (truth == Truth::no) continue;
        const bool certain = truth == Truth::yes;
        score.low += certain ? each.points : std::min(0, each.points);
        score.high += certain ? each.points : std::max(0, each.points);
        Facts open;
        add_facts_behind(view_, each.when, Truth::unknown, open);
        treatment.arguments.push_back({each.id, each.points, truth, deciding(each.when), ids(open)});
      }
    }
    treatment.score = score;
  }

  Position consulted_position(int guide_index, int treatment) const {
    const Opinions line = opinions(guide(guide_index), treatment);
    if (scope(guide_index) == Truth::no) return Position::not_in_scope;
    if (line.empty()) return Position::silent;
    const Truth said = std::min(scope(guide_index), indication(line));
    if (said == Truth::no) return Position::silent;
    if (said == Truth::unknown) return Position::unknown;
    switch (position(line)) {
      case model::Position::favors: return Position::favors;
      case model::Position::against: return Position::against;
      case model::Position::in_package: return Position::in_package;
      case model::Position::no_recommendation: return Position::no_recommendation;
    }
    return Position::unknown;
  }

  // The nearest word on the line, where the guide takes a position for this patient.
  std::string consulted_strength(int guide_index, int treatment) const {
    const Opinions line = opinions(guide(guide_index), treatment);
    if (line.empty() || scope(guide_index) != Truth::yes || indication(line) != Truth::yes) return {};
    for (const model::Opinion* each : line)
      if (each->strength >= 0) return guide(guide_index).strengths[each->strength].word;
    return {};
  }

  // Offered, provisional, deferred; then the low end of the score, its high end, catalogue order.
  void add_ranks() {
    const int most_urgent = static_cast<int>(rules_.vocabulary.care_levels.size()) - 1;
    if (scope(profile_.rank_by) != Truth::yes) return;
    if (outcome_.care && outcome_.care->least == most_urgent) return;
    std::vector<Treatment*> ranked;
    for (Treatment& each : outcome_.treatments)
      if (each.score) ranked.push_back(&each);
    std::stable_sort(ranked.begin(), ranked.end(), [](const Treatment* a, const Treatment* b) {
      return std::tuple{a->verdict, -a->score->low, -a->score->high} <
             std::tuple{b->verdict, -b->score->low, -b->score->high};
    });
    for (std::size_t i = 0; i < ranked.size(); ++i) ranked[i]->rank = static_cast<int>(i) + 1;
    if (!ranked.empty()) add_first(ranked);
  }

  void add_first(const std::vector<Treatment*>& ranked) {
    const Treatment& first = *ranked.front();
    First result{first.id, first.verdict == Verdict::offered, std::nullopt};
    for (const Treatment* other : ranked) {
      if (other == &first) continue;
      const int lead = first.score->low - other->score->high;
      const bool earlier = &first < other;  // Both stand in Outcome::treatments, still in catalogue order.
      if (lead < 0 || (lead == 0 && !earlier)) result.certain = false;
      result.margin = std::min(lead, result.margin.value_or(lead));
    }
    outcome_.certain_first = result;
  }

  void add_scores() {
    for (const int speaker : speakers_)
      for (const model::Score& each : guide(speaker).scores)
        if (scope(speaker) != Truth::no) outcome_.scores.push_back(instrument(each));
  }

  // The band that holds both ends; they part all sums, so there is none only where the ends lie in two.
  Instrument instrument(const model::Score& score) const {
    const Score sum = sum_of(view_, score);
    Instrument result{score.id, sum, score.bands.empty() ? "" : "unknown"};
    for (const model::Band& band : score.bands)
      if (sum.low >= band.low && sum.high <= band.high) result.band = band.id;
    return result;
  }

  void add_conflicts() {
    for (const BrokenClause& each : narrowed_.conflicts)
      outcome_.conflicts.push_back(
          {rules_.vocabulary.consistency[each.clause].id, ids(each.facts), ids(each.set_aside)});
  }

  void add_notices() {
    if (!outcome_.care) outcome_.notices.push_back({"", "care_not_assessed"});
    for (const int speaker : speakers_)
      for (const model::Notice& each : guide(speaker).notices)
        if (scope(speaker) != Truth::no && truth_of(view_, each.when) == Truth::yes)
          outcome_.notices.push_back({guide(speaker).id, each.id});
  }

  const model::RuleSet& rules_;
  const model::Profile& profile_;
  const Narrowed& narrowed_;
  const View view_;
  std::vector<int>
      speakers_;  // Whose red flags, contraindications and notices count: the ranking guide, then the guards.
  Outcome outcome_;
};

}  // namespace

Outcome evaluate(const model::RuleSet& rules, const model::Profile& profile, std::span<const base::Possible> answers) {
  const Narrowed narrowed = narrow(rules.vocabulary, answers);
  return Evaluation{rules, profile, narrowed}.run();
}

}  // namespace vertebra::reference
