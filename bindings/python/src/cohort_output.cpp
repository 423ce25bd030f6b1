#include "cohort_output.hpp"

#include <algorithm>
#include <limits>
#include <span>

#include <pybind11/pybind11.h>

#include <vertebra/vocabulary.hpp>

namespace vertebra::python {
namespace {

constexpr int max_labels = std::numeric_limits<std::int8_t>::max();

std::vector<std::string> checked(std::vector<std::string> labels) {
  if (std::ssize(labels) <= max_labels) return labels;
  throw pybind11::value_error{"more than 127 labels do not fit a column of a cohort"};
}

std::vector<std::string> level_ids(const RuleSet& rule_set) {
  std::vector<std::string> result;
  for (const CareLevel& level : care_levels(rule_set)) result.emplace_back(level.id);
  return checked(std::move(result));
}

std::vector<std::string> treatment_ids(const RuleSet& rule_set) {
  const auto ids = ranked_treatments(rule_set);
  return checked({ids.begin(), ids.end()});
}

std::vector<std::string> words(std::initializer_list<std::string_view> words) { return {words.begin(), words.end()}; }

std::int8_t code(auto value) { return static_cast<std::int8_t>(value); }

// As TreatmentAdvice::score has it.
bool has_score(Verdict verdict, Cause cause) { return verdict != Verdict::withheld || cause == Cause::deferred; }

// Which treatment has rank 1 in each row; -1 for none.
void write_first(std::size_t count, std::span<const std::uint16_t> ranks, std::int8_t* firsts) {
  std::fill_n(firsts, count, std::int8_t{-1});
  for (std::size_t treatment = 0; treatment < ranks.size() / count; ++treatment)
    for (std::size_t row = 0; row < count; ++row)
      if (ranks[treatment * count + row] == 1) firsts[row] = code(treatment);
}

}  // namespace

OutputColumn& CohortOutput::add(std::string name, Meaning meaning) {
  OutputColumn column;
  column.name = std::move(name);
  column.meaning = meaning;
  if (meaning == Meaning::number) {
    column.numbers.resize(columns_->rows);
  } else {
    column.codes.resize(columns_->rows);
  }
  return columns_->columns.emplace_back(std::move(column));
}

CohortOutput::CohortOutput(const RuleSet& rule_set, ResultParts parts, std::size_t rows)
    : parts_{parts}, columns_{std::make_shared<ResultColumns>()} {
  columns_->rows = rows;
  if (parts.care) {
    add("care.least", Meaning::label).labels = level_ids(rule_set);
    add("care.most", Meaning::label).labels = level_ids(rule_set);
  }
  if (parts.first) add("first", Meaning::label).labels = treatment_ids(rule_set);
  if (parts.certain) add("first.certain", Meaning::boolean);
  if (parts.conflicts) add("conflict", Meaning::boolean);
  first_treatment_ = columns_->columns.size();
  add_treatments(rule_set);
}

void CohortOutput::add_treatments(const RuleSet& rule_set) {
  using enum Verdict;
  using enum Cause;
  for (const std::string_view treatment : ranked_treatments(rule_set)) {
    const std::string id{treatment};
    if (parts_.verdicts) {
      add(id + ".verdict", Meaning::label).labels =
          words({to_string(offered), to_string(provisional), to_string(withheld)});
    }
    if (parts_.causes) {
      add(id + ".cause", Meaning::label).labels =
          words({to_string(not_in_scope), to_string(against), to_string(no_recommendation), to_string(blocked),
                 to_string(not_indicated), to_string(deferred)});
    }
    if (parts_.scores) {
      add(id + ".score.low", Meaning::number);
      add(id + ".score.high", Meaning::number);
    }
    if (parts_.ranks) add(id + ".rank", Meaning::number);
  }
  columns_a_treatment_ =
      (parts_.verdicts ? 1 : 0) + (parts_.causes ? 1 : 0) + (parts_.scores ? 2 : 0) + (parts_.ranks ? 1 : 0);
}

void CohortOutput::write_treatment(std::size_t row, const TreatmentSummary& treatment) {
  OutputColumn* column = columns_->columns.data() + first_treatment_ + treatment.index * columns_a_treatment_;
  if (parts_.verdicts) column++->codes[row] = code(treatment.verdict);
  if (parts_.causes) column++->codes[row] = code(code(treatment.cause) - 1);  // None is missing.
  if (parts_.scores) {
    const bool scored = has_score(treatment.verdict, treatment.cause);
    column++->numbers[row] = scored ? treatment.score.low : no_number;
    column++->numbers[row] = scored ? treatment.score.high : no_number;
  }
  if (parts_.ranks) column->numbers[row] = treatment.rank > 0 ? treatment.rank : no_number;
}

void CohortOutput::write(std::size_t row, const Outcome& outcome) {
  OutputColumn* column = columns_->columns.data();
  if (parts_.care) {
    const auto care = outcome.care();
    column++->codes[row] = care ? code(care->least.rank) : std::int8_t{-1};
    column++->codes[row] = care ? code(care->most.rank) : std::int8_t{-1};
  }
  if (parts_.first) {
    std::int8_t first = -1;
    for (const TreatmentSummary& each : outcome.summaries()) {
      if (each.rank == 1) first = code(each.index);
    }
    column++->codes[row] = first;
  }
  if (parts_.certain) {
    const auto certain = outcome.certain_first();
    column++->codes[row] = code(certain && certain->certain);
  }
  if (parts_.conflicts) column->codes[row] = code(!outcome.conflicts().empty());
  if (columns_a_treatment_ == 0) return;
  for (const TreatmentSummary& each : outcome.summaries()) write_treatment(row, each);
}

void CohortOutput::write_treatment(std::size_t begin, std::size_t count, std::size_t treatment,
                                   const CohortSpans& said) {
  OutputColumn* column = columns_->columns.data() + first_treatment_ + treatment * columns_a_treatment_;
  const std::size_t first = treatment * count;
  if (parts_.verdicts) {
    std::int8_t* const to = column++->codes.data() + begin;
    for (std::size_t row = 0; row < count; ++row) to[row] = code(said.verdicts[first + row]);
  }
  if (parts_.causes) {
    std::int8_t* const to = column++->codes.data() + begin;
    for (std::size_t row = 0; row < count; ++row) to[row] = code(code(said.causes[first + row]) - 1);
  }
  for (const auto& scores : {said.score_low, said.score_high}) {
    if (!parts_.scores) break;
    std::int32_t* const to = column++->numbers.data() + begin;
    for (std::size_t row = 0; row < count; ++row)
      to[row] = has_score(said.verdicts[first + row], said.causes[first + row]) ? scores[first + row] : no_number;
  }
  if (!parts_.ranks) return;
  std::int32_t* const to = column->numbers.data() + begin;
  for (std::size_t row = 0; row < count; ++row)
    to[row] = said.ranks[first + row] > 0 ? said.ranks[first + row] : no_number;
}

void CohortOutput::write(std::size_t begin, std::size_t count, const CohortSpans& said) {
  OutputColumn* column = columns_->columns.data();
  if (parts_.care) {
    std::ranges::copy(said.care_least, column++->codes.data() + begin);
    std::ranges::copy(said.care_most, column++->codes.data() + begin);
  }
  if (parts_.first) write_first(count, said.ranks, column++->codes.data() + begin);
  if (parts_.conflicts) std::ranges::copy(said.conflicts, column->codes.data() + begin);
  if (columns_a_treatment_ == 0) return;
  const std::size_t treatments = (columns_->columns.size() - first_treatment_) / columns_a_treatment_;
  for (std::size_t treatment = 0; treatment < treatments; ++treatment) write_treatment(begin, count, treatment, said);
}

}  // namespace vertebra::python
