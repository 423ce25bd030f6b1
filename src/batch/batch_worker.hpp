#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include <vertebra/batch.hpp>

#include "batch/line_source.hpp"
#include "batch/row_writer.hpp"

namespace vertebra::batch {

// Evaluates lines one after another. Belongs to one thread; what it counts is added up at the end.
class BatchWorker {
 public:
  // All must outlive it.
  BatchWorker(const Engine& engine, const BatchReader& reader, const RowWriter& writer, const BatchOptions& options);

  struct Work {
    std::string rows;
    std::string rejects;
    std::vector<Diagnostic> rejections;  // The first ten.
  };
  Work run(std::span<const Line> lines);

  // Adds what was counted so far.
  void add_to(BatchSummary& summary) const;

 private:
  void reject(const Line& line, std::vector<Diagnostic> problems, Work& work);
  void count(const std::vector<Question>& questions);

  const BatchReader& reader_;
  const RowWriter& writer_;
  const BatchOptions& options_;
  Patient patient_;
  Evaluator evaluator_;
  const Outcome& outcome_;  // Of whom the evaluator was asked about last.
  BatchSummary counts_;
};

// How many rejections are kept to be shown.
inline constexpr std::size_t shown_rejections = 10;

}  // namespace vertebra::batch
