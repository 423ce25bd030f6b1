#include <benchmark/benchmark.h>

#include <cstring>
#include <vector>

#include <vertebra/cohort.hpp>
#include <vertebra/vertebra.hpp>

#include "pairs.hpp"

// Columns to columns through spine_pro: Vertebra's cohort, the C++ written by hand for this one guide (row by row, its
// patient gathered from the same columns), and the floor: every column read and every column written, and nothing else.

namespace {

using hand_written::Patient;
using hand_written::Truth;

constexpr std::size_t row_count = std::size_t{1} << 18;
constexpr std::size_t treatments = hand_written::treatment_count;

const Patient& patient_at(std::size_t row) { return pairs::all().by_hand[row % pairs::all().by_hand.size()]; }

// One column for each answer of the patients, in the shapes that the cohort takes.
struct Columns {
  std::vector<std::vector<std::int8_t>> yes_no;
  std::vector<std::vector<double>> numbers;
  std::vector<std::vector<std::int32_t>> choices;
  vertebra::CohortColumns view;

  void add(const char* fact, Truth Patient::*member) {
    auto& column = yes_no.emplace_back();
    for (std::size_t row = 0; row < row_count; ++row) {
      const Truth truth = patient_at(row).*member;
      column.push_back(truth == Truth::unknown ? std::int8_t{-1}
                       : truth == Truth::yes   ? std::int8_t{1}
                                               : std::int8_t{0});
    }
    ids.push_back(*pairs::all().engine.fact(fact));
  }
  void add(const char* fact, double Patient::*member) {
    auto& column = numbers.emplace_back();
    for (std::size_t row = 0; row < row_count; ++row) column.push_back(patient_at(row).*member);
    number_ids.push_back(*pairs::all().engine.fact(fact));
  }
  template <class Choice>
  void add(const char* fact, Choice Patient::*member) {
    auto& column = choices.emplace_back();
    for (std::size_t row = 0; row < row_count; ++row) {
      const Choice choice = patient_at(row).*member;
      column.push_back(choice == Choice::unknown ? -1 : static_cast<std::int32_t>(choice));
    }
    choice_ids.push_back(*pairs::all().engine.fact(fact));
  }
  void finish() {
    view.rows = row_count;
    for (std::size_t i = 0; i < ids.size(); ++i)
      view.facts.push_back({ids[i], std::span<const std::int8_t>{yes_no[i]}});
    for (std::size_t i = 0; i < number_ids.size(); ++i)
      view.facts.push_back({number_ids[i], std::span<const double>{numbers[i]}});
    for (std::size_t i = 0; i < choice_ids.size(); ++i)
      view.facts.push_back({choice_ids[i], std::span<const std::int32_t>{choices[i]}});
  }

 private:
  std::vector<vertebra::FactId> ids, number_ids, choice_ids;
};

const Columns& columns() {
  static const Columns made = [] {
    Columns result;
    result.add("lbp_present", &Patient::lbp_present);
    result.add("pain_improves_with_rest", &Patient::pain_improves_with_rest);
    result.add("leg_pain_below_knee", &Patient::leg_pain_below_knee);
    result.add("leg_weakness_progressive", &Patient::leg_weakness_progressive);
    result.add("unexplained_weight_loss", &Patient::unexplained_weight_loss);
    result.add("fever", &Patient::fever);
    result.add("back_swelling", &Patient::back_swelling);
    result.add("osteoporosis", &Patient::osteoporosis);
    result.add("recurrent_episode", &Patient::recurrent_episode);
    result.add("nonpharm_trial_inadequate", &Patient::nonpharm_trial_inadequate);
    result.add("muscle_tightness", &Patient::muscle_tightness);
    result.add("back_movement_limited", &Patient::back_movement_limited);
    result.add("long_sitting", &Patient::long_sitting);
    result.add("pain_duration", &Patient::pain_duration_days);
    result.add("pain_severity", &Patient::pain_severity);
    result.add("body_temperature", &Patient::body_temperature_c);
    result.add("leg_pain", &Patient::leg_pain);
    result.add("leg_weakness", &Patient::leg_weakness);
    result.add("leg_numbness", &Patient::leg_numbness);
    result.add("leg_tingling", &Patient::leg_tingling);
    result.add("bowel_control_problem", &Patient::bowel);
    result.add("bladder_control_problem", &Patient::bladder);
    result.add("history_of_cancer", &Patient::history_of_cancer);
    result.add("steroid_use", &Patient::steroid_use);
    result.finish();
    return result;
  }();
  return made;
}

struct Results {
  std::vector<std::int8_t> least = std::vector<std::int8_t>(row_count), most = least;
  std::vector<std::int32_t> low = std::vector<std::int32_t>(row_count * treatments), high = low;
  std::vector<std::uint16_t> ranks = std::vector<std::uint16_t>(row_count * treatments);

