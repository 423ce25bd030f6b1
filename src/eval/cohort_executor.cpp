#include "eval/cohort_executor.hpp"

#include <algorithm>
#include <bit>

#include "eval/order.hpp"
#include "eval/sums.hpp"

namespace vertebra::eval {

CohortExecutor::CohortExecutor(const CohortPlan& plan, std::span<const base::FactShape> shapes,
                               const CohortColumns& columns, const CohortSpans& into, std::size_t block,
                               const CohortKernel& kernel)
    : plan_{plan},
      image_{plan.image},
      shapes_{shapes},
      columns_{columns},
      into_{into},
      kernel_{kernel},
      words_{block / 64},
      reader_{plan.image, shapes, columns, kernel, words_},
      planes_{plan.image, words_},
      alone_(words_),
      assessed_(words_),
      top_(words_),
      ranked_(words_),
      some_(words_),
      other_(words_),
      offered_(plan.kinds.kinds.size(), Bits(words_)),
      listed_(plan.kinds.kinds.size(), Bits(words_)),
      count_yes_(32, Bits(words_)),
      count_no_(32, Bits(words_)),
      patient_{plan.image},
      result_{prepare(plan.image)} {
  if (!into.score_low.empty() || !into.score_high.empty() || !into.ranks.empty()) {
    scores_.resize(image_.treatments.size() * block);
    keys_.resize(image_.treatments.size() * block);
  }
}

void CohortExecutor::run(std::size_t first, std::size_t last, Date as_of) {
  for (std::size_t row = first; row < last; row += words_ * 64) {
    const std::size_t rows = std::min(words_ * 64, last - row);
    run_block(row, rows);
    for (std::size_t i = 0; i * 64 < rows; ++i) {
      std::uint64_t left = alone_[i];
      if (rows - i * 64 < 64) left &= (std::uint64_t{1} << (rows - i * 64)) - 1;
      for (; left != 0; left &= left - 1)
        run_alone(row + i * 64 + static_cast<std::size_t>(std::countr_zero(left)), as_of);
    }
  }
}

void CohortExecutor::run_block(std::size_t first, std::size_t rows) {
  reader_.read(first, rows, planes_);
  std::ranges::fill(alone_, plan_.fits_short_words ? 0 : ~std::uint64_t{0});
  narrow();
  run_gates();
  if (!into_.conflicts.empty()) std::fill_n(into_.conflicts.begin() + static_cast<std::ptrdiff_t>(first), rows, 0);
  write_care(first, rows);
  if (image_.treatments.empty() || !plan_.fits_short_words) return;
  write_verdicts(first, rows);
  write_causes(first, rows);
  if (scores_.empty()) return;
  write_scores(first, rows);
  if (!into_.ranks.empty()) write_ranks(first, rows);
}

// Rows that break a rule are run alone, for then it matters which answers are set aside.
void CohortExecutor::narrow() {
  for (bool changed = true; changed;) {
    changed = false;
    for (std::uint32_t clause = 0; clause < image_.clauses.size(); ++clause) changed |= narrow_by(clause);
  }
}

// When all parts of a clause but one hold, the last cannot.
bool CohortExecutor::narrow_by(std::uint32_t clause) {
  const image::Range parts = image_.clauses[clause].parts;
  bool concerns_others = false;
  for (std::uint32_t open = parts.begin; open < parts.end; ++open) {
    std::ranges::fill(some_, ~std::uint64_t{0});
    for (std::uint32_t i = parts.begin; i < parts.end; ++i) {
      if (i != open) kernel_.intersect(some_.data(), planes_.yes(image_.parts[i].literal), words_);
    }
    const image::Literal literal = image_.parts[open].literal;
    const std::uint64_t* const yes = planes_.yes(literal);
    const std::uint64_t* const no = planes_.no(literal);
    std::uint64_t any = 0;
    const Exclusion& exclusion = plan_.exclusions.parts[open];
    const bool by_answer = exclusion.depends_on_answer && exclusion.concerns_others;
    for (std::size_t i = 0; i < words_; ++i) {
      alone_[i] |= some_[i] & yes[i];
      some_[i] &= ~(yes[i] | no[i]);
      if (by_answer) alone_[i] |= some_[i];
      any |= some_[i];
    }
    if (any == 0) continue;
    concerns_others |= exclusion.concerns_others;
    for (std::uint32_t i = exclusion.bits.begin; i < exclusion.bits.end; ++i) {
      const TestBits& bits = plan_.exclusions.bits[i];
      const auto unite = [&](std::uint64_t nodes, bool is_yes) {
        for (; nodes != 0; nodes &= nodes - 1) {
          const std::uint32_t node = bits.word * 64 + static_cast<std::uint32_t>(std::countr_zero(nodes));
          kernel_.unite(is_yes ? planes_.yes(node) : planes_.no(node), some_.data(), words_);
        }
      };
      unite(bits.yes, true);
      unite(bits.no, false);
    }
  }
  return concerns_others;
}

void CohortExecutor::run_gates() {
  in_order(
      image_, [&](std::uint32_t first, std::uint32_t last) { run_gates_between(first, last); },
      [&](std::uint32_t sum) { run_sum(sum); });
}

void CohortExecutor::run_gates_between(std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first; i < last; ++i) {
    const image::Gate& gate = image_.gates[i];
    gate.count == gate.size || gate.count == 1 ? run_gate(i) : count_gate(i);
  }
}

