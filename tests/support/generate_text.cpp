#include "support/generate_text.hpp"

#include "base/text.hpp"

namespace vertebra::generate {
namespace {

using model::Expression;
using model::Operator;

// Writes documents in the rule language, section by section; a section without entries is left out.
class Writer {
 public:
  explicit Writer(const model::RuleSet& rules) : rules_{rules} {}

  std::string vocabulary() const;
  std::string guide(const model::Guide& guide) const;
  std::string profile(const model::Profile& profile) const;
  std::string expression(const Expression& expression) const;
  std::string choices(const base::FactShape& fact, std::uint64_t cells, std::string_view between) const;

 private:
  using Texts = std::vector<std::string>;

  static std::string joined(const Texts& texts, std::string_view between) {
    std::string result;
    for (const std::string& each : texts) {
      if (!result.empty()) result += between;
      result += each;
    }
    return result;
  }
  static std::string entry(std::string_view key, const Texts& values) {
    return std::string{key} + ": {" + joined(values, ", ") + "}\n";
  }
  static std::string section(std::string_view title, const std::string& entries) {
    return entries.empty() ? "" : std::string{title} + ":\n" + entries;
  }
  std::string when(const Expression& condition) const { return "when: \"" + expression(condition) + "\""; }
  std::string treatments(const std::vector<int>& list) const {
    Texts ids;
    for (const int each : list) ids.push_back(rules_.vocabulary.treatments[each].id);
    return "[" + joined(ids, ", ") + "]";
  }
  std::string guides(const std::vector<int>& list) const {
    Texts ids;
    for (const int each : list) ids.push_back(rules_.guides[each].id);
    return "[" + joined(ids, ", ") + "]";
  }
  std::string test(const Expression& test) const;
  std::string fact(const model::Fact& fact) const;
  std::string opinion(const model::Guide& guide, const model::Opinion& opinion) const;
  std::string score(const model::Score& score) const;
  std::string contraindication(const model::Contraindication& rule) const;

