#include <vertebra/batch.hpp>

#include <algorithm>
#include <deque>
#include <istream>
#include <ostream>
#include <thread>

#include "base/reporter.hpp"
#include "base/text.hpp"
#include "batch/batch_worker.hpp"
#include "batch/line_readers.hpp"

namespace vertebra {
namespace {

using namespace batch;

// Runs a block on all threads and writes what came of it in the order of its lines.
class Crew {
 public:
  Crew(const Engine& engine, const BatchReader& reader, const RowWriter& writer, const BatchOptions& options)
      : options_{options} {
    for (unsigned i = 0; i < std::max(options.threads, 1U); ++i) workers_.emplace_back(engine, reader, writer, options);
  }

  void run(std::span<const Line> lines, std::ostream& out, BatchSummary& summary) {
    std::vector<BatchWorker::Work> done(workers_.size());
    const auto share = [&](std::size_t i) { return lines.size() * i / workers_.size(); };
    const auto work = [&](std::size_t i) {
      done[i] = workers_[i].run(lines.subspan(share(i), share(i + 1) - share(i)));
    };
    {
      std::vector<std::jthread> others;
      for (std::size_t i = 1; i < workers_.size(); ++i) others.emplace_back(work, i);
      work(0);
    }
    for (BatchWorker::Work& each : done) {
      out.write(each.rows.data(), static_cast<std::streamsize>(each.rows.size()));
      if (options_.rejects != nullptr)
        options_.rejects->write(each.rejects.data(), static_cast<std::streamsize>(each.rejects.size()));
      auto& first = summary.first_rejections;
      for (Diagnostic& problem : each.rejections)
        if (first.size() < shown_rejections) first.push_back(std::move(problem));
    }
  }

  void add_to(BatchSummary& summary) const {
    for (const BatchWorker& each : workers_) each.add_to(summary);
  }

 private:
  const BatchOptions& options_;
  std::deque<BatchWorker> workers_;
};

Diagnostic not_written(std::string what) {
  return base::make_diagnostic(base::Code::unreadable_file, what + " could not be written",
                               "make room for it, and run it again from the start");
}

bool is_written(std::ostream& out, const BatchOptions& options, BatchSummary& summary) {
  if (!out) summary.problems.push_back(not_written("the output"));
  if (options.rejects != nullptr && !*options.rejects) summary.problems.push_back(not_written("the rejects"));
  return summary.problems.empty();
}

// Makes the reader of the lines, and takes the header from the first block where there is one.
BatchReader make_reader(const Engine& engine, const BatchOptions& options, std::vector<Line>& block,
                        BatchSummary& summary) {
  if (options.reader) return options.reader;
  const Names names{options.id, options.ignored};
  if (options.in == BatchForm::ndjson) return ndjson_reader(engine, names);
  const auto refuse = [&](Diagnostic problem) { summary.problems.push_back(std::move(problem)); };
  if (block.empty()) {
    refuse(base::make_diagnostic(base::Code::empty_document, "there is no header",
                                 "begin with a line that names the fact in each column"));
    return {};
  }
  const Line header = std::move(block.front());
  block.erase(block.begin());
  if (header.too_long || base::first_invalid_utf8(header.text)) {
    refuse(base::make_diagnostic(base::Code::bad_row, "the first line is no header of a CSV",
                                 "begin with a line that names the fact in each column"));
    return {};
  }
  auto made = csv_reader(engine, header.text, names);
  if (auto* reader = std::get_if<BatchReader>(&made)) return std::move(*reader);
  for (Diagnostic& each : std::get<std::vector<Diagnostic>>(made)) {
    each.line = static_cast<int>(header.number);
    refuse(std::move(each));
  }
  return {};
}

}  // namespace

BatchSummary::Verdicts& BatchSummary::Verdicts::operator+=(const Verdicts& more) noexcept {
  offered += more.offered;
  provisional += more.provisional;
  withheld += more.withheld;
  return *this;
}

BatchSummary::Gap& BatchSummary::Gap::operator+=(const Gap& more) noexcept {
  unknown += more.unknown;
  mattered += more.mattered;
  return *this;
}

BatchSummary run_batch(const Engine& engine, std::istream& in, std::ostream& out, const BatchOptions& options) {
  BatchSummary summary;
  LineSource source{in};
  std::vector<Line> block = source.next_block();
  const BatchReader reader = make_reader(engine, options, block, summary);
  if (!summary) return summary;
  const RowWriter writer{engine.rule_set(), options};
  Crew crew{engine, reader, writer, options};
  out << writer.header();
  if (options.rejects != nullptr) *options.rejects << rejects_header();
  for (; !block.empty(); block = source.next_block()) {
    crew.run(block, out, summary);
    if (!is_written(out, options, summary)) break;
    if (options.progress) options.progress(source.bytes(), source.lines());
  }
  out.flush();
  if (options.rejects != nullptr) options.rejects->flush();
  if (summary) is_written(out, options, summary);
  if (in.bad())
    summary.problems.push_back(
        base::make_diagnostic(base::Code::unreadable_file, "the input could not be read to its end", {}));
  crew.add_to(summary);
  return summary;
}

}  // namespace vertebra
