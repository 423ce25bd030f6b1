#pragma once

#include <memory>
#include <vector>

#include "eval/answers.hpp"
#include "eval/assemble.hpp"
#include "eval/gate_program.hpp"
#include "eval/kernel.hpp"
#include "eval/narrowing.hpp"
#include "eval/result.hpp"
#include "image/image.hpp"

namespace vertebra::eval {

// Runs an image over one patient at a time. Belongs to one thread; all memory is taken when it is made.
class PatientExecutor {
 public:
  // Both must outlive the executor. Every kernel gives the same bits; without one, the best that the machine has.
  explicit PatientExecutor(const image::Image& image, const Kernel& kernel = kernels().front());

  // `answers` must have been made for the same image, and `result` by prepare().
  void run(const Answers& answers, Date as_of, Result& result);

 private:
  void run_gates(Planes& planes) noexcept;

  const image::Image& image_;
  const Kernel& kernel_;
  GateProgram program_;
  Narrowing narrowing_;
  Assembler assembler_;
};

// A result with all the memory that any evaluation of the image can need.
Result prepare(const image::Image& image);

}  // namespace vertebra::eval
