#include "load/consistency_loader.hpp"

#include <algorithm>

#include "load/wording.hpp"

namespace vertebra::load {
namespace {

using base::Code;
using model::Clause;
using model::Expression;
using model::Operator;

bool tests_one_fact(const Expression& part) {
  const Expression* test = &part;
  while (test->op == Operator::negation) test = &test->operands.front();
  return test->op == Operator::fact || test->op == Operator::choice || test->op == Operator::comparison;
}

int fact_of(const Expression& part) {
  const Expression* test = &part;
  while (test->op == Operator::negation) test = &test->operands.front();
  return test->fact;
}

// The parts of a conjunction, in written order; a chain has two. The grammar bounds how deep `all` stands in `all`.
void collect_parts(const Expression& expression, std::vector<Expression>& parts) {
  if (expression.op != Operator::all) return parts.push_back(expression);
  for (const Expression& operand : expression.operands) collect_parts(operand, parts);
}

void check_parts(Reading& reading, const Clause& clause) {
  for (const Expression& part : clause.parts)
    if (!tests_one_fact(part))
      reading.reporter.report(
          Code::bad_clause, part.place,
          part.op == Operator::condition
              ? "a consistency rule rests on facts, not on conditions"
              : "each part of `never` must test one fact: a comparison, a choice or a yes-or-no fact",
          "join such parts with `and`; each may have a `not`");
}

void check_set_aside(Reading& reading, const Clause& clause, const Name& name) {
  const bool in_clause = std::any_of(clause.parts.begin(), clause.parts.end(),
                                     [&](const Expression& part) { return fact_of(part) == clause.set_aside; });
  if (!in_clause)
    reading.reporter.report(Code::bad_clause, name.place, ticked(name.text) + " is not a fact of this rule's `never`",
                            "set aside the less serious of the answers that contradict each other");
}

int resolve_fact(Reading& reading, const VocabularyReading& vocabulary, const Name& name) {
  const auto* meaning = vocabulary.table.find(name.text);
  if (meaning && meaning->kind == NameKind::fact) return meaning->index;
  reading.reporter.report(Code::unknown_name, name.place, ticked(name.text) + " is not a fact",
                          help_for_name(name.text, vocabulary.table.names(), reading.reporter));
  return -1;
}

void read_clause(Reading& reading, const VocabularyReading& vocabulary, Fields& item, Clause& clause) {
  const ExpressionContext context{reading.files, vocabulary.model, nullptr, vocabulary.table};
  const auto* never = item.scalar("never", "an expression", Need::required);
  const auto expression = never ? parse_expression(*never, context, reading.reporter) : std::nullopt;
  if (expression) collect_parts(*expression, clause.parts);
  check_parts(reading, clause);
  if (const auto name = item.name("set_aside", Need::required)) {
    clause.set_aside = resolve_fact(reading, vocabulary, *name);
    if (expression && clause.set_aside >= 0) check_set_aside(reading, clause, *name);
  }
  clause.because = item.text("because", Need::required);
}

}  // namespace

void read_consistency(Reading& reading, VocabularyReading& vocabulary, Fields& fields) {
  Ids ids{reading};
  for (const auto* entry : fields.section("consistency")) {
    Fields item{reading, "consistency rule", *entry};
    Clause clause;
    clause.id = entry->key;
    clause.place = entry->place;
    read_clause(reading, vocabulary, item, clause);
    item.close();
    if (ids.add(entry->key, entry->place, "consistency rule"))
      vocabulary.model.consistency.push_back(std::move(clause));
  }
}

}  // namespace vertebra::load
