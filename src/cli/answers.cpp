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

}  // namespace

std::optional<Reply> check_patient(const Usage& usage, const Arguments& arguments) {
  if (arguments.find("patient") || arguments.find("fhir")) return check_record_options(usage, arguments);
  return wrong_use(program_name(usage), "there is no patient to evaluate",
                   "give answers with --patient FILE, a record with --fhir FILE, or both");
}

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

}  // namespace vertebra::cli
