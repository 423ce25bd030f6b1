#include "load/red_flag_loader.hpp"

#include "load/score_loader.hpp"

namespace vertebra::load {
namespace {

using document::Entry;
using document::Node;

// An expression that waits until all names are known, and the rule that it belongs to.
template <class Rule>
using Waiting = std::vector<std::pair<Rule, const Node*>>;

template <class Rule>
void add(GuideReading& guide, const Entry& entry, std::string_view kind, NameKind name_kind, Rule rule,
         const Node* when, Waiting<Rule>& rules) {
  if (!guide.names.add_unreserved(entry.key, entry.place, kind)) return;
  guide.table.add(entry.key, {name_kind, guide.index, static_cast<int>(rules.size())});
  rules.emplace_back(std::move(rule), when);
}

template <class Rule>
std::vector<Rule> parse_all(GuideReading& guide, Waiting<Rule> waiting) {
  std::vector<Rule> rules;
  for (auto& [rule, when] : waiting) {
    if (auto expression = guide.parse(when)) rule.when = std::move(*expression);
    rules.push_back(std::move(rule));
  }
  return rules;
}

Waiting<model::Condition> read_conditions(GuideReading& guide) {
  Waiting<model::Condition> conditions;
  for (const Entry* entry : guide.fields.section("conditions")) {
    Fields item{guide.reading, "condition", *entry};
    model::Condition condition{entry->key, entry->place, {}, {}};
    const Node* when = item.scalar("when", "an expression", Need::required);
    condition.sources = guide.cite(item, Basis::rule, Need::optional);
    item.close();
    add(guide, *entry, "condition", NameKind::condition, std::move(condition), when, conditions);
  }
  return conditions;
}

Waiting<model::RedFlag> read_red_flags(GuideReading& guide) {
  Waiting<model::RedFlag> red_flags;
  for (const Entry* entry : guide.fields.section("red_flags")) {
    Fields item{guide.reading, "red flag", *entry};
    model::RedFlag red_flag;
    red_flag.id = entry->key;
    red_flag.place = entry->place;
    red_flag.level = guide.level(item, "level", Need::required);
    const Node* when = item.scalar("when", "an expression", Need::required);
    red_flag.because = item.text("because", Need::required);
    red_flag.sources = guide.cite(item, Basis::rule);
    item.close();
    add(guide, *entry, "red flag", NameKind::red_flag, std::move(red_flag), when, red_flags);
  }
  return red_flags;
}

}  // namespace

void read_conditions_red_flags_and_scores(GuideReading& guide) {
  auto conditions = read_conditions(guide);
  auto red_flags = read_red_flags(guide);
  const auto members = read_scores(guide);
  guide.guide.conditions = parse_all(guide, std::move(conditions));
  guide.guide.red_flags = parse_all(guide, std::move(red_flags));
  parse_scores(guide, members);
}

}  // namespace vertebra::load
