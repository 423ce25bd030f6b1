#include "batch/row_writer.hpp"

#include <vertebra/vocabulary.hpp>

#include "base/json_writer.hpp"
#include "base/text.hpp"
#include "batch/csv_line.hpp"

namespace vertebra::batch {
namespace {

class CsvRow {
 public:
  explicit CsvRow(std::string& out) : out_{out} {}
  void add(std::string_view text) { add_raw(csv_quoted(text)); }
  void add(std::int64_t number) { add_raw(std::to_string(number)); }
  void add_nothing() { add_raw({}); }
  void end() { out_ += '\n'; }

 private:
  void add_raw(std::string_view text) {
    if (!first_) out_ += ',';
    first_ = false;
    out_ += text;
  }
  std::string& out_;
  bool first_ = true;
};

}  // namespace

RowWriter::RowWriter(const RuleSet& rule_set, const BatchOptions& options)
    : form_{options.out}, parts_{options.parts}, as_of_{to_string(options.as_of)} {
  for (const std::string_view id : ranked_treatments(rule_set)) treatments_.emplace_back(id);
}

std::string RowWriter::header() const {
  if (form_ == BatchForm::ndjson) return {};
  std::string out = "as_of,hash,line,id";
  if (parts_.care) out += ",care_least,care_most";
  if (parts_.conflicts) out += ",conflicts";
  for (const std::string& each : treatments_) {
    if (parts_.verdicts) out += "," + each + ".verdict";
    if (parts_.scores) out += "," + each + ".score_low," + each + ".score_high";
    if (parts_.ranks) out += "," + each + ".rank";
  }
  return out + "\n";
}

void RowWriter::add(std::uint64_t line, std::string_view id, const Outcome& outcome, std::string& out) const {
  form_ == BatchForm::csv ? add_csv(line, id, outcome, out) : add_ndjson(line, id, outcome, out);
}

void RowWriter::add_csv(std::uint64_t line, std::string_view id, const Outcome& outcome, std::string& out) const {
  CsvRow row{out};
  row.add(as_of_), row.add(outcome.hash()), row.add(static_cast<std::int64_t>(line)), row.add(id);
  if (parts_.care) {
    const auto care = outcome.care();
    care ? row.add(care->least.id) : row.add_nothing();
    care ? row.add(care->most.id) : row.add_nothing();
  }
  if (parts_.conflicts) row.add(static_cast<std::int64_t>(outcome.conflicts().size()));
  for (const TreatmentSummary& each : outcome.summaries()) {
    if (parts_.verdicts) row.add(to_string(each.verdict));
    if (parts_.scores) {
      is_listed(each.verdict, each.cause) ? row.add(each.score.low) : row.add_nothing();
      is_listed(each.verdict, each.cause) ? row.add(each.score.high) : row.add_nothing();
    }
    if (parts_.ranks) each.rank > 0 ? row.add(each.rank) : row.add_nothing();
  }
  row.end();
}

void RowWriter::add_ndjson(std::uint64_t line, std::string_view id, const Outcome& outcome, std::string& out) const {
  base::JsonWriter json;
  json.begin_object();
  json.member("as_of", as_of_), json.member("hash", outcome.hash()), json.member("line", line);
  if (!id.empty()) json.member("id", id);
  if (const auto care = outcome.care(); parts_.care && care) {
    json.key("care"), json.begin_object();
    json.member("least", care->least.id), json.member("most", care->most.id);
    json.end_object();
  }
  if (parts_.conflicts) json.member("conflicts", outcome.conflicts().size());
  if (parts_.verdicts || parts_.scores || parts_.ranks) json.key("treatments"), json.begin_array();
  for (const TreatmentSummary& each : outcome.summaries()) {
    if (!parts_.verdicts && !parts_.scores && !parts_.ranks) break;
    json.begin_object();
    json.member("id", treatments_[each.index]);
    if (parts_.verdicts) json.member("verdict", to_string(each.verdict));
    if (parts_.scores && is_listed(each.verdict, each.cause)) {
      json.key("score"), json.begin_array();
      json.value(each.score.low), json.value(each.score.high);
      json.end_array();
    }
    if (parts_.ranks && each.rank > 0) json.member("rank", each.rank);
    json.end_object();
  }
  if (parts_.verdicts || parts_.scores || parts_.ranks) json.end_array();
  json.end_object();
  out += json.take() + "\n";
}

std::string rejects_header() { return "line,column,code,message,text\n"; }

std::string rejected(const Diagnostic& problem, std::string_view line) {
  std::string out;
  CsvRow row{out};
  row.add(problem.line), row.add(problem.column), row.add(problem.code), row.add(problem.message);
  row.add(base::visible(line));
  row.end();
  return out;
}

}  // namespace vertebra::batch