// All: yes while every operand is, no when one is. Any: the other way round.
void CohortExecutor::run_gate(std::uint32_t gate) {
  const bool is_all = image_.gates[gate].count == image_.gates[gate].size;
  std::uint64_t* const yes = planes_.yes(image_.first_gate + gate);
  std::uint64_t* const no = planes_.no(image_.first_gate + gate);
  std::fill_n(yes, words_, is_all ? ~std::uint64_t{0} : 0);
  std::fill_n(no, words_, is_all ? 0 : ~std::uint64_t{0});
  for (std::uint32_t i = plan_.gates[gate].begin; i < plan_.gates[gate].end; ++i) {
    const image::Literal operand = plan_.operands[i];
    (is_all ? kernel_.intersect : kernel_.unite)(yes, planes_.yes(operand), words_);
    (is_all ? kernel_.unite : kernel_.intersect)(no, planes_.no(operand), words_);
  }
}

namespace {

// Adds one where the bit is set to numbers that are kept bit by bit.
void count_up(std::vector<std::vector<std::uint64_t>>& number, const std::uint64_t* bits, std::size_t words,
              std::size_t digits) {
  for (std::size_t i = 0; i < words; ++i) {
    std::uint64_t carry = bits[i];
    for (std::size_t digit = 0; digit < digits; ++digit) {
      const std::uint64_t sum = number[digit][i] ^ carry;
      carry &= number[digit][i];
      number[digit][i] = sum;
    }
  }
}

// Where such a number is at least so much.
void reaches_number(const std::vector<std::vector<std::uint64_t>>& number, std::uint32_t least, std::size_t words,
                    std::size_t digits, std::uint64_t* bits) {
  for (std::size_t i = 0; i < words; ++i) {
    std::uint64_t equal = ~std::uint64_t{0}, greater = 0;
    for (std::size_t digit = digits; digit-- > 0;) {
      if ((least >> digit & 1) != 0) {
        equal &= number[digit][i];
      } else {
        greater |= equal & number[digit][i];
        equal &= ~number[digit][i];
      }
    }
    bits[i] = greater | equal;
  }
}

}  // namespace

void CohortExecutor::count_gate(std::uint32_t index) {
  const image::Gate& gate = image_.gates[index];
  const auto digits = static_cast<std::size_t>(std::bit_width(gate.size));
  for (std::size_t digit = 0; digit < digits; ++digit) {
    std::ranges::fill(count_yes_[digit], 0);
    std::ranges::fill(count_no_[digit], 0);
  }
  for (std::uint32_t i = plan_.gates[index].begin; i < plan_.gates[index].end; ++i) {
    count_up(count_yes_, planes_.yes(plan_.operands[i]), words_, digits);
    count_up(count_no_, planes_.no(plan_.operands[i]), words_, digits);
  }
  reaches_number(count_yes_, gate.count, words_, digits, planes_.yes(image_.first_gate + index));
  reaches_number(count_no_, gate.size - gate.count + 1, words_, digits, planes_.no(image_.first_gate + index));
}

void CohortExecutor::run_sum(std::uint32_t index) {
  const image::Sum& sum = image_.sums[index];
  std::uint64_t* const yes = planes_.yes(image_.first_sum + index);
  std::uint64_t* const no = planes_.no(image_.first_sum + index);
  for (std::size_t row = 0; row < words_ * 64; ++row) {
    const std::uint64_t bit = std::uint64_t{1} << (row % 64);
    Score total;
    for (std::uint32_t i = sum.members.begin; i < sum.members.end; ++i) {
      const image::Member& member = image_.members[i];
      const bool is_yes = (planes_.yes(member.when)[row / 64] & bit) != 0;
      const bool is_no = (planes_.no(member.when)[row / 64] & bit) != 0;
      const Score share = share_of(member.points, is_yes ? Truth::yes : is_no ? Truth::no : Truth::unknown);
      total = {total.low + share.low, total.high + share.high};
    }
    const Truth truth = reaches(total, sum.threshold);
    yes[row / 64] = truth == Truth::yes ? yes[row / 64] | bit : yes[row / 64] & ~bit;
    no[row / 64] = truth == Truth::no ? no[row / 64] | bit : no[row / 64] & ~bit;
  }
}

}  // namespace vertebra::eval
