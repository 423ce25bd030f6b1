#include <vertebra/cohort.hpp>

#include <algorithm>
#include <string>
#include <thread>

#include "api/state.hpp"
#include "base/reporter.hpp"
#include "eval/cohort_executor.hpp"

namespace vertebra {
namespace {

using base::Code;
using base::FactType;

std::size_t size_of(const Column& column, std::size_t rows) {
  if (const auto* yes_no = std::get_if<Column::YesNo>(&column.values)) return yes_no->size();
  if (const auto* numbers = std::get_if<Column::Numbers>(&column.values)) return numbers->size();
  if (const auto* choices = std::get_if<Column::Choices>(&column.values)) return choices->size();
  return std::get<Bitmap>(column.values).bits == nullptr ? 0 : rows;
}

FactType type_of(const Column& column) {
  if (std::holds_alternative<Column::Numbers>(column.values)) return FactType::quantity;
  if (std::holds_alternative<Column::Choices>(column.values)) return FactType::choice;
  return FactType::boolean;
}

// What a column of the fact's type holds.
std::string needed(const base::FactShape& fact) {
  switch (fact.type) {
    case FactType::boolean: return "a column of it holds 1 for yes, 0 for no and -1 for unknown, or bits";
    case FactType::quantity:
      return "a column of it holds numbers in `" + std::string{fact.unit.ucum} +
             "` that a patient file could hold too, or NaN for unknown";
    case FactType::choice: break;
  }
  return "a column of it holds places in its list of choices, 0 to " + std::to_string(fact.choices.size() - 1) +
         ", or -1 for unknown";
}

std::vector<CohortProblem> wrong_columns(const RuleSet::State& rules, const CohortColumns& columns) {
  std::vector<CohortProblem> problems;
  std::vector<std::uint8_t> seen(rules.shapes.size(), 0);
  const auto report = [&](const Column& column, Code code, std::string message, std::string help) {
    problems.push_back({0, column.fact, base::make_diagnostic(code, std::move(message), std::move(help))});
  };
  for (const Column& column : columns.facts) {
    const std::uint32_t fact = column.fact.index;
    if (fact >= rules.shapes.size()) {
      report(column, Code::unknown_fact, "`fact " + std::to_string(fact) + "` is not a fact of this rule set", {});
      continue;
    }
    const base::FactShape& shape = rules.shapes[fact];
    const std::size_t size = size_of(column, columns.rows);
    if (seen[fact]++ != 0)
      report(column, Code::wrong_answer_type, "`" + shape.id + "` has two columns", "give each fact one column");
    if (type_of(column) != shape.type) {
      report(column, Code::wrong_answer_type, "the column of `" + shape.id + "` has another type than the fact",
             needed(shape));
    } else if (size != columns.rows) {
      report(column, Code::wrong_answer_type,
             "the column of `" + shape.id + "` has " + std::to_string(size) + " rows instead of " +
                 std::to_string(columns.rows),
             "give every column all rows");
    }
  }
  return problems;
}

CohortProblem bad_value(const RuleSet::State& rules, const CohortColumns& columns, eval::ColumnReader::Bad bad) {
  const FactId fact = columns.facts[bad.column].fact;
  const base::FactShape& shape = rules.shapes[fact.index];
  return {bad.row, fact,
          base::make_diagnostic(Code::answer_out_of_range,
                                "row " + std::to_string(bad.row) + " of `" + shape.id + "` holds no value of the fact",
                                needed(shape))};
}

std::size_t block_of(const eval::CohortPlan& plan, const CohortOptions& options) {
  const std::size_t rows = options.block_rows == 0 ? plan.rows_a_block() : options.block_rows;
  return (std::max<std::size_t>(rows, 1) + 63) / 64 * 64;
}

}  // namespace

std::vector<CohortProblem> evaluate_cohort(const Engine& engine, const CohortColumns& columns, Date as_of,
                                           const CohortSpans& into, const CohortOptions& options) {
  const RuleSet::State& rules = engine.rule_set().state();
  std::vector<CohortProblem> problems = wrong_columns(rules, columns);
  if (!problems.empty()) return problems;
  const eval::CohortPlan plan{rules.image};
  const std::size_t threads = std::clamp<std::size_t>(options.threads, 1, std::max<std::size_t>(columns.rows, 1));
  std::vector<std::vector<eval::ColumnReader::Bad>> bad(threads);
  const auto work = [&](std::size_t part) {
    eval::CohortExecutor executor{plan, rules.shapes, columns, into, block_of(plan, options)};
    executor.run(columns.rows * part / threads, columns.rows * (part + 1) / threads, as_of);
    bad[part] = executor.bad();
  };
  {
    std::vector<std::jthread> others;
    for (std::size_t part = 1; part < threads; ++part) others.emplace_back(work, part);
    work(0);
  }
  for (const auto& part : bad) {
    for (const eval::ColumnReader::Bad each : part) problems.push_back(bad_value(rules, columns, each));
  }
  std::ranges::stable_sort(problems, {}, &CohortProblem::row);
  return problems;
}

CohortOutcome evaluate_cohort(const Engine& engine, const CohortColumns& columns, Date as_of, const CohortParts& parts,
                              const CohortOptions& options) {
  CohortOutcome outcome;
  outcome.as_of_ = as_of;
  outcome.rows_ = columns.rows;
  const std::size_t cells = columns.rows * engine.rule_set().state().image.treatments.size();
  CohortSpans into;
  const auto own = [](auto& memory, auto& span, std::size_t size) {
    memory.resize(size);
    span = memory;
  };
  if (parts.care) {
    own(outcome.care_least_, into.care_least, columns.rows);
    own(outcome.care_most_, into.care_most, columns.rows);
  }
  if (parts.conflicts) own(outcome.conflicts_, into.conflicts, columns.rows);
  if (parts.verdicts) own(outcome.verdicts_, into.verdicts, cells);
  if (parts.causes) own(outcome.causes_, into.causes, cells);
  if (parts.scores) {
    own(outcome.score_low_, into.score_low, cells);
    own(outcome.score_high_, into.score_high, cells);
  }
  if (parts.ranks) own(outcome.ranks_, into.ranks, cells);
  outcome.problems_ = evaluate_cohort(engine, columns, as_of, into, options);
  return outcome;
}

Patient patient_of(const Engine& engine, const CohortColumns& columns, std::size_t row) {
  Patient patient{engine};
  for (const Column& column : columns.facts) {
    const base::FactShape& shape = engine.rule_set().state().shapes[column.fact.index];
    static_cast<void>(patient.set(column.fact, eval::answer_at(shape, column, row)));
  }
  return patient;
}

}  // namespace vertebra
