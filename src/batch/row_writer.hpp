#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <vertebra/batch.hpp>

namespace vertebra::batch {

// Writes outcomes as lines. Immutable: threads share one.
class RowWriter {
 public:
  RowWriter(const RuleSet& rule_set, const BatchOptions& options);

  std::string header() const;  // Empty where the form has none.
  void add(std::uint64_t line, std::string_view id, const Outcome& outcome, std::string& out) const;

 private:
  void add_csv(std::uint64_t line, std::string_view id, const Outcome& outcome, std::string& out) const;
  void add_ndjson(std::uint64_t line, std::string_view id, const Outcome& outcome, std::string& out) const;

  BatchForm form_;
  BatchParts parts_;
  std::string as_of_;
  std::vector<std::string> treatments_;
};

// A rejected line, with the reason: a record of the CSV that begins with rejects_header().
std::string rejects_header();
std::string rejected(const Diagnostic& problem, std::string_view line);

}  // namespace vertebra::batch
