#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <vertebra/diagnostic.hpp>
#include <vertebra/outcome.hpp>
#include <vertebra/patient.hpp>

// What if an answer were another one: the difference that it makes, and the fewest answers that would make one.
//
//   vertebra::Patient changed = patient;
//   if (auto status = changed.set("fever", true); !status) return show(status.problem());
//   show(to_text(evaluator.what_if(patient, changed, as_of)));
//
//   const auto reply = evaluator.counterfactuals(patient, as_of, vertebra::goal_offered("ibuprofen"));
//   if (!reply.counterfactuals) return show(reply.problem);
//   show(to_text(*reply.counterfactuals));
//
// Views live as long as the engine.
namespace vertebra {

// The same thing in two outcomes.
template <class T>
struct BeforeAfter {
  T before{};
  T after{};
};

struct RedFlagDifference {
  std::string_view id;
  std::string_view guide;
  CareLevel level;
  std::string_view because;
  std::vector<std::string_view> sources;
  BeforeAfter<Truth> truth;
};

struct ContraindicationDifference {
  std::string_view id;
  std::string_view guide;
  Effect effect = Effect::caution;
  std::string_view because;
  std::vector<std::string_view> sources;
  BeforeAfter<Truth> truth;
};

// Where a treatment stands.
struct Standing {
  Verdict verdict = Verdict::provisional;
  Cause cause = Cause::none;
  int rank = 0;                // 0 when it has none.
  std::optional<Score> score;  // Absent for what is withheld for a cause other than `deferred`.
  friend bool operator==(const Standing&, const Standing&) = default;
};

struct TreatmentDifference {
  std::string_view id;
  std::string_view label;
  BeforeAfter<Standing> standing;
  std::vector<ContraindicationDifference> contraindications;  // Another truth now, and said in one outcome at least.
};

// An instrument; a side is absent where its guide is out of scope.
struct ScoreDifference {
  std::string_view id;
  std::string_view guide;
  BeforeAfter<std::optional<Score>> score;
  BeforeAfter<std::string_view> band;
};

struct ScopeDifference {
  std::string_view guide;
  BeforeAfter<Truth> truth;
};

// Everything in which two outcomes of one rule set differ; what is not named is the same in both.
struct Difference {
  std::vector<ScopeDifference> scopes;  // In profile order.
  // Absent where the interval is the same; a side is absent where care is not assessed.
  std::optional<BeforeAfter<std::optional<CareInterval>>> care;
  std::vector<RedFlagDifference> red_flags;     // Most urgent first, then profile and file order.
  std::vector<TreatmentDifference> treatments;  // In the order after the change: by rank, then of the catalogue.
  std::vector<ScoreDifference> scores;
  std::vector<std::string_view> no_longer_asked;  // Facts, the most telling first.
  std::vector<std::string_view> newly_asked;
  std::vector<ConflictAdvice> conflicts_gone;
  std::vector<ConflictAdvice> conflicts_new;
  std::vector<NoticeAdvice> notices_gone;
  std::vector<NoticeAdvice> notices_new;

  bool empty() const noexcept;  // Nothing above differs.

  // Which rules spoke.
  Date as_of;
  std::string_view profile;
  std::string_view hash;
};

enum class GoalKind : std::uint8_t { care, offered, first };

std::string_view to_string(GoalKind kind) noexcept;

// What is to become of the advice.
struct Goal {
  GoalKind kind = GoalKind::care;
  std::string treatment;  // offered
};

Goal goal_care();                               // Another care interval; that care is not assessed is none.
Goal goal_offered(std::string_view treatment);  // This treatment is offered.
Goal goal_first();                              // Another treatment than now has rank 1.

// Reads "care", "offered:ibuprofen" or "first"; nothing for any other form.
std::optional<Goal> read_goal(std::string_view text);

// An answer in place of the patient's own: one value, not a range.
struct OtherAnswer {
  std::string_view fact;
  Answer answer;
  std::string before;  // As a patient file writes it: "28 d", "unknown".
  std::string after;
};

// The advice in short.
struct AdviceInShort {
  std::optional<CareInterval> care;
  std::string_view first;  // The treatment at rank 1; empty where there are no ranks.
  std::string_view first_label;
};

struct Counterfactual {
  std::vector<OtherAnswer> answers;  // In vocabulary order. No part of them alone reaches the goal.
  AdviceInShort then;
};

inline constexpr int most_other_answers = 3;
inline constexpr std::size_t most_counterfactuals = 10'000;

// The sets of fewest answers that reach a goal; all have the same size. Each makes a patient who breaks no consistency rule.
//
// Limits: a quantity stands with one value for all that the rules do not tell apart, and of neighbours that all do only the
// nearest to the patient's own (among what is unknown, the lowest). More than `most_other_answers` are not tried, and an
// answer is never taken back.
struct Counterfactuals {
  Goal goal;
  bool reached_already = false;      // The outcome is so as it is; then nothing was looked for.
  bool complete = true;              // False when there are more sets than `most_counterfactuals`.
  std::vector<Counterfactual> sets;  // By facts in vocabulary order, then by values. Empty where none is small enough.
  AdviceInShort now;
  std::string_view treatment_label;  // Of the goal.

  Date as_of;
  std::string_view profile;
  std::string_view hash;
};

struct CounterfactualReply {
  std::optional<Counterfactuals> counterfactuals;  // Nothing where the goal names what is not there.
  Diagnostic problem;                              // Then it says so.
};

// The stable JSON forms (rules/schema/what_if.schema.json and counterfactuals.schema.json).
std::string to_json(const Difference& difference);
std::string to_json(const Counterfactuals& counterfactuals);
// The forms for reading.
std::string to_text(const Difference& difference, const TextStyle& style = {});
std::string to_text(const Counterfactuals& counterfactuals, const TextStyle& style = {});

}  // namespace vertebra
