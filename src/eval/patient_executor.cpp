#include "eval/patient_executor.hpp"

#include <algorithm>

#include "eval/sums.hpp"

namespace vertebra::eval {
namespace {

void write_sum(const image::Image& image, std::uint32_t index, Planes& planes) noexcept {
  const image::Sum& sum = image.sums[index];
  const Truth truth = reaches(sum_of(image, sum.members, planes), sum.threshold);
  const std::uint32_t node = image.first_sum + index;
  planes.yes[node / 64] |= std::uint64_t{truth == Truth::yes} << (node % 64);
  planes.no[node / 64] |= std::uint64_t{truth == Truth::no} << (node % 64);
}

}  // namespace

PatientExecutor::PatientExecutor(const image::Image& image, const Kernel& kernel)
    : image_{image}, kernel_{kernel}, gates_{group_gates(image)}, narrowing_{image, kernel}, assembler_{image, kernel} {
  for (const image::Sum& sum : image.sums) {
    const auto group = std::ranges::lower_bound(gates_.groups, image.first_gate + sum.after, {}, &GateGroup::node);
    groups_before_sum_.push_back(static_cast<std::uint32_t>(group - gates_.groups.begin()));
  }
}

void PatientExecutor::run(const Answers& answers, Date as_of, Result& result) {
  result.as_of = as_of;
  std::ranges::copy(answers.answered(), result.answered.begin());
  narrowing_.run(answers, result);
  run_gates(result.planes);
  assembler_.run(result);
}

// INVARIANT: a gate's terms lie in words of tests, or of gates and sums before it, so one forward pass evaluates them all.
// Where there are no sums, it is one run over the gates.
void PatientExecutor::run_gates(Planes& planes) const noexcept {
  for (std::size_t i = image_.first_gate / 64, end = planes.yes.size(); i < end; ++i)
    planes.yes.data()[i] = planes.no.data()[i] = 0;
  std::uint32_t done = 0;
  for (std::uint32_t i = 0; i < image_.sums.size(); ++i) {
    kernel_.run(gates_, done, groups_before_sum_[i], planes.yes.data(), planes.no.data());
    done = groups_before_sum_[i];
    write_sum(image_, i, planes);
  }
  kernel_.run(gates_, done, static_cast<std::uint32_t>(gates_.groups.size()), planes.yes.data(), planes.no.data());
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
