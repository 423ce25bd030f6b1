#include "cli/answers.hpp"

#include "cli/patient_file.hpp"
#include "cli/record.hpp"

namespace vertebra::cli {

std::optional<Reply> check_patient(const Usage& usage, const Arguments& arguments) {
  if (arguments.find("patient") || arguments.find("fhir")) return std::nullopt;
  return wrong_use(program_name(usage), "there is no patient to evaluate",
                   "give answers with --patient FILE, a record with --fhir FILE, or both");
}

Reply read_answers(const Arguments& arguments, const Engine& engine, Date as_of, Patient& patient) {
  Reply reply;
  if (const auto record = arguments.find("fhir")) {
    reply = read_fhir(*record, arguments.get("rules"), engine, as_of, patient);
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
