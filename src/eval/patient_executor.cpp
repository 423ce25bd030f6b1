#include "eval/patient_executor.hpp"

#include "eval/assemble.hpp"
#include "eval/planes.hpp"

namespace vertebra::eval {

PatientExecutor::PatientExecutor(const image::Image& image) : image_{image}, narrowing_{image} {}

void PatientExecutor::run(std::span<const Domain> answers, Date as_of, Result& result) {
  result.as_of = as_of;
  narrowing_.run(answers, result);
  fill_tests(image_, result.domains, result.planes);
  run_gates(image_, result.planes);
  assemble_care(image_, result);
  assemble_scores(image_, result);
  assemble_verdicts(image_, result);
  assemble_ranks(image_, result);
}

// Every conflict drops at least one answer, so neither list can outgrow the number of facts.
Result prepare(const image::Image& image) {
  Result result;
  result.domains.resize(image.facts.size());
  result.planes.yes.resize(image.words_in_plane());
  result.planes.no.resize(image.words_in_plane());
  result.treatments.resize(image.treatments.size());
  for (std::uint32_t i = 0; i < image.treatments.size(); ++i) result.treatments[i].index = i;
  result.order.reserve(image.treatments.size());
  result.conflicts.reserve(image.facts.size());
  result.set_aside.reserve(image.facts.size());
  return result;
}

}  // namespace vertebra::eval