  const model::RuleSet& rules_;
};

std::string_view symbol(model::Relation relation) {
  switch (relation) {
    case model::Relation::less: return " < ";
    case model::Relation::less_or_equal: return " <= ";
    case model::Relation::greater: return " > ";
    case model::Relation::greater_or_equal: return " >= ";
  }
  return {};
}

std::string_view position_name(model::Position position) {
  constexpr std::string_view names[] = {"favors", "against", "in_package", "no_recommendation"};
  return names[static_cast<int>(position)];
}

std::string Writer::choices(const base::FactShape& fact, std::uint64_t cells, std::string_view between) const {
  Texts members;
  for (std::size_t i = 0; i < fact.choices.size(); ++i)
    if ((cells >> i & 1) != 0) members.push_back(fact.choices[i]);
  return joined(members, between);
}

std::string Writer::test(const Expression& test) const {
  const base::FactShape& fact = rules_.vocabulary.facts[test.fact].shape;
  if (test.op == Operator::fact) return fact.id;
  if (test.op == Operator::choice) return fact.id + " in (" + choices(fact, test.choices, ", ") + ")";
  const std::string unit = fact.unit.ucum == base::score_unit ? "" : " " + std::string{fact.unit.ucum};
  return fact.id + std::string{symbol(test.relation)} + base::number_text(test.threshold) + unit;
}

std::string Writer::expression(const Expression& expression) const {
  Texts operands;
  for (const Expression& each : expression.operands) operands.push_back(this->expression(each));
  switch (expression.op) {
    case Operator::constant: return expression.value ? "true" : "false";
    case Operator::fact:
    case Operator::choice:
    case Operator::comparison: return test(expression);
    case Operator::condition:
      return expression.guide < 0 ? rules_.vocabulary.conditions[expression.index].id
                                  : rules_.guides[expression.guide].conditions[expression.index].id;
    case Operator::red_flag: return rules_.guides[expression.guide].red_flags[expression.index].id;
    case Operator::score:
      return rules_.guides[expression.guide].scores[expression.index].id + std::string{symbol(expression.relation)} +
             base::number_text(expression.threshold);
    case Operator::negation: return "not (" + operands[0] + ")";
    case Operator::all:
      return operands.size() == 1 ? "all of (" + operands[0] + ")" : "(" + joined(operands, " and ") + ")";
    case Operator::any:
      return operands.size() == 1 ? "any of (" + operands[0] + ")" : "(" + joined(operands, " or ") + ")";
    case Operator::at_least:
      return "at least " + std::to_string(expression.count) + " of (" + joined(operands, ", ") + ")";
  }
  return {};
}

std::string Writer::fact(const model::Fact& fact) const {
  const base::FactShape& shape = fact.shape;
  Texts values{"type: boolean"};
  if (shape.type == base::FactType::choice)
    values = {"type: choice", "of: [" + choices(shape, ~std::uint64_t{0}, ", ") + "]"};
  if (shape.type == base::FactType::quantity)
    values = {"type: quantity", "unit: \"" + std::string{shape.unit.ucum} + "\"",
              "range: [" + base::number_text(shape.min) + ", " + base::number_text(shape.max) + "]"};
  values.push_back("ask: \"" + fact.ask.text + "\"");
  return entry("  " + shape.id, values);
}

std::string Writer::vocabulary() const {
  const model::Vocabulary& words = rules_.vocabulary;
  std::string levels, facts, conditions, clauses, catalogue;
  for (const model::CareLevel& each : words.care_levels) levels += "  " + each.id + ": " + each.label.text + "\n";
  for (const model::Fact& each : words.facts) facts += fact(each);
  for (const model::Condition& each : words.conditions) conditions += entry("  " + each.id, {when(each.when)});
  for (const model::Clause& each : words.consistency) {
    Texts parts;
    for (const Expression& part : each.parts) parts.push_back(expression(part));
    clauses +=
        entry("  " + each.id, {"never: \"" + joined(parts, " and ") + "\"",
                               "set_aside: " + words.facts[each.set_aside].shape.id, "because: " + each.because.text});
  }
  for (const model::Treatment& each : words.treatments) {
    Texts values{"label: " + each.label.text};
    if (each.part_of >= 0) values.push_back("part_of: " + words.treatments[each.part_of].id);
    catalogue += entry("  " + each.id, values);
  }
  return "vocabulary: " + words.id + "\nversion: " + words.version + "\n" + section("care_levels", levels) +
         section("facts", facts) + section("conditions", conditions) + section("consistency", clauses) +
         section("treatments", catalogue);
}

std::string Writer::opinion(const model::Guide& guide, const model::Opinion& opinion) const {
  Texts values;
  if (opinion.position) values.push_back("position: " + std::string{position_name(*opinion.position)});
  if (opinion.strength >= 0) values.push_back("strength: " + guide.strengths[opinion.strength].word);
  if (!opinion.with.empty()) values.push_back("with: " + treatments(opinion.with));
  if (opinion.when) values.push_back(when(*opinion.when));
  values.push_back("source: S1");
  Texts arguments;
  for (const model::Argument& each : opinion.arguments)
    arguments.push_back(each.id + ": {points: " + std::to_string(each.points) + ", " + when(each.when) +
                        ", because: " + each.because.text + ", source: S1}");
  if (!arguments.empty()) values.push_back("arguments: {" + joined(arguments, ", ") + "}");
  return entry("  " + rules_.vocabulary.treatments[opinion.treatment].id, values);
}

std::string Writer::contraindication(const model::Contraindication& rule) const {
  Texts values{when(rule.when)};
  if (!rule.blocks.empty()) values.push_back("blocks: " + treatments(rule.blocks));
  if (!rule.cautions.empty()) values.push_back("cautions: " + treatments(rule.cautions));
  values.push_back("because: " + rule.because.text);
  values.push_back("source: S1");
  return entry("  " + rule.id, values);
}

std::string Writer::score(const model::Score& score) const {
  Texts members;
  for (const model::ScoreMember& each : score.sum)
    members.push_back(each.id + ": {points: " + std::to_string(each.points) + ", " + when(each.when) + "}");
  Texts values{"sum: {" + joined(members, ", ") + "}"};
  Texts bands;
  for (const model::Band& each : score.bands)
    bands.push_back(each.id + ": " + std::to_string(each.low) + " .. " + std::to_string(each.high));
  if (!bands.empty()) values.push_back("bands: {" + joined(bands, ", ") + "}");
  values.push_back("source: S1");
  return entry("  " + score.id, values);
}

std::string Writer::guide(const model::Guide& guide) const {
  std::string sources, strengths, conditions, flags, scores, opinions, rules, notices;
  for (const model::Source& each : guide.sources) sources += entry("  " + each.id, {"says: " + each.says.text});
  for (const model::Strength& each : guide.strengths)
    strengths += "  " + each.word + ": " + std::to_string(each.points) + "\n";
  for (const model::Condition& each : guide.conditions)
    conditions += entry("  " + each.id, {when(each.when), "source: S1"});
  for (const model::RedFlag& each : guide.red_flags)
    flags += entry("  " + each.id, {"level: " + rules_.vocabulary.care_levels[each.level].id, when(each.when),
                                    "because: " + each.because.text, "source: S1"});
  for (const model::Score& each : guide.scores) scores += score(each);
  for (const model::Opinion& each : guide.opinions) opinions += opinion(guide, each);
  for (const model::Contraindication& each : guide.contraindications) rules += contraindication(each);
  for (const model::Notice& each : guide.notices) {
    Texts values{"says: " + each.says.text, "source: S1"};
    if (each.when) values.push_back(when(*each.when));
    notices += entry("  " + each.id, values);
  }
  return "guide: " + guide.id + "\nversion: " + guide.version + "\ntitle: " + guide.title.text +
         "\nuses: " + rules_.vocabulary.id + "\n" +
         (guide.scope ? "scope: \"" + expression(*guide.scope) + "\"\n" : "") + section("sources", sources) +
         section("strengths", strengths) + section("conditions", conditions) + section("red_flags", flags) +
         section("scores", scores) + section("treatments", opinions) + section("contraindications", rules) +
         section("notices", notices);
}

std::string Writer::profile(const model::Profile& profile) const {
  std::string result = "profile: " + profile.id + "\nrank_by: " + rules_.guides[profile.rank_by].id + "\n";
  if (!profile.guards.empty()) result += "guards: " + guides(profile.guards) + "\n";
  if (!profile.consult.empty()) result += "consult: " + guides(profile.consult) + "\n";
  if (profile.defer_from >= 0)
    result += "defer: {by: " + guides(profile.defer_by) +
              ", from: " + rules_.vocabulary.care_levels[profile.defer_from].id + "}\n";
  return result;
}

std::string answer_text(const Writer& writer, const base::FactShape& fact, const base::Possible& answer) {
  if (fact.type == base::FactType::boolean) return answer.cells == 2 ? "yes" : "no";
  if (fact.type == base::FactType::choice) return writer.choices(fact, answer.cells, " or ");
  const std::string low = base::number_text(answer.low);
  return answer.low == answer.high ? low : low + " .. " + base::number_text(answer.high);
}

}  // namespace

std::string to_text(const model::RuleSet& rules, const Expression& expression) {
  return Writer{rules}.expression(expression);
}

std::string to_text(const model::RuleSet& rules, const model::Profile& profile) {
  return Writer{rules}.profile(profile);
}

std::string to_text(const model::RuleSet& rules) {
  std::string result = Writer{rules}.vocabulary();
  for (const model::Guide& each : rules.guides) result += Writer{rules}.guide(each);
  return result;
}

std::string to_text(const model::Vocabulary& vocabulary, std::span<const base::Possible> answers) {
  const model::RuleSet rules;
  const Writer writer{rules};
  std::string result = "{";
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (!answers[i].known) continue;
    const base::FactShape& fact = vocabulary.facts[i].shape;
    result += (result.size() > 1 ? ", " : "") + fact.id + ": " + answer_text(writer, fact, answers[i]);
  }
  return result + "}";
}

}  // namespace vertebra::generate
