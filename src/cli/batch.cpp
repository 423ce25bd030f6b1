#include <vertebra/batch.hpp>
#include <vertebra/vocabulary.hpp>

#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <system_error>

#include "cli/answers.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/progress.hpp"
#include "cli/record.hpp"
#include "cli/rules.hpp"
#include "cli/today.hpp"

namespace vertebra::cli {
namespace {

constexpr unsigned most_threads = 256;

const Usage& usage() {
  static const Usage text{
      "batch",
      "Evaluates many patients, a line each, in memory that does not grow with their number. Input is CSV whose first\n"
      "line names the fact of each column, NDJSON with an object a line, or one FHIR record a line; an empty field "
      "and\n"
      "null are unknown. A line with a mistake is rejected whole, counted, and never stops the run.",
      {rules_or_image_option,
       profile_option,
       site_option,
       language_option,
       {"input", "FILE", "the patients; - for standard input", true},
       one_of("csv,ndjson,fhir",
              {"from", "FORM", "csv, ndjson or fhir (default: ndjson where the name ends so, else csv)"}),
       {"output", "FILE", "where to write the lines (default: standard output)"},
       one_of("csv,ndjson",
              {"to", "FORM", "csv or ndjson (default: ndjson where the name of the output ends so, else csv)"}),
       {"rejects", "FILE", "where to write the lines that could not be read, with the reasons, as CSV"},
       {"id", "NAME", "the column or member that names the patient (default: id)"},
       {"ignore", "NAME", "a column or member that is no fact and is not to be read", false, true},
       some_of("care,conflicts,verdicts,scores,ranks",
               {"parts", "LIST", "what to write, of care,conflicts,verdicts,scores,ranks (default: all)"}),
       {"threads", "N", "how many lines are worked on at a time (default: 1); the output is the same with any number"},
       mapping_option,
       complete_option,
       strict_option,
       as_of_option},
      "vertebra batch --rules rules/low_back_pain --input patients.csv --output advice.csv --rejects rejects.csv",
  };
  return text;
}

bool ends_so(const std::string& name) { return name.ends_with(".ndjson") || name.ends_with(".jsonl"); }

std::optional<Reply> read_threads(const Arguments& arguments, unsigned& threads) {
  const std::string text = arguments.get("threads", "1");
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), threads);
  if (error == std::errc{} && end == text.data() + text.size() && threads > 0 && threads <= most_threads)
    return std::nullopt;
  return wrong_use(program_name(usage()), "`" + text + "` is no number of threads", "give one from 1 to 256");
}

BatchParts parts_of(const Arguments& arguments) {
  const auto list = arguments.find("parts");
  if (!list) return {};
  BatchParts parts{false, false, false, false, false};
  for (const std::string& each : split(*list)) {
    parts.care |= each == "care";
    parts.conflicts |= each == "conflicts";
    parts.verdicts |= each == "verdicts";
    parts.scores |= each == "scores";
    parts.ranks |= each == "ranks";
  }
  return parts;
}

// A file that is seen under its name only when it is whole.
class Output {
 public:
  bool open(const std::string& path) {
    path_ = path;
    file_.open(beside(), std::ios::binary | std::ios::trunc);
    return file_.is_open();
  }
  ~Output() {
    std::error_code ignored;
    if (file_.is_open()) std::filesystem::remove(beside(), ignored);
  }
  bool keep() {
    file_.close();
    std::error_code error;
    if (file_.good()) std::filesystem::rename(beside(), path_, error);
    const bool kept = file_.good() && !error;
    std::error_code ignored;
    if (!kept) std::filesystem::remove(beside(), ignored);
    return kept;
  }
  std::ostream& stream() { return file_; }
  const std::string& path() const { return path_; }

 private:
  std::string beside() const { return path_ + ".new"; }

  std::string path_;
  std::ofstream file_;
};

Reply cannot(const std::string& verb, const std::string& path) {
  Diagnostic problem;
  problem.code = "V0101";
  problem.name = "unreadable-file";
  problem.file = path;
  problem.message = "the file cannot be " + verb;
  problem.help = "check the path, its folder and the permissions";
  return refused({problem});
}

