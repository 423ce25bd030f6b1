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

std::vector<std::string> words(std::initializer_list<std::string_view> words) { return {words.begin(), words.end()}; }

std::int8_t code(auto value) { return static_cast<std::int8_t>(value); }

// The code of a cause in its column, where none is missing.
Cause as_column(Cause cause) { return static_cast<Cause>(static_cast<std::uint8_t>(cause) - 1); }

// Which treatment has rank 1 in each row; -1 for none.
void write_first(const TreatmentSpan<std::uint16_t>& ranks, std::size_t treatments, std::span<std::int8_t> firsts) {
  std::ranges::fill(firsts, std::int8_t{-1});
  for (std::size_t treatment = 0; treatment < treatments; ++treatment) {
    const std::uint16_t* const of_one = ranks.of(treatment, firsts.size());
    for (std::size_t row = 0; row < firsts.size(); ++row)
      if (of_one[row] == 1) firsts[row] = code(treatment);
  }
}

void drop_unlisted(const Verdict* verdicts, const Cause* causes, std::size_t count, std::int32_t* scores) {
  for (std::size_t row = 0; row < count; ++row)
    scores[row] = is_listed(verdicts[row], causes[row]) ? scores[row] : no_number;
}

}  // namespace

// Not written, so that each thread brings in the pages of its own rows.
template <class T>
std::span<T> CohortOutput::memory(bool is_wanted, std::size_t size) {
  if (!is_wanted || size == 0) return {};
  const auto& bytes = columns_->memory.emplace_back(std::make_unique_for_overwrite<std::byte[]>(size * sizeof(T)));
  return {reinterpret_cast<T*>(bytes.get()), size};
}

template <class T>
void CohortOutput::add(std::string name, Meaning meaning, std::span<T> cells, std::vector<std::string> labels) {
  OutputColumn column{std::move(name), meaning, std::move(labels), {}};
  if constexpr (sizeof(T) == sizeof(std::int8_t)) {
    column.cells = OutputColumn::Codes{reinterpret_cast<const std::int8_t*>(cells.data()), cells.size()};
  } else if constexpr (sizeof(T) == sizeof(std::int16_t)) {
    column.cells = OutputColumn::Ranks{reinterpret_cast<const std::int16_t*>(cells.data()), cells.size()};
  } else {
    column.cells = OutputColumn::Numbers{cells};
  }
  columns_->columns.push_back(std::move(column));
}

CohortOutput::CohortOutput(const RuleSet& rule_set, ResultParts parts, std::size_t rows)
    : parts_{parts}, rows_{rows}, columns_{std::make_shared<ResultColumns>()} {
  const std::vector<std::string_view> treatments = ranked_treatments(rule_set);
  treatments_ = treatments.size();
  columns_->rows = rows;
  all_.care_least = memory<std::int8_t>(parts.care, rows);
  all_.care_most = memory<std::int8_t>(parts.care, rows);
  all_.conflicts = memory<std::uint8_t>(parts.conflicts, rows);
  first_ = memory<std::int8_t>(parts.first, rows);
  certain_ = memory<std::int8_t>(parts.certain, rows);
  if (parts.care) {
    add("care.least", Meaning::label, all_.care_least, level_ids(rule_set));
    add("care.most", Meaning::label, all_.care_most, level_ids(rule_set));
  }
  if (parts.first) add("first", Meaning::label, first_, checked({treatments.begin(), treatments.end()}));
  if (parts.certain) add("first.certain", Meaning::boolean, certain_);
  if (parts.conflicts) add("conflict", Meaning::boolean, all_.conflicts);
  add_treatments(treatments);
}

