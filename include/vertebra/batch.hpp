#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include <vertebra/diagnostic.hpp>
#include <vertebra/engine.hpp>
#include <vertebra/outcome.hpp>
#include <vertebra/patient.hpp>

// Many patients as text: a line a patient in, a line a patient out, in memory that does not grow with their number.
//
//   std::ifstream in{"patients.csv", std::ios::binary};
//   std::ofstream out{"advice.csv", std::ios::binary}, rejects{"rejects.csv", std::ios::binary};
//   const auto summary = vertebra::run_batch(engine, in, out, {.as_of = as_of, .rejects = &rejects});
//   if (!summary) return show(summary.problems);
//   show(vertebra::to_text(summary, engine.rule_set()));
//
// A line that cannot be read whole is rejected, with the reason; it neither stops the run nor is it read in part.
namespace vertebra {

enum class BatchForm : std::uint8_t {
  csv,     // RFC 4180 with one record a line; the first line names the columns.
  ndjson,  // An object a line.
};

// What was read of a line.
struct BatchLine {
  std::string id;                    // As the line has it; empty where there is none.
  std::vector<Diagnostic> problems;  // With one, the line is rejected. Lines in them count from 1 within the line.
};

// Reads a line into a patient of whom nothing is known. Called from several threads at once.
using BatchReader = std::function<BatchLine(std::string_view line, Patient& patient)>;

// Which parts of each outcome are written; the day, the hash of the rules, the line and the id always are.
struct BatchParts {
  bool care = true;       // Least and most urgent level; nothing where no guide with red flags is in scope.
  bool conflicts = true;  // How many consistency rules the answers break.
  bool verdicts = true;   // Of every ranked treatment, as are scores and ranks.
  bool scores = true;
  bool ranks = true;
};

struct BatchOptions {
  Date as_of;
  BatchForm in = BatchForm::csv;
  BatchForm out = BatchForm::csv;
  BatchParts parts = {};
  std::string id = "id";             // The column or member that is no fact but names the patient, where there is one.
  std::vector<std::string> ignored;  // Others that are no facts. Any further one that is none is an error.
  BatchReader reader = {};           // Reads lines instead of `in`; then the first line is a patient too.
  unsigned threads = 1;              // The output is the same with any number.
  std::ostream* rejects = nullptr;   // CSV: line, column, code, message, and the line as it was; not owned.
  // Called between blocks of lines, with the bytes and lines read so far.
  std::function<void(std::uint64_t bytes, std::uint64_t lines)> progress = {};
};

struct BatchSummary {
  // Why there was no run, or why it stopped: a header that does not fit, an output that cannot be written.
  std::vector<Diagnostic> problems;
  explicit operator bool() const noexcept { return problems.empty(); }

  std::uint64_t evaluated = 0;
  std::uint64_t rejected = 0;
  std::vector<Diagnostic> first_rejections;  // At most ten, in the order of the lines.

  std::uint64_t not_assessed = 0;                    // No guide with red flags was in scope.
  std::uint64_t care_undecided = 0;                  // The least and the most urgent level differ.
  std::uint64_t in_conflict = 0;                     // A consistency rule was broken.
  std::vector<std::uint64_t> care_least, care_most;  // As care_levels(rule_set).
  struct Verdicts {
    std::uint64_t offered = 0;
    std::uint64_t provisional = 0;
    std::uint64_t withheld = 0;
    Verdicts& operator+=(const Verdicts& more) noexcept;
    friend bool operator==(const Verdicts&, const Verdicts&) = default;
  };
  std::vector<Verdicts> verdicts;  // As ranked_treatments(rule_set).
  struct Gap {
    std::uint64_t unknown = 0;   // How often nothing was answered,
    std::uint64_t mattered = 0;  // and how often an answer could have changed the advice (a narrower one counts too).
    Gap& operator+=(const Gap& more) noexcept;
    friend bool operator==(const Gap&, const Gap&) = default;
  };
  std::vector<Gap> gaps;  // As facts(rule_set).
};

// Evaluates every line of `in`, at most 4 MiB each, and writes a line for each that could be read. Reads no clock and
// changes no global state; streams must be binary. Never throws but for want of memory.
BatchSummary run_batch(const Engine& engine, std::istream& in, std::ostream& out, const BatchOptions& options);

// The closing summary, for reading: care levels, verdicts, and the facts whose absence mattered most.
std::string to_text(const BatchSummary& summary, const RuleSet& rule_set);

}  // namespace vertebra
