#pragma once

#include <cstdint>
#include <vector>

#include "eval/kernel.hpp"
#include "eval/ranking.hpp"
#include "eval/result.hpp"
#include "eval/ruling.hpp"
#include "eval/treatment_kinds.hpp"
#include "image/image.hpp"

namespace vertebra::eval {

// From planes to what an outcome says: care, verdicts, scores, ranks. Lays out what it needs of an image once, and owns its
// scratch; allocates only when made.
class Assembler {
 public:
  // Both must outlive it.
  Assembler(const image::Image& image, const Kernel& kernel);

  // Reads the planes of the result and fills the rest of it, but for the conflicts.
  void run(Result& result);

 private:
  void find_levels();
  void assemble_care(Result& result) const noexcept;
  void assemble_scores(const Planes& planes) noexcept;
  void assemble_verdicts(Result& result) noexcept;
  bool is_ranked(const Result& result) const noexcept;

  const image::Image& image_;
  TreatmentKinds kinds_;
  std::vector<image::Literal> assessing_;  // Scopes of the guides with red flags.
  std::vector<image::Range> level_terms_;  // terms_; as care levels: the literals of its red flags.
  std::vector<image::Term> terms_;
  Ranking ranking_;

  std::vector<std::uint8_t> truths_;  // As Image::rows.
  std::vector<Ruling> rulings_;       // As kinds_.
};

}  // namespace vertebra::eval
