#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/rule_set.hpp"

// Small rule sets built by hand, without a loader. Everything added stands on its own line of one file, in the order of
// adding, so that places can be told apart.
namespace vertebra::test {

model::Expression fact_is_yes(int fact);
model::Expression choice_is(int fact, std::uint64_t choices);
model::Expression compare(int fact, model::Relation relation, double threshold, int parameter = -1);
model::Expression condition(int guide, int index);  // Guide -1: shared.
model::Expression red_flag(int guide, int index);
model::Expression score(int guide, int index, model::Relation relation, int threshold);
model::Expression negation(model::Expression operand);
model::Expression all_of(std::vector<model::Expression> operands);
model::Expression any_of(std::vector<model::Expression> operands);
model::Expression at_least(int count, std::vector<model::Expression> operands);

class ModelBuilder {
 public:
  ModelBuilder();

  // Each returns the index of what was added in its list.
  int boolean(std::string id);
  int quantity(std::string id, std::string_view unit, double min, double max);
  int choices(std::string id, std::vector<std::string> members);
  int shared_condition(std::string id, model::Expression when);
  int care_level(std::string id);
  int treatment(std::string id, int part_of = -1);

  int guide(std::string id);
  int source(int guide, std::string id);
  int parameter(int guide, std::string id, double value, std::string_view unit);
  int strength(int guide, std::string word, int points);
  int condition(int guide, std::string id, model::Expression when);
  int red_flag(int guide, std::string id, int level, model::Expression when);
  int score(int guide, std::string id, std::vector<std::pair<int, model::Expression>> members);
  int opinion(int guide, int treatment, int strength = -1, std::optional<model::Expression> when = {});
  int argument(int guide, int opinion, std::string id, int points, model::Expression when);
  int contraindication(int guide, std::string id, model::Expression when, std::vector<int> blocks,
                       std::vector<int> cautions = {});
  int notice(int guide, std::string id, std::optional<model::Expression> when = {});

  model::Guide& guide_at(int guide) { return rules_.guides[static_cast<std::size_t>(guide)]; }
  model::RuleSet& rules() { return rules_; }
  const model::RuleSet& rules() const { return rules_; }

 private:
  base::Place next_place(std::string_view id);

  model::RuleSet rules_;
  int line_ = 0;
};

}  // namespace vertebra::test
