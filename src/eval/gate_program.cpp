#include "eval/gate_program.hpp"

#include "eval/sums.hpp"

namespace vertebra::eval {
namespace {

template <std::size_t size>
const std::uint32_t* run_all(std::uint32_t count, const std::uint32_t* record, Mark* marks) noexcept {
  for (; count != 0; --count, record += 2 + size) {
    unsigned mark = marks[record[2]];
    for (std::size_t i = 1; i < size; ++i) mark &= marks[record[2 + i]];
    put(marks, record[0], mark, record[1]);
  }
  return record;
}

const std::uint32_t* run_count(const std::uint32_t* record, Mark* marks) noexcept {
  const std::uint32_t size = record[1], enough = record[2], spare = record[3];
  std::uint32_t right = 0, wrong = 0;
  for (std::uint32_t i = 0; i < size; ++i) {
    const Mark mark = marks[record[4 + i]];
    right += is_yes(mark) ? 1 : 0;
    wrong += is_no(mark) ? 1 : 0;
  }
  put(marks, record[0], right >= enough ? marked_yes : wrong > spare ? marked_no : marked_unknown);
  return record + 4 + size;
}

const std::uint32_t* run_sum(const std::vector<image::Member>& members, const std::uint32_t* record,
                             Mark* marks) noexcept {
  const Score sum = sum_of(std::span{members}.subspan(record[2], record[3] - record[2]),
                           [&](image::Literal when) { return truth_of(marks[when.code]); });
  const Truth truth = reaches(sum, static_cast<std::int32_t>(record[1]));
  put(marks, record[0], truth == Truth::yes ? marked_yes : truth == Truth::no ? marked_no : marked_unknown);
  return record + 4;
}

}  // namespace

void run(GateProgram& program) noexcept {
  Mark* const marks = program.marks.data();
  const std::uint32_t* record = program.numbers.data();
  for (const auto [shape, count] : program.stretches) {
    switch (shape) {
      case Shape::two: record = run_all<2>(count, record, marks); break;
      case Shape::four: record = run_all<4>(count, record, marks); break;
      case Shape::count:
        for (std::uint32_t i = 0; i < count; ++i) record = run_count(record, marks);
        break;
      case Shape::sum:
        for (std::uint32_t i = 0; i < count; ++i) record = run_sum(program.members, record, marks);
        break;
    }
  }
}

}  // namespace vertebra::eval