// A record a line. The mapping is read once.
std::variant<BatchReader, Reply> fhir_reader(const Arguments& arguments, const Engine& engine, Date as_of) {
  auto loaded = fhir::load_mapping(arguments.get("mapping", arguments.get("rules")), engine.rule_set());
  if (!loaded.mapping) return refused(loaded.diagnostics);
  fhir::ReadOptions options;
  options.strict = arguments.find("strict").has_value();
  options.complete = split(arguments.get("complete"));
  return BatchReader{[mapping = *loaded.mapping, options, as_of](std::string_view line, Patient& patient) {
    const fhir::ReadResult read = fhir::read_record(mapping, line, {}, as_of, patient, options);
    return BatchLine{read.patient_id, read.diagnostics};
  }};
}

// What was rejected, in a few words on the lines that came first.
std::string rejections(const BatchSummary& summary, const std::string& name, bool kept) {
  std::vector<Diagnostic> first = summary.first_rejections;
  for (Diagnostic& each : first) each.file = name;
  std::string out = listed(first);
  if (summary.rejected > 0 && !kept) out += "give --rejects to keep the lines that were rejected\n";
  return out;
}

Reply finish(const BatchSummary& summary, const RuleSet& rules, const Arguments& arguments, const std::string& name) {
  std::vector<Diagnostic> problems = summary.problems;
  for (Diagnostic& each : problems) each.file = name;
  if (!summary) return refused(problems);
  const std::string told = to_text(summary, rules);
  Reply reply{summary.rejected > 0 ? Exit::findings : Exit::done, {}, {}};
  reply.err = rejections(summary, name, arguments.find("rejects").has_value());
  (arguments.find("output") ? reply.out : reply.err) += told;
  return reply;
}

Reply run_lines(const Arguments& arguments, BatchOptions options, bool is_fhir) {
  auto loaded = load_rules_or_image(arguments);
  if (!loaded.rule_set) return refused(loaded.diagnostics);
  const Engine engine{*std::move(loaded.rule_set)};
  if (is_fhir) {
    auto reader = fhir_reader(arguments, engine, options.as_of);
    if (auto* reply = std::get_if<Reply>(&reader)) return *reply;
    options.reader = std::get<BatchReader>(reader);
  }
  const std::string input = arguments.get("input");
  std::ifstream file;
  if (input != "-") file.open(input, std::ios::binary);
  if (input != "-" && (!file.is_open() || std::filesystem::is_directory(input))) return cannot("read", input);
  Output output, rejects;
  if (const auto path = arguments.find("output"); path && !output.open(*path)) return cannot("written", *path);
  if (const auto path = arguments.find("rejects"); path && !rejects.open(*path)) return cannot("written", *path);
  if (arguments.find("rejects")) options.rejects = &rejects.stream();
  Progress progress{input};
  options.progress = [&](std::uint64_t bytes, std::uint64_t lines) { progress.show(bytes, lines); };
  const bool to_file = arguments.find("output").has_value();
  const BatchSummary summary =
      run_batch(engine, input == "-" ? std::cin : file, to_file ? output.stream() : std::cout, options);
  progress.clear();
  if (summary && to_file && !output.keep()) return cannot("written", output.path());
  if (summary && options.rejects != nullptr && !rejects.keep()) return cannot("written", rejects.path());
  return finish(summary, engine.rule_set(), arguments, input == "-" ? "stdin" : input);
}

Reply batch(const Arguments& arguments) {
  if (auto reply = check_image_options(usage(), arguments)) return *reply;
  const std::string from = arguments.get("from", ends_so(arguments.get("input")) ? "ndjson" : "csv");
  const std::string to = arguments.get("to", ends_so(arguments.get("output")) ? "ndjson" : "csv");
  BatchOptions options;
  options.in = from == "ndjson" ? BatchForm::ndjson : BatchForm::csv;
  options.out = to == "ndjson" ? BatchForm::ndjson : BatchForm::csv;
  options.id = arguments.get("id", "id");
  options.ignored = arguments.all("ignore");
  options.parts = parts_of(arguments);
  options.as_of = day_of(arguments);
  if (auto reply = read_threads(arguments, options.threads)) return *reply;
  return run_lines(arguments, std::move(options), from == "fhir");
}

}  // namespace

Reply run_batch(const Words& words) { return run_command(usage(), words, batch); }

}  // namespace vertebra::cli
