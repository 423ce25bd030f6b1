#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <vertebra/diagnostic.hpp>
#include <vertebra/outcome.hpp>

// Why an outcome says what it says, and why it does not say something else: one question, one answer.
//
//   const auto reply = evaluator.why(patient, as_of, vertebra::why_treatment("ibuprofen"));
//   if (!reply.why) return show(reply.problem);
//   show(to_text(*reply.why));
//
// Three promises. The facts that an answer names give what it explains by themselves, to a patient of whom nothing else is
// known; none of them can be left out; and no consistent answer to the other questions changes it. What is still unknown
// has no such facts: there the answer shows what it waits on.

namespace vertebra {

enum class WhySubject : std::uint8_t { care, red_flag, treatment, rank };

// What is asked. "Why not" is the same question about something that is not so.
struct WhyQuestion {
  WhySubject subject = WhySubject::care;
  std::string id;      // care: a level, whether care is at least that urgent, or empty for the interval as it is.
  std::string second;  // rank: why `id` stands before this treatment.
};

WhyQuestion why_care(std::string_view level = {});
WhyQuestion why_red_flag(std::string_view id);  // `guide.id` where two guides have red flags of this id.
WhyQuestion why_treatment(std::string_view id);
WhyQuestion why_rank(std::string_view first, std::string_view second);

// Reads "care", "care:emergency", "red_flag:fever", "treatment:heat" or "rank:heat,cold"; nothing for any other form. Ids are
// looked at only when the question is asked.
std::optional<WhyQuestion> read_why_question(std::string_view text);

enum class WhyKind : std::uint8_t {
  care,      // The care interval.
  at_least,  // Whether care is at least as urgent as a level.
  red_flag,
  scope,       // Whether a guide covers the patient.
  treatment,   // Its verdict.
  position,    // What the ranking guide thinks of it, whoever the patient is.
  indication,  // Whether what the guide says of it or of its group is meant for the patient.
  contraindication,
  deferral,  // Whether treatments wait for a visit.
  rank,      // Whether one treatment stands before another.
  argument,  // Points for or against a treatment.
  strength,  // The points of the guide's own word for a treatment.
  condition,
  expression,   // "and", "or" or "at least" of what is below it.
  comparison,   // One fact held against a value; `negated` where the rule says `not`.
  score,        // A score held against a number.
  member,       // Points of a score.
  consistency,  // A rule by which one answer leaves no doubt about another.
  fact,         // The patient's answer.
};

std::string_view to_string(WhySubject subject) noexcept;
std::string_view to_string(WhyKind kind) noexcept;

struct WhySource {
  std::string_view id;
  std::string_view interprets;  // The source that this one reads; empty for one that is not an interpretation.
  std::string_view mark;        // How well it was checked: V, V2 or GK; empty where nobody said.
};

// One step of an answer. Texts are views into the rule set and live as long as the engine.
struct WhyNode {
  WhyKind kind = WhyKind::fact;
  Truth truth = Truth::unknown;  // Of what the node says, before any `not` above it.
  int depth = 0;
  int parent = -1;          // Into the list of nodes; -1 for the first.
  bool negated = false;     // The rule above reads it under `not`.
  bool repeated = false;    // What is below it stands at an earlier node of the same rule or condition.
  std::string_view id;      // Of a rule, condition, treatment, fact, level or guide; of the first treatment of a rank.
  std::string_view second;  // rank: the other treatment.
  std::string_view guide;   // Of a rule or a guide's own condition.
  std::string_view says;    // The reason a rule gives, the label of a treatment or level, the question of a fact.
  std::string text;         // expression, comparison and score: in the words of the rule language.
  std::string answer;       // fact: as a patient file writes it; "unknown" where there is none.
  bool set_aside = false;   // fact: an answer to it was set aside, because another one contradicts it.
  bool derived = false;     // fact: not from its own answer, but from others by consistency rules.
  std::optional<int> points;       // argument, strength, member
  std::optional<Verdict> verdict;  // treatment
  Cause cause = Cause::none;       // treatment
  std::optional<Score> score;      // treatment in a rank, score
  std::vector<WhySource> sources;  // The first is the one to cite.
};

// An answer: a tree, from what was asked down to facts. A copy is cheap enough to keep; it holds on to the rule set.
class Why {
 public:
  Why(const Why& other);
  Why(Why&& other) noexcept;
  Why& operator=(const Why& other);
  Why& operator=(Why&& other) noexcept;
  ~Why();

  const WhyQuestion& question() const noexcept;
  Date as_of() const noexcept;
  // Whether what was asked is so. Care without a level: yes once it is decided, no where it is not assessed. A treatment:
  // yes when offered, no when withheld. A rank: yes or no once no further answer can turn it.
  Truth truth() const noexcept;
  // The answers that decided, in vocabulary order, and the facts that something still waits on.
  std::vector<std::string_view> facts() const;
  std::vector<std::string_view> waits_on() const;
  // Each after its parent, siblings in order. Built when asked for.
  std::vector<WhyNode> nodes() const;

  // The stable JSON form (rules/schema/why.schema.json).
  std::string to_json() const;

  struct State;
  const State& state() const noexcept { return *state_; }  // For the library itself.

 private:
  friend class Evaluator;
  explicit Why(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

struct WhyReply {
  std::optional<Why> why;  // Nothing where the question names what is not there.
  Diagnostic problem;      // Then it says so.
};

// The form for reading: a tree of short lines.
std::string to_text(const Why& why, const TextStyle& style = {});

// One page for a browser that needs nothing else.
std::string to_html(const Why& why);

// The part of the rule graph that bears on it, in the language of Graphviz, with this patient's path through it.
std::string why_dot(const Why& why);

}  // namespace vertebra
