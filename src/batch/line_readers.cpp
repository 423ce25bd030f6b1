#include "batch/line_readers.hpp"

#include <algorithm>
#include <optional>

#include <vertebra/vocabulary.hpp>

#include "base/reporter.hpp"
#include "base/text.hpp"
#include "batch/csv_line.hpp"
#include "document/reader.hpp"

namespace vertebra::batch {
namespace {

using base::Code;

std::string ticked(std::string_view text) { return "`" + base::visible(text) + "`"; }

Diagnostic not_a_fact(const Engine& engine, std::string_view name) {
  const std::vector<FactInfo> known = facts(engine.rule_set());
  std::vector<std::string_view> ids;
  for (const FactInfo& each : known) ids.push_back(each.id);
  const std::string_view near = base::closest(name, ids);
  return base::make_diagnostic(Code::unknown_fact, ticked(name) + " is not a fact",
                               near.empty() ? "say that it is to be ignored, or which one holds the patient's id"
                                            : "did you mean `" + std::string{near} + "`?");
}

// A fact, the id, or nothing that is read.
struct Column {
  std::optional<FactId> fact;
  bool is_id = false;
};

class CsvReader {
 public:
  explicit CsvReader(std::vector<Column> columns) : columns_{std::move(columns)} {}

  BatchLine operator()(std::string_view line, Patient& patient) const {
    BatchLine read;
    std::vector<CsvField> fields;
    if (const auto error = split_csv(line, fields)) {
      read.problems = {
          problem_at(line, error->byte, base::make_diagnostic(Code::bad_row, error->message, error->help))};
      return read;
    }
    if (fields.size() != columns_.size()) {
      const std::string message =
          std::to_string(fields.size()) + " fields instead of " + std::to_string(columns_.size());
      read.problems = {
          problem_at(line, 0, base::make_diagnostic(Code::bad_row, message, "give each line all columns"))};
      return read;
    }
    for (std::size_t i = 0; i < fields.size(); ++i) read_field(line, fields[i], columns_[i], patient, read);
    return read;
  }

 private:
  static void read_field(std::string_view line, CsvField& field, const Column& column, Patient& patient,
                         BatchLine& read) {
    if (column.is_id) read.id = std::move(field.text);
    if (!column.fact || field.text.empty()) return;
    if (const Status status = patient.set_text(*column.fact, field.text); !status)
      read.problems.push_back(problem_at(line, field.begin, status.problem()));
  }

  std::vector<Column> columns_;
};

class NdjsonReader {
 public:
  NdjsonReader(const Engine& engine, Names names) : engine_{engine}, names_{std::move(names)} {}

  BatchLine operator()(std::string_view line, Patient& patient) const {
    BatchLine read;
    base::Files files;
    base::Reporter reporter{files};
    const int file = files.add({}, std::string{line});
    const auto root = document::read(files, file, document::Format::json, reporter);
    if (root && !root->is_map())
      reporter.report(Code::wrong_type, root->place, "a line is an object of facts to answers",
                      "write `{\"fever\": false}`");
    read.problems = reporter.take();
    if (!read.problems.empty()) return read;
    for (const document::Entry& entry : root->entries) read_entry(line, entry, patient, read);
    return read;
  }

 private:
  void read_entry(std::string_view line, const document::Entry& entry, Patient& patient, BatchLine& read) const {
    if (names_.is_ignored(entry.key)) return;
    const document::Node& value = entry.value;
    const auto refuse = [&](const base::Place& place, Diagnostic problem) {
      const std::size_t byte = base::offset_of_code_point(line, static_cast<std::size_t>(place.column - 1));
      read.problems.push_back(problem_at(line, byte, std::move(problem)));
    };
    if (!value.is_scalar()) {
      return refuse(value.place,
                    base::make_diagnostic(Code::wrong_answer_type,
                                          ticked(entry.key) + " takes one value, not a list or an object"));
    }
    if (entry.key == names_.id) {
      read.id = value.text;
    } else if (const auto fact = engine_.fact(entry.key); !fact) {
      refuse(entry.place, not_a_fact(engine_, entry.key));
    } else if (const bool is_null = value.style == document::Style::plain && value.text == "null"; !is_null) {
      if (const Status status = patient.set_text(*fact, value.text); !status) refuse(value.place, status.problem());
    }
  }

  Engine engine_;
  Names names_;
};

}  // namespace

bool Names::is_ignored(std::string_view name) const { return std::ranges::find(ignored, name) != ignored.end(); }

Diagnostic problem_at(std::string_view line, std::size_t byte, Diagnostic problem) {
  problem.line = 1;
  problem.column = static_cast<int>(base::count_code_points(line.substr(0, byte))) + 1;
  problem.excerpt = base::visible(line);
  return problem;
}

std::variant<BatchReader, std::vector<Diagnostic>> csv_reader(const Engine& engine, std::string_view header,
                                                              const Names& names) {
  std::vector<CsvField> fields;
  if (const auto error = split_csv(header, fields))
    return std::vector{
        problem_at(header, error->byte, base::make_diagnostic(Code::bad_row, error->message, error->help))};
  std::vector<Column> columns;
  std::vector<Diagnostic> problems;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::string& name = fields[i].text;
    const auto before = fields.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::find_if(fields.begin(), before, [&](const CsvField& each) { return each.text == name; }) != before) {
      problems.push_back(problem_at(
          header, fields[i].begin,
          base::make_diagnostic(Code::bad_row, "two columns are named " + ticked(name), "name each column once")));
    }
    columns.push_back({engine.fact(name), name == names.id});
    if (!columns.back().fact && !columns.back().is_id && !names.is_ignored(name))
      problems.push_back(problem_at(header, fields[i].begin, not_a_fact(engine, name)));
  }
  if (!problems.empty()) return problems;
  return BatchReader{CsvReader{std::move(columns)}};
}

BatchReader ndjson_reader(const Engine& engine, const Names& names) { return NdjsonReader{engine, names}; }

}  // namespace vertebra::batch
