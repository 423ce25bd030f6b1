#include "plan.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "model/line.hpp"
#include "network.hpp"

namespace peers {
namespace {

namespace model = vertebra::model;

class Planner {
 public:
  Planner(const model::RuleSet& rules, const model::Profile& profile)
      : rules_{rules}, profile_{profile}, network_{rules}, guides_{profile.rank_by} {
    guides_.insert(guides_.end(), profile.guards.begin(), profile.guards.end());
  }

  Plan make() {
    plan_.profile = profile_.id;
    plan_.levels = static_cast<int>(rules_.vocabulary.care_levels.size());
    plan_.scope = network_.scope(profile_.rank_by);
    add_red_flags();
    add_opinions();
    for (int i = 0; i < static_cast<int>(rules_.vocabulary.treatments.size()); ++i) {
      if (!rules_.vocabulary.treatments[static_cast<std::size_t>(i)].is_group) add_treatment(i);
    }
    network_.finish(plan_);
    return std::move(plan_);
  }

 private:
  const model::Guide& guide(int index) const { return rules_.guides[static_cast<std::size_t>(index)]; }

  void add_red_flags() {
    for (const int each : guides_) {
      if (guide(each).red_flags.empty()) continue;
      plan_.scopes.push_back(network_.scope(each));
      const bool defers_by =
          profile_.defer_from >= 0 && std::ranges::find(profile_.defer_by, each) != profile_.defer_by.end();
      for (int i = 0; const model::RedFlag& flag : guide(each).red_flags) {
        plan_.red_flags.push_back(
            {network_.red_flag(each, i++), flag.level, defers_by && flag.level >= profile_.defer_from});
      }
    }
  }

  // In written order, so that plan_.opinions and the guide's own list are parallel.
  void add_opinions() {
    for (const model::Opinion& each : guide(profile_.rank_by).opinions) {
      Opinion opinion;
      opinion.id = rules_.vocabulary.treatments[static_cast<std::size_t>(each.treatment)].id;
      if (each.when) opinion.indication.push_back(network_.compile(*each.when, "right_for_" + opinion.id));
      for (const model::Argument& argument : each.arguments) {
        opinion.arguments.push_back({network_.compile(argument.when, opinion.id + "_" + argument.id), argument.points});
      }
      plan_.opinions.push_back(std::move(opinion));
    }
  }

  void add_treatment(int index) {
    const model::Guide& ranking = guide(profile_.rank_by);
    const std::vector<int> line = model::line_of(rules_.vocabulary, index);
    const auto found = model::Opinions{ranking, rules_.vocabulary.treatments.size()}.on(line);
    if (found.silent) return;
    Treatment treatment;
    treatment.id = rules_.vocabulary.treatments[static_cast<std::size_t>(index)].id;
    treatment.position = found.position;
    if (found.strength >= 0) treatment.base = ranking.strengths[static_cast<std::size_t>(found.strength)].points;
    for (const model::Opinion* each : found.opinions)
      treatment.opinions.push_back(static_cast<int>(each - ranking.opinions.data()));
    for (const int each : guides_) add_blocks(each, line, treatment);
    plan_.treatments.push_back(std::move(treatment));
  }

  void add_blocks(int index, const std::vector<int>& line, Treatment& treatment) {
    for (const model::Contraindication& each : guide(index).contraindications) {
      const bool blocks =
          std::ranges::any_of(each.blocks, [&](int blocked) { return std::ranges::find(line, blocked) != line.end(); });
      if (blocks) treatment.blocks.push_back(network_.scoped(index, each.when, each.id));
    }
  }

  const model::RuleSet& rules_;
  const model::Profile& profile_;
  Network network_;
  std::vector<int> guides_;  // Those whose rules act.
  Plan plan_;
};

}  // namespace

void fail(const std::string& message) {
  std::fputs((message + "\n").c_str(), stderr);
  std::exit(1);
}

Plan make_plan(const model::RuleSet& rules, const model::Profile& profile) { return Planner{rules, profile}.make(); }

std::vector<Literal> outputs(const Plan& plan) {
  std::vector<Literal> result{plan.scope};
  result.insert(result.end(), plan.scopes.begin(), plan.scopes.end());
  for (const RedFlag& each : plan.red_flags) result.push_back(each.holds);
  for (const Opinion& each : plan.opinions) {
    result.insert(result.end(), each.indication.begin(), each.indication.end());
    for (const Argument& argument : each.arguments) result.push_back(argument.when);
  }
  for (const Treatment& each : plan.treatments) result.insert(result.end(), each.blocks.begin(), each.blocks.end());
  for (Literal& each : result) each.negated = false;
  std::ranges::sort(result);
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

}  // namespace peers
