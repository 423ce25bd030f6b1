#include "check/guide_parts.hpp"

namespace vertebra::check {

std::vector<const model::Expression*> expressions_of(const model::Guide& guide) {
  std::vector<const model::Expression*> found;
  const auto add = [&](const model::Expression& expression) { found.push_back(&expression); };
  const auto add_if_there = [&](const std::optional<model::Expression>& expression) {
    if (expression) add(*expression);
  };
  add_if_there(guide.scope);
  for (const model::Condition& condition : guide.conditions) add(condition.when);
  for (const model::RedFlag& flag : guide.red_flags) add(flag.when);
  for (const model::Opinion& opinion : guide.opinions) {
    add_if_there(opinion.when);
    for (const model::Argument& argument : opinion.arguments) add(argument.when);
  }
  for (const model::Contraindication& reason : guide.contraindications) add(reason.when);
  for (const model::Notice& notice : guide.notices) add_if_there(notice.when);
  for (const model::Score& score : guide.scores)
    for (const model::ScoreMember& member : score.sum) add(member.when);
  for (const model::Property& property : guide.properties)
    for (const model::Expression* rule : model::rules_in(property)) add(*rule);
  return found;
}

}  // namespace vertebra::check
