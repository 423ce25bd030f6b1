#pragma once

#include <cstdint>
#include <vector>

#include "eval/marks.hpp"
#include "image/image.hpp"

namespace vertebra::eval {

// How one record of a program is read. Gates are kept as "all": "any" is "all" of the opposite literals, turned round.
enum class Shape : std::uint8_t {
  two,    // out, turned, two literals
  four,   // out, turned, four literals
  count,  // out, size, enough, spare, its literals: yes when at least `enough` are, no when more than `spare` are not
  sum,    // out, threshold, begin, end of members
};
inline constexpr std::size_t shapes_of_gates = 3;

// The gates and sums of an image as one stream of numbers, each after what it reads, and in long stretches of one shape, so
// that running them asks no question that the processor would have to guess. Gates with more literals than fit are parted;
// their parts write behind the nodes of the image.
struct GateProgram {
  struct Stretch {
    Shape shape = Shape::two;
    std::uint32_t count = 0;  // Of its records.
  };
  std::vector<Stretch> stretches;
  std::vector<std::uint32_t> numbers;  // The records, one after the other.
  std::vector<image::Member> members;  // As the image's.
  std::vector<Mark> marks;             // Of all literals, then of the parts of gates; those of constants are set.
};

GateProgram write_program(const image::Image& image);

// Fills the marks of gates and sums from those of tests and constants.
void run(GateProgram& program) noexcept;

}  // namespace vertebra::eval
