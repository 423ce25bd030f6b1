#include "batch/batch_worker.hpp"

#include <algorithm>

#include <vertebra/vocabulary.hpp>

#include "base/reporter.hpp"
#include "base/text.hpp"
#include "batch/line_readers.hpp"

namespace vertebra::batch {
namespace {

// What no reader may see.
std::vector<Diagnostic> unreadable(const Line& line) {
  if (line.too_long)
    return {base::make_diagnostic(base::Code::too_large, "the line is over 4 MiB", "give each patient a line")};
  if (const auto byte = base::first_invalid_utf8(line.text)) {
    Diagnostic problem =
        base::make_diagnostic(base::Code::invalid_utf8, "the line is not valid UTF-8", "save the file as UTF-8");
    problem.line = 1;
    problem.column = static_cast<int>(base::count_code_points(std::string_view{line.text}.substr(0, *byte))) + 1;
    return {problem};
  }
  return {};
}

template <class T>
void add(const std::vector<T>& from, std::vector<T>& to) {
  to.resize(from.size());
  for (std::size_t i = 0; i < from.size(); ++i) to[i] += from[i];
}

}  // namespace

BatchWorker::BatchWorker(const Engine& engine, const BatchReader& reader, const RowWriter& writer,
                         const BatchOptions& options)
    : reader_{reader},
      writer_{writer},
      options_{options},
      patient_{engine},
      evaluator_{engine},
      outcome_{evaluator_.evaluate(patient_, options.as_of)} {
  const RuleSet& rules = engine.rule_set();
  counts_.care_least.resize(care_levels(rules).size());
  counts_.care_most.resize(care_levels(rules).size());
  counts_.verdicts.resize(ranked_treatments(rules).size());
  counts_.gaps.resize(facts(rules).size());
}

BatchWorker::Work BatchWorker::run(std::span<const Line> lines) {
  Work work;
  for (const Line& line : lines) {
    if (auto problems = unreadable(line); !problems.empty()) {
      reject(line, std::move(problems), work);
      continue;
    }
    patient_.clear();
    BatchLine read = reader_(line.text, patient_);
    if (!read.problems.empty()) {
      reject(line, std::move(read.problems), work);
      continue;
    }
    const std::vector<Question>& questions = evaluator_.ask_next(patient_, options_.as_of);
    writer_.add(line.number, read.id, outcome_, work.rows);
    count(questions);
  }
  return work;
}

// A line has one entry among the rejects for each of its problems.
void BatchWorker::reject(const Line& line, std::vector<Diagnostic> problems, Work& work) {
  ++counts_.rejected;
  for (Diagnostic& each : problems) {
    each.line = static_cast<int>(line.number);
    if (options_.rejects != nullptr) work.rejects += rejected(each, line.text);
    if (work.rejections.size() < shown_rejections) work.rejections.push_back(std::move(each));
  }
}

void BatchWorker::count(const std::vector<Question>& questions) {
  ++counts_.evaluated;
  if (const auto care = outcome_.care()) {
    ++counts_.care_least[static_cast<std::size_t>(care->least.rank)];
    ++counts_.care_most[static_cast<std::size_t>(care->most.rank)];
    counts_.care_undecided += care->decided() ? 0 : 1;
  } else {
    ++counts_.not_assessed;
  }
  counts_.in_conflict += outcome_.conflicts().empty() ? 0 : 1;
  for (const TreatmentSummary& each : outcome_.summaries()) {
    BatchSummary::Verdicts& verdicts = counts_.verdicts[each.index];
    ++(each.verdict == Verdict::offered       ? verdicts.offered
       : each.verdict == Verdict::provisional ? verdicts.provisional
                                              : verdicts.withheld);
  }
  for (std::uint32_t fact = 0; fact < counts_.gaps.size(); ++fact)
    counts_.gaps[fact].unknown += patient_.is_known({fact}) ? 0 : 1;
  for (const Question& each : questions) ++counts_.gaps[each.id.index].mattered;
}

void BatchWorker::add_to(BatchSummary& summary) const {
  summary.evaluated += counts_.evaluated;
  summary.rejected += counts_.rejected;
  summary.not_assessed += counts_.not_assessed;
  summary.care_undecided += counts_.care_undecided;
  summary.in_conflict += counts_.in_conflict;
  add(counts_.care_least, summary.care_least);
  add(counts_.care_most, summary.care_most);
  add(counts_.verdicts, summary.verdicts);
  add(counts_.gaps, summary.gaps);
}

}  // namespace vertebra::batch
