#include "eval/patient_executor.hpp"

#include <algorithm>

namespace vertebra::eval {

PatientExecutor::PatientExecutor(const image::Image& image, const Kernel& kernel)
    : image_{image},
      kernel_{kernel},
      program_{write_program(image)},
      narrowing_{image, kernel},
      assembler_{image, kernel} {}

void PatientExecutor::run(const Answers& answers, Date as_of, Result& result) {
  result.as_of = as_of;
  std::ranges::copy(answers.answered(), result.answered.begin());
  narrowing_.run(answers, result);
  run_gates(result.planes);
  assembler_.run(program_.marks.data(), result);
}

// From the planes of tests to those of all nodes.
void PatientExecutor::run_gates(Planes& planes) noexcept {
  const std::size_t tests = image_.first_gate / 64;
  Mark* const marks = program_.marks.data();
  kernel_.spread(planes.yes.data(), planes.no.data(), tests, marks);
  eval::run(program_);
  kernel_.pack(marks + 2 * image_.first_gate, planes.yes.size() - tests, planes.yes.data() + tests,
               planes.no.data() + tests);
}

// Every conflict drops at least one answer, so neither list can outgrow the number of facts.
Result prepare(const image::Image& image) {
  Result result;
  result.planes.yes.resize(image.words_in_plane());
  result.planes.no.resize(image.words_in_plane());
  result.answered.resize((image.facts.size() + 63) / 64);
  result.treatments.resize(image.treatments.size());
  for (std::uint32_t i = 0; i < image.treatments.size(); ++i) result.treatments[i].index = i;
  result.order.reserve(image.treatments.size());
  result.conflicts.reserve(image.facts.size());
  result.set_aside.reserve(image.facts.size());
  return result;
}

}  // namespace vertebra::eval
