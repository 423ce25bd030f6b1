#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <vertebra/outcome.hpp>
#include <vertebra/patient.hpp>

// What to ask next: the facts that can still change the advice, the most telling first.
//
//   for (const vertebra::Question& question : evaluator.ask_next(patient, as_of)) show(question.ask);
//
// An empty list is a proof: nothing still unknown can change the care interval, a verdict, or the score and cautions of a
// treatment that is not withheld. It may hold a fact that cannot matter. It never leaves one out that can, but for a fact
// that bears on a listed one only through a consistency rule.
namespace vertebra {

// A part of the advice that an answer could change.
enum class Change : std::uint8_t { care, verdicts, scores, cautions };

inline constexpr std::array all_changes{Change::care, Change::verdicts, Change::scores, Change::cautions};
std::string_view to_string(Change change) noexcept;

class Changes {
 public:
  constexpr bool has(Change change) const noexcept { return (bits_ & bit(change)) != 0; }
  constexpr bool empty() const noexcept { return bits_ == 0; }
  constexpr void add(Change change) noexcept { bits_ = static_cast<std::uint8_t>(bits_ | bit(change)); }
  friend bool operator==(Changes, Changes) = default;

 private:
  static constexpr unsigned bit(Change change) noexcept { return 1U << static_cast<unsigned>(change); }
  std::uint8_t bits_ = 0;
};

// Views live as long as the engine.
struct Question {
  FactId id;
  std::string_view fact;
  std::string_view ask;    // Empty where the vocabulary has no wording.
  std::string_view panel;  // Empty where the fact has none.
  Changes could_change;    // Empty where a guide's scope waits on the fact and nothing that it says does.

  // Why it stands where it does, in this order; then in the order of the vocabulary.
  bool decides_scope = false;            // It is open whether a guide is about this patient.
  std::optional<CareLevel> could_raise;  // The highest level to which it could raise care.
  int verdicts = 0;                      // Treatments that it holds open.
  std::int64_t points = 0;               // At stake, sizes added up over treatments.

  // True where a "none of these" over several questions answers it: a yes-or-no fact, or a choice that has `none`, of
  // which nothing is known yet.
  bool by_none = false;
};

// How much must be certain before no more is asked. `rank` is the order of the offered treatments, not their exact points.
enum class Until : std::uint8_t { care, verdicts, rank, everything };

// What to put to a person at once: the first question, and those of its panel that "none of these" answers with it. In the
// order of `questions`; empty only when that is.
std::vector<Question> first_page(const std::vector<Question>& questions);

}  // namespace vertebra
