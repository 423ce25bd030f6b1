#include <sys/resource.h>

#include <charconv>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <vertebra/cohort.hpp>
#include <vertebra/vertebra.hpp>

// usage: vertebra_cohort_columns RULES FOLDER ROWS bits|bytes
//
// What cohort.py holds the Python package against: the C++ cohort on one thread, over the columns that it left in FOLDER
// (FACT.numbers: doubles; FACT.bytes and FACT.bits: booleans). Prints the CPU seconds of the evaluation, then sums over its
// answers.
namespace {

struct Table {
  std::vector<std::vector<std::uint8_t>> booleans;
  std::vector<std::vector<double>> numbers;
  vertebra::CohortColumns columns;
};

template <class T>
std::vector<T> read(const std::string& path) {
  std::ifstream file{path, std::ios::binary | std::ios::ate};
  if (!file) return {};
  std::vector<T> result(static_cast<std::size_t>(file.tellg()) / sizeof(T));
  file.seekg(0);
  file.read(reinterpret_cast<char*>(result.data()), static_cast<std::streamsize>(result.size() * sizeof(T)));
  return result;
}

void add_boolean(Table& table, vertebra::FactId fact, std::vector<std::uint8_t> values, bool as_bits) {
  const auto& kept = table.booleans.emplace_back(std::move(values));
  if (as_bits) {
    table.columns.facts.push_back({fact, vertebra::Bitmap{kept.data()}});
  } else {
    table.columns.facts.push_back({fact, std::span{reinterpret_cast<const std::int8_t*>(kept.data()), kept.size()}});
  }
}

Table read_table(const vertebra::Engine& engine, const std::string& folder, std::size_t rows, bool as_bits) {
  Table table;
  table.columns.rows = rows;
  for (const vertebra::FactInfo& fact : vertebra::facts(engine.rule_set())) {
    const vertebra::FactId id = *engine.fact(fact.id);
    const std::string path = folder + "/" + std::string{fact.id};
    if (auto numbers = read<double>(path + ".numbers"); !numbers.empty())
      table.columns.facts.push_back({id, std::span<const double>{table.numbers.emplace_back(std::move(numbers))}});
    if (auto values = read<std::uint8_t>(path + (as_bits ? ".bits" : ".bytes")); !values.empty())
      add_boolean(table, id, std::move(values), as_bits);
  }
  return table;
}

double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

template <class Cells>
std::int64_t sum(const Cells& cells) {
  std::int64_t total = 0;
  for (const auto cell : cells) total += cell;
  return total;
}

}  // namespace

int main(int count, char** words) {
  const std::vector<std::string> given{words + 1, words + count};
  std::size_t rows = 0;
  if (given.size() == 4) std::from_chars(given[2].data(), given[2].data() + given[2].size(), rows);
  auto loaded = vertebra::load_rule_set(given.empty() ? "" : given[0], "default");
  if (rows == 0 || !loaded.rule_set) {
    std::cerr << "usage: vertebra_cohort_columns RULES FOLDER ROWS bits|bytes\n";
    return 2;
  }
  const vertebra::Engine engine{*std::move(loaded.rule_set)};
  const Table table = read_table(engine, given[1], rows, given[3] == "bits");
  const double start = cpu_seconds();
  const auto outcome =
      vertebra::evaluate_cohort(engine, table.columns, vertebra::date(2026, 1, 31), {.care = true, .ranks = true});
  const double seconds = cpu_seconds() - start;
  if (!outcome) {
    std::cerr << to_string(outcome.problems().front().diagnostic);
    return 1;
  }
  std::int64_t ranks = 0;
  for (std::size_t i = 0; i < vertebra::ranked_treatments(engine.rule_set()).size(); ++i)
    ranks += sum(outcome.rank(i)) * static_cast<std::int64_t>(i + 1);
  std::cout << seconds << ' ' << sum(outcome.care_least()) << ' ' << sum(outcome.care_most()) << ' ' << ranks << '\n';
}
