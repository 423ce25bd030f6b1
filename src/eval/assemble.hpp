#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "eval/kernel.hpp"
#include "eval/marks.hpp"
#include "eval/ranking.hpp"
#include "eval/result.hpp"
#include "eval/ruling.hpp"
#include "image/image.hpp"

namespace vertebra::eval {

// From marks to what an outcome says: care, verdicts, scores, ranks. Lays out what it needs of an image once, and owns its
// scratch; allocates only when made.
class Assembler {
 public:
  // Both must outlive it.
  Assembler(const image::Image& image, const Kernel& kernel);

  // Reads the marks of all literals and fills the result, but for its planes and conflicts.
  void run(const Mark* marks, Result& result);

 private:
  static constexpr std::size_t flags_at_once = 4;
  struct Flags {  // Some red flags of a care level; where there are fewer, the first stands more than once.
    std::uint32_t level = 0;
    std::array<image::Literal, flags_at_once> hold;
  };

  void assemble_care(const Mark* marks, Result& result) const noexcept;
  void assemble_verdicts(const Mark* marks, Result& result) noexcept;
  bool is_ranked(const Mark* marks, const Result& result) const noexcept;

  const image::Image& image_;
  std::vector<image::Literal> assessing_;  // Scopes of the guides with red flags.
  std::vector<Flags> flags_;               // From the least urgent level on.
  Ranking ranking_;
};

}  // namespace vertebra::eval