void CohortOutput::add_treatments(const std::vector<std::string_view>& treatments) {
  using enum Verdict;
  using enum Cause;
  const std::size_t cells = treatments_ * rows_;
  all_.verdicts = memory<Verdict>(parts_.verdicts, cells);
  all_.causes = memory<Cause>(parts_.causes, cells);
  all_.score_low = memory<std::int32_t>(parts_.scores, cells);
  all_.score_high = memory<std::int32_t>(parts_.scores, cells);
  all_.ranks = memory<std::uint16_t>(parts_.ranks, cells);
  for (std::size_t treatment = 0; treatment < treatments_; ++treatment) {
    const std::string id{treatments[treatment]};
    const auto rows_of = [&](const auto& all) {
      return all.empty() ? all.cells : all.cells.subspan(treatment * rows_, rows_);
    };
    if (parts_.verdicts) {
      add(id + ".verdict", Meaning::label, rows_of(all_.verdicts),
          words({to_string(offered), to_string(provisional), to_string(withheld)}));
    }
    if (parts_.causes) {
      add(id + ".cause", Meaning::label, rows_of(all_.causes),
          words({to_string(not_in_scope), to_string(against), to_string(no_recommendation), to_string(blocked),
                 to_string(not_indicated), to_string(deferred)}));
    }
    if (parts_.scores) {
      add(id + ".score.low", Meaning::number, rows_of(all_.score_low));
      add(id + ".score.high", Meaning::number, rows_of(all_.score_high));
    }
    if (parts_.ranks) add(id + ".rank", Meaning::rank, rows_of(all_.ranks));
  }
}

void CohortOutput::write_treatment(std::size_t row, const TreatmentSummary& treatment) {
  const std::size_t place = treatment.index * rows_ + row;
  if (parts_.verdicts) all_.verdicts.cells[place] = treatment.verdict;
  if (parts_.causes) all_.causes.cells[place] = as_column(treatment.cause);
  if (parts_.scores) {
    const bool listed = is_listed(treatment.verdict, treatment.cause);
    all_.score_low.cells[place] = listed ? treatment.score.low : no_number;
    all_.score_high.cells[place] = listed ? treatment.score.high : no_number;
  }
  if (parts_.ranks) all_.ranks.cells[place] = static_cast<std::uint16_t>(treatment.rank);
}

void CohortOutput::write(std::size_t row, const Outcome& outcome) {
  if (parts_.care) {
    const auto care = outcome.care();
    all_.care_least[row] = care ? code(care->least.rank) : std::int8_t{-1};
    all_.care_most[row] = care ? code(care->most.rank) : std::int8_t{-1};
  }
  if (parts_.first) {
    first_[row] = -1;
    for (const TreatmentSummary& each : outcome.summaries()) {
      if (each.rank == 1) first_[row] = code(each.index);
    }
  }
  if (parts_.certain) {
    const auto certain = outcome.certain_first();
    certain_[row] = code(certain && certain->certain);
  }
  if (parts_.conflicts) all_.conflicts[row] = outcome.conflicts().empty() ? 0 : 1;
  for (const TreatmentSummary& each : outcome.summaries()) write_treatment(row, each);
}

CohortSpans CohortOutput::spans(std::size_t begin, std::size_t count, Hidden& hidden) const {
  const auto some = [&](const auto& all) { return all.empty() ? all : all.subspan(begin, count); };
  const auto some_of_each = [&]<class T>(const TreatmentSpan<T>& all) -> TreatmentSpan<T> {
    if (all.empty()) return {};
    return {all.cells.subspan(begin, all.cells.size() - rows_ + count), rows_};
  };
  CohortSpans into{some(all_.care_least),        some(all_.care_most),          some_of_each(all_.verdicts),
                   some_of_each(all_.score_low), some_of_each(all_.score_high), some_of_each(all_.ranks),
                   some(all_.conflicts),         some_of_each(all_.causes)};
  const auto hide = [&](bool is_needed, auto& memory, auto& span) {
    if (!is_needed || !span.empty()) return;
    memory.resize(treatments_ * count);
    span = memory;
  };
  hide(parts_.scores, hidden.verdicts, into.verdicts);
  hide(parts_.scores, hidden.causes, into.causes);
  hide(parts_.first, hidden.ranks, into.ranks);
  return into;
}

void CohortOutput::finish(std::size_t begin, std::size_t count, const CohortSpans& said) {
  if (parts_.first) write_first(said.ranks, treatments_, first_.subspan(begin, count));
  for (std::size_t treatment = 0; treatment < treatments_; ++treatment) {
    for (const auto& scores : {said.score_low, said.score_high}) {
      if (!parts_.scores) break;
      drop_unlisted(said.verdicts.of(treatment, count), said.causes.of(treatment, count), count,
                    scores.of(treatment, count));
    }
    if (!parts_.causes) continue;
    for (Cause& cause : std::span{said.causes.of(treatment, count), count}) cause = as_column(cause);
  }
}

}  // namespace vertebra::python