  vertebra::CohortSpans spans() { return {least, most, {}, low, high, ranks, {}}; }
  friend bool operator==(const Results&, const Results&) = default;
};

Truth truth_of(std::int8_t value) { return value < 0 ? Truth::unknown : value > 0 ? Truth::yes : Truth::no; }

template <class Choice>
Choice choice_of(std::int32_t code) {
  return code < 0 ? Choice::unknown : static_cast<Choice>(code);
}

Patient gathered(const Columns& from, std::size_t row) {
  Patient patient;
  Truth Patient::*const yes_no[] = {&Patient::lbp_present,
                                    &Patient::pain_improves_with_rest,
                                    &Patient::leg_pain_below_knee,
                                    &Patient::leg_weakness_progressive,
                                    &Patient::unexplained_weight_loss,
                                    &Patient::fever,
                                    &Patient::back_swelling,
                                    &Patient::osteoporosis,
                                    &Patient::recurrent_episode,
                                    &Patient::nonpharm_trial_inadequate,
                                    &Patient::muscle_tightness,
                                    &Patient::back_movement_limited,
                                    &Patient::long_sitting};
  for (std::size_t i = 0; i < std::size(yes_no); ++i) patient.*yes_no[i] = truth_of(from.yes_no[i][row]);
  patient.pain_duration_days = from.numbers[0][row];
  patient.pain_severity = from.numbers[1][row];
  patient.body_temperature_c = from.numbers[2][row];
  patient.leg_pain = choice_of<hand_written::Legs>(from.choices[0][row]);
  patient.leg_weakness = choice_of<hand_written::Legs>(from.choices[1][row]);
  patient.leg_numbness = choice_of<hand_written::Legs>(from.choices[2][row]);
  patient.leg_tingling = choice_of<hand_written::Legs>(from.choices[3][row]);
  patient.bowel = choice_of<hand_written::Control>(from.choices[4][row]);
  patient.bladder = choice_of<hand_written::Control>(from.choices[5][row]);
  patient.history_of_cancer = choice_of<hand_written::Cancer>(from.choices[6][row]);
  patient.steroid_use = choice_of<hand_written::Steroids>(from.choices[7][row]);
  return patient;
}

void run_by_hand(const Columns& from, Results& into) {
  for (std::size_t row = 0; row < row_count; ++row) {
    const hand_written::Advice advice = hand_written::advise(gathered(from, row));
    into.least[row] = advice.assessed ? static_cast<std::int8_t>(advice.least) : std::int8_t{-1};
    into.most[row] = advice.assessed ? static_cast<std::int8_t>(advice.most) : std::int8_t{-1};
    for (std::size_t i = 0; i < treatments; ++i) {
      into.low[i * row_count + row] = advice.scores[i].low;
      into.high[i * row_count + row] = advice.scores[i].high;
      into.ranks[i * row_count + row] = advice.ranks[i];
    }
  }
}

void per_row(benchmark::State& state) {
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(row_count));
}

void cohort_vertebra(benchmark::State& state) {
  const Columns& from = columns();
  Results results, expected;
  run_by_hand(from, expected);
  for (auto _ : state)
    pairs::require(evaluate_cohort(pairs::all().engine, from.view, pairs::as_of, results.spans()).empty(), "a problem");
  pairs::require(results == expected, "the cohort and the code written by hand say different things");
  per_row(state);
}
BENCHMARK(cohort_vertebra)->Unit(benchmark::kMillisecond);

void cohort_hand_written(benchmark::State& state) {
  Results results;
  for (auto _ : state) {
    run_by_hand(columns(), results);
    benchmark::DoNotOptimize(results.ranks.data());
  }
  per_row(state);
}
BENCHMARK(cohort_hand_written)->Unit(benchmark::kMillisecond);

// In blocks of 4,096 rows, as the cohort goes through them.
void cohort_floor(benchmark::State& state) {
  constexpr std::size_t block = 4096;
  Results results;
  std::uint64_t sum = 0;
  const auto read = [&](const auto& column, std::size_t row) {
    const auto* const from = reinterpret_cast<const unsigned char*>(column.data() + row);
    for (std::size_t i = 0; i < block * sizeof(column[0]); i += 8) {
      std::uint64_t word = 0;
      std::memcpy(&word, from + i, 8);
      sum += word;
    }
  };
  const auto write = [&](auto& column, std::size_t row) { std::memset(&column[row], 1, block * sizeof(column[0])); };
  for (auto _ : state) {
    for (std::size_t row = 0; row < row_count; row += block) {
      for (const auto& column : columns().yes_no) read(column, row);
      for (const auto& column : columns().numbers) read(column, row);
      for (const auto& column : columns().choices) read(column, row);
      write(results.least, row);
      write(results.most, row);
      for (std::size_t i = 0; i < treatments; ++i) {
        write(results.low, i * row_count + row);
        write(results.high, i * row_count + row);
        write(results.ranks, i * row_count + row);
      }
    }
    benchmark::DoNotOptimize(sum);
  }
  per_row(state);
}
BENCHMARK(cohort_floor)->Unit(benchmark::kMillisecond);

}  // namespace
