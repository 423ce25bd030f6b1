#include "cli/answers.hpp"

#include "cli/files.hpp"
#include "cli/patient_file.hpp"

namespace vertebra::cli {
namespace {

// What a record says of itself: in `out`, and in the file that was asked for.
Reply report_of(const Arguments& arguments, const ReadFile& read) {
  Reply reply{Exit::done, told(read), listed(read.result.diagnostics)};
  const auto path = arguments.find("fhir-report");
  if (!path) return reply;
  if (auto problem = write_file(*path, to_json(read.result) + "\n")) return refused({*std::move(problem)});
  return reply;
}

// What is told of what was read: of the record in `out`, warnings in `err`.
Reply read_answers(const Arguments& arguments, const Engine& engine, Date as_of, Patient& patient) {
  Reply reply;
  if (arguments.find("fhir")) {
    const auto read = read_fhir(arguments, engine, as_of, patient);
    if (const auto* problem = std::get_if<Reply>(&read)) return *problem;
    reply = report_of(arguments, std::get<ReadFile>(read));
    if (reply.exit != Exit::done) return reply;
  }
  const auto answers = arguments.find("patient");
  if (!answers) return reply;
  Reply read = read_patient_file(*answers, patient);
  if (read.exit != Exit::done) return read;
  reply.err += read.err;
  return reply;
}

}  // namespace

std::vector<Option> patient_options(const Option& rules, std::vector<Option> own) {
  std::vector<Option> all{rules,       profile_option, site_option,       language_option, patient_option,
                          fhir_option, mapping_option, patient_id_option, complete_option, strict_option};
  all.insert(all.end(), own.begin(), own.end());
  return all;
}

std::variant<Subject, Reply> read_subject(const Usage& usage, const Arguments& arguments,
                                          LoadResult (*load)(const Arguments&)) {
  if (!arguments.find("patient") && !arguments.find("fhir")) {
    return wrong_use(program_name(usage), "there is no patient to evaluate",
                     "give answers with --patient FILE, a record with --fhir FILE, or both");
  }
  auto loaded = load(arguments);
  if (!loaded.rule_set) return refused(loaded.diagnostics);
  const Engine engine{*std::move(loaded.rule_set)};
  Patient patient{engine};
  const Date as_of = day_of(arguments);
  Reply read = read_answers(arguments, engine, as_of, patient);
  if (read.exit != Exit::done) return read;
  return Subject{engine, std::move(patient), as_of, std::move(read.err), std::move(read.out)};
}

}  // namespace vertebra::cli
