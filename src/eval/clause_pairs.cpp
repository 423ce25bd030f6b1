#include "eval/clause_pairs.hpp"

#include <algorithm>

namespace vertebra::eval {
namespace {

// With more words, rules are better looked for than all applied.
constexpr std::uint32_t most_words = 4;

}  // namespace

ClausePairs pair_clauses(const image::Image& image, const Exclusions& exclusions) {
  ClausePairs result;
  result.words = image.first_gate / 64;
  result.complete =
      result.words <= most_words &&
      std::ranges::all_of(image.clauses, [](const image::Clause& each) { return each.parts.size() == 2; }) &&
      std::ranges::none_of(exclusions.parts, &Exclusion::concerns_others);
  if (!result.complete) return result;
  result.clauses = static_cast<std::uint32_t>(image.clauses.size());
  const std::size_t groups = (image.clauses.size() + clauses_a_group - 1) / clauses_a_group;
  result.steps.resize(groups * result.words);
  const auto add = [&](std::size_t clause, std::uint32_t part, PairSide PairStep::*side) {
    PairStep* const steps = result.steps.data() + clause / clauses_a_group * result.words;
    const std::size_t lane = clause % clauses_a_group;
    const image::Literal literal = image.parts[part].literal;
    PairSide& own = steps[literal.node() / 64].*side;
    (literal.negated() ? own.negative : own.positive)[lane] = std::uint64_t{1} << (literal.node() % 64);
    for (std::uint32_t i = exclusions.parts[part].bits.begin; i < exclusions.parts[part].bits.end; ++i) {
      const TestBits& bits = exclusions.bits[i];
      (steps[bits.word].*side).excluded_yes[lane] = bits.yes;
      (steps[bits.word].*side).excluded_no[lane] = bits.no;
    }
  };
  for (std::size_t clause = 0; clause < image.clauses.size(); ++clause) {
    add(clause, image.clauses[clause].parts.begin, &PairStep::first);
    add(clause, image.clauses[clause].parts.begin + 1, &PairStep::second);
  }
  return result;
}

}  // namespace vertebra::eval
