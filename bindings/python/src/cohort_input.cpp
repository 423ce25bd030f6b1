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

std::string described(const InputColumn& column) { return "column `" + column.name + "` (" + column.type + ")"; }

Diagnostic with_place(const std::string& place, Diagnostic problem) {
  problem.message = place + ": " + problem.message;
  return problem;
}

void check_shape(const std::vector<InputColumn>& columns) {
  std::set<std::string_view> seen;
  for (const InputColumn& column : columns) {
    if (!seen.insert(column.name).second) throw std::invalid_argument{described(column) + " is there twice"};
    if (column.size() == columns.front().size()) continue;
    throw std::invalid_argument{described(column) + " has " + std::to_string(column.size()) + " rows, and " +
                                described(columns.front()) + " has " + std::to_string(columns.front().size())};
  }
}

// Whether a column of this kind can answer the fact at all, seen from the engine's own refusal.
Status fits(Patient& patient, FactId fact, const InputColumn& column, FactKind kind) {
  if (std::holds_alternative<Booleans>(column.cells) && kind != FactKind::boolean) return patient.set(fact, true);
  if (std::holds_alternative<Numbers>(column.cells) && kind != FactKind::quantity)
    return patient.set(fact, quantity(0, {}));
  return {};
}

}  // namespace

CohortInput::CohortInput(const SharedEngine& engine, std::vector<InputColumn> columns)
    : columns_{std::move(columns)}, rows_{columns_.empty() ? 0 : columns_.front().size()} {
  check_shape(columns_);
  std::vector<Diagnostic> problems;
  Patient patient{engine.engine()};
  for (const InputColumn& column : columns_) {
    const auto fact = engine.engine().fact(column.name);
    facts_.push_back(fact.value_or(FactId{}));
    const Status status = fact ? fits(patient, *fact, column, engine.kind(*fact)) : patient.set(column.name, Unknown{});
    if (!status) problems.push_back(with_place(described(column), status.problem()));
  }
  if (!problems.empty()) throw Refused{"CohortError", std::move(problems)};
  find_values(engine);
}

void CohortInput::find_values(const SharedEngine& engine) {
  const std::vector<FactInfo> known = facts(engine.engine().rule_set());
  Patient patient{engine.engine()};
  values_.resize(columns_.size());
  for (std::size_t index = 0; index < columns_.size(); ++index) {
    kinds_.push_back(engine.kind(facts_[index]));
    const auto* const codes = std::get_if<Codes>(&columns_[index].cells);
    if (codes == nullptr) continue;
    for (const Given& given : codes->values())
      values_[index].push_back(value_of(patient, facts_[index], known[facts_[index].index], given));
  }
}

// A text is read by the library; what it writes for the answer tells whether that is a single one.
CohortInput::Value CohortInput::value_of(Patient& patient, FactId id, const FactInfo& fact, const Given& given) {
  if (const auto* amount = std::get_if<double>(&given))
    return {.alone = fact.kind != FactKind::quantity, .number = *amount};
  patient.clear();
  if (!set_given(patient, id, given)) return {.alone = true};
  const std::string said = to_yaml(patient);
  if (said == "{}\n") return {};
  const std::size_t begin = fact.id.size() + 2;  // Behind "fever: ".
  const std::string_view answer = std::string_view{said}.substr(begin, said.size() - begin - 1);
  if (fact.kind == FactKind::boolean && (answer == "yes" || answer == "no")) return {.code = answer == "yes" ? 1 : 0};
  const auto choice = std::ranges::find(fact.choices, answer);
  if (choice == fact.choices.end()) return {.alone = true};
  return {.code = static_cast<std::int32_t>(choice - fact.choices.begin())};
}

void CohortInput::read(std::size_t begin, std::size_t count, Block& block) const {
  block.booleans.resize(columns_.size());
  block.numbers.resize(columns_.size());
  block.codes.resize(columns_.size());
  for (std::size_t index = 0; index < columns_.size(); ++index) {
    if (const auto* booleans = std::get_if<Booleans>(&columns_[index].cells)) {
      block.booleans[index].resize(count);
      booleans->read(begin, count, block.booleans[index].data());
    } else if (const auto* numbers = std::get_if<Numbers>(&columns_[index].cells)) {
      block.numbers[index].resize(count);
      numbers->read(begin, count, block.numbers[index].data());
    } else {
      block.codes[index].resize(count);
      std::get<Codes>(columns_[index].cells).rows.read(begin, count, block.codes[index].data());
    }
  }
}

vertebra::CohortColumns CohortInput::columns(std::size_t begin, std::size_t count, Block& block,
                                             std::vector<std::size_t>& alone) const {
  block.booleans.resize(columns_.size());
  block.numbers.resize(columns_.size());
  block.codes.resize(columns_.size());
  vertebra::CohortColumns result{count, {}};
  for (std::size_t index = 0; index < columns_.size(); ++index)
    result.facts.push_back(column(index, begin, count, block, alone));
  return result;
}

vertebra::Column CohortInput::column(std::size_t index, std::size_t begin, std::size_t count, Block& block,
                                     std::vector<std::size_t>& alone) const {
  if (const auto* booleans = std::get_if<Booleans>(&columns_[index].cells)) {
    if (const auto there = booleans->in_place(begin, count)) {
      if (there->bytes == nullptr) return {facts_[index], there->bits, there->validity};
      return {facts_[index], std::span{there->bytes, count}, there->validity};
    }
    block.booleans[index].resize(count);
    booleans->read(begin, count, block.booleans[index].data());
    return {facts_[index], std::span<const std::int8_t>{block.booleans[index]}};
  }
  if (const auto* numbers = std::get_if<Numbers>(&columns_[index].cells)) {
    if (const auto there = numbers->in_place(begin, count))
      return {facts_[index], std::span{there->numbers, count}, there->validity};
    block.numbers[index].resize(count);
    numbers->read(begin, count, block.numbers[index].data());
    return {facts_[index], std::span<const double>{block.numbers[index]}};
  }
  return coded(index, begin, count, block, alone);
}

vertebra::Column CohortInput::coded(std::size_t index, std::size_t begin, std::size_t count, Block& block,
                                    std::vector<std::size_t>& alone) const {
  std::vector<std::int32_t>& codes = block.codes[index];
  codes.resize(count);
  std::get<Codes>(columns_[index].cells).rows.read(begin, count, codes.data());
  block.booleans[index].resize(kinds_[index] == FactKind::boolean ? count : 0);
  block.numbers[index].resize(kinds_[index] == FactKind::quantity ? count : 0);
  constexpr Value unknown;
  for (std::size_t row = 0; row < count; ++row) {
    const Value& value = codes[row] == missing_code ? unknown : values_[index][static_cast<std::size_t>(codes[row])];
    if (value.alone) alone.push_back(row);
    if (kinds_[index] == FactKind::boolean) block.booleans[index][row] = static_cast<std::int8_t>(value.code);
    if (kinds_[index] == FactKind::quantity) block.numbers[index][row] = value.number;
    codes[row] = value.code;
  }
  if (kinds_[index] == FactKind::boolean) return {facts_[index], std::span<const std::int8_t>{block.booleans[index]}};
  if (kinds_[index] == FactKind::quantity) return {facts_[index], std::span<const double>{block.numbers[index]}};
  return {facts_[index], std::span<const std::int32_t>{codes}};
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
