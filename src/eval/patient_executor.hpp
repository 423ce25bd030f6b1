#pragma once

#include <memory>
#include <span>

#include "eval/narrowing.hpp"
#include "eval/result.hpp"
#include "image/image.hpp"

namespace vertebra::eval {

// Runs an image over one patient at a time. Belongs to one thread; all memory is taken when it is made.
class PatientExecutor {
 public:
  // The image must outlive the executor.
  explicit PatientExecutor(const image::Image& image);

  // `answers` holds one domain a fact. Fills `result`, which must come from prepare() for the same image.
  void run(std::span<const Domain> answers, Date as_of, Result& result);

 private:
  const image::Image& image_;
  Narrowing narrowing_;
};

// A result with all the memory that any evaluation of the image can need.
Result prepare(const image::Image& image);

}  // namespace vertebra::eval
