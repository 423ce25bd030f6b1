#include "cohort_input.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <string_view>

#include "refused.hpp"

namespace vertebra::python {
namespace {

Status set_given(Patient& patient, FactId fact, const Given& given) {
  if (const auto* yes = std::get_if<bool>(&given)) return patient.set(fact, *yes);
  if (const auto* amount = std::get_if<double>(&given)) return patient.set(fact, quantity(*amount, {}));
  return patient.set_text(fact, std::get<std::string>(given));
}

std::string described(const Column& column) { return "column `" + column.name + "` (" + column.type + ")"; }

Diagnostic with_place(const std::string& place, Diagnostic problem) {
  problem.message = place + ": " + problem.message;
  return problem;
}

void check_shape(const std::vector<Column>& columns) {
  std::set<std::string_view> seen;
  for (const Column& column : columns) {
    if (!seen.insert(column.name).second) throw std::invalid_argument{described(column) + " is there twice"};
    if (column.size() == columns.front().size()) continue;
    throw std::invalid_argument{described(column) + " has " + std::to_string(column.size()) + " rows, and " +
                                described(columns.front()) + " has " + std::to_string(columns.front().size())};
  }
}

// Whether a column of this kind can answer the fact at all, seen from the engine's own refusal.
Status fits(Patient& patient, FactId fact, const Column& column, FactKind kind) {
  if (std::holds_alternative<Booleans>(column.cells) && kind != FactKind::boolean) return patient.set(fact, true);
  if (std::holds_alternative<Numbers>(column.cells) && kind != FactKind::quantity)
    return patient.set(fact, quantity(0, {}));
  return {};
}

}  // namespace

CohortInput::CohortInput(const SharedEngine& engine, std::vector<Column> columns)
    : columns_{std::move(columns)}, rows_{columns_.empty() ? 0 : columns_.front().size()} {
  check_shape(columns_);
  std::vector<Diagnostic> problems;
  Patient patient{engine.engine()};
  for (const Column& column : columns_) {
    const auto fact = engine.engine().fact(column.name);
    facts_.push_back(fact.value_or(FactId{}));
    const Status status = fact ? fits(patient, *fact, column, engine.kind(*fact)) : patient.set(column.name, Unknown{});
    if (!status) problems.push_back(with_place(described(column), status.problem()));
  }
  if (!problems.empty()) throw Refused{"CohortError", std::move(problems)};
}

void CohortInput::read(std::size_t begin, std::size_t count, Block& block) const {
  block.booleans.resize(columns_.size());
  block.numbers.resize(columns_.size());
  block.codes.resize(columns_.size());
  for (std::size_t index = 0; index < columns_.size(); ++index) {
    if (const auto* booleans = std::get_if<Booleans>(&columns_[index].cells)) {
      block.booleans[index].resize(block_rows);
      booleans->read(begin, count, block.booleans[index].data());
    } else if (const auto* numbers = std::get_if<Numbers>(&columns_[index].cells)) {
      block.numbers[index].resize(block_rows);
      numbers->read(begin, count, block.numbers[index].data());
    } else {
      block.codes[index].resize(block_rows);
      std::get<Codes>(columns_[index].cells).rows.read(begin, count, block.codes[index].data());
    }
  }
}

Status CohortInput::answer(const Block& block, std::size_t column, std::size_t row, Patient& patient) const {
  const FactId fact = facts_[column];
  if (std::holds_alternative<Booleans>(columns_[column].cells)) {
    const std::int8_t cell = block.booleans[column][row];
    return cell == missing_boolean ? Status{} : patient.set(fact, cell != 0);
  }
  if (std::holds_alternative<Numbers>(columns_[column].cells)) {
    const double cell = block.numbers[column][row];
    return std::isnan(cell) ? Status{} : patient.set(fact, quantity(cell, {}));
  }
  const std::int32_t cell = block.codes[column][row];
  if (cell == missing_code) return {};
  return set_given(patient, fact, std::get<Codes>(columns_[column].cells).values()[static_cast<std::size_t>(cell)]);
}

void CohortInput::record(const Block& block, std::size_t begin, std::size_t row, Patient& patient,
                         std::vector<CellProblem>& problems) const {
  patient.clear();
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    const Status status = answer(block, column, row, patient);
    if (status) continue;
    const std::string place = "row " + std::to_string(begin + row) + " of " + described(columns_[column]);
    problems.push_back({begin + row, column, with_place(place, status.problem())});
  }
}

}  // namespace vertebra::python
