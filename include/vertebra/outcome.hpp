#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <vertebra/patient.hpp>
#include <vertebra/truth.hpp>

// What one evaluation says. Texts are views into the rule set and live as long as the engine. Lists are built when asked
// for, read back from the run: an evaluation itself stores only truth values and points.

namespace vertebra {

enum class Verdict : std::uint8_t { offered, provisional, withheld };

// Why a treatment is withheld: the first of these that is certain.
enum class Cause : std::uint8_t { none, not_in_scope, against, no_recommendation, blocked, not_indicated, deferred };

// True for what takes part in the ranking, and so has a score: offered, provisional, or waiting for a visit.
constexpr bool is_listed(Verdict verdict, Cause cause) noexcept {
  return verdict != Verdict::withheld || cause == Cause::deferred;
}

enum class Position : std::uint8_t { favors, against, in_package, no_recommendation, silent, unknown, not_in_scope };

enum class Effect : std::uint8_t { block, caution };

std::string_view to_string(Verdict verdict) noexcept;
std::string_view to_string(Cause cause) noexcept;
std::string_view to_string(Position position) noexcept;
std::string_view to_string(Effect effect) noexcept;

// One of the rule set's care levels; a higher rank is more urgent.
struct CareLevel {
  int rank = 0;  // 0 is the least urgent.
  std::string_view id;
  std::string_view label;
};

struct CareInterval {
  CareLevel least;                                  // As urgent as this, whatever the open answers turn out to be.
  CareLevel most;                                   // No more urgent than this.
  std::vector<std::string_view> deferral_waits_on;  // Facts; empty unless it is open whether treatments wait.
  bool most_urgent = false;  // `least` is the rule set's last level: what to do now is all that matters.

  bool decided() const noexcept { return least.rank == most.rank; }
};

// Exact points; one number when low equals high, otherwise what open answers leave possible.
struct Score {
  int low = 0;
  int high = 0;
  friend bool operator==(const Score&, const Score&) = default;
};

struct RedFlagAdvice {
  std::string_view id;
  std::string_view guide;
  Truth truth = Truth::unknown;
  CareLevel level;
  std::string_view because;
  std::vector<std::string_view> sources;     // The first is the one to cite.
  std::vector<std::string_view> facts;       // For yes: the facts that decided.
  std::vector<std::string_view> depends_on;  // For unknown: the facts it waits on.
};

struct ArgumentAdvice {
  std::string_view id;    // "strength" for the points that the guide's own word gives.
  std::string_view word;  // That word, such as "consider"; empty for other arguments.
  int points = 0;
  Truth truth = Truth::yes;
  std::string_view because;
  std::vector<std::string_view> sources;
  std::vector<std::string_view> facts;
  std::vector<std::string_view> depends_on;
};

struct ClaimAdvice {
  std::string_view modality;
  std::string_view magnitude;
  std::string_view says;
  std::vector<std::string_view> sources;
};

struct ObligationAdvice {
  std::string_view id;
  std::string_view guide;
  std::string_view says;
  std::vector<std::string_view> sources;
};

struct ContraindicationAdvice {
  std::string_view id;
  std::string_view guide;
  Effect effect = Effect::caution;
  Truth truth = Truth::unknown;
  std::string_view because;
  std::vector<std::string_view> sources;
  std::vector<std::string_view> facts;
  std::vector<std::string_view> depends_on;
};

struct PositionAdvice {
  std::string_view guide;
  Position position = Position::silent;
  std::string_view strength;  // That guide's own word, where it takes a position and has one.
};

struct TreatmentAdvice {
  std::string_view id;
  std::string_view label;
  std::string_view part_of;  // The group just above; empty when there is none.
  int rank = 0;              // From 1; 0 when it has none.
  Verdict verdict = Verdict::provisional;
  Cause cause = Cause::none;
  std::vector<std::string_view> depends_on;
  std::optional<Score> score;  // Absent for what is withheld for a cause other than `deferred`.
  std::vector<ArgumentAdvice> arguments;
  std::vector<ClaimAdvice> claims;
  std::vector<ObligationAdvice> obligations;
  std::vector<PositionAdvice> positions;
  std::vector<ContraindicationAdvice> contraindications;
};

struct CertainFirst {
  std::string_view treatment;
  bool certain = false;
  std::optional<int> margin;  // Absent when there is no other treatment to compare with.
};

// An instrument of a guide, such as a questionnaire: the points that the answers add up to.
struct ScoreAdvice {
  std::string_view id;
  std::string_view guide;
  Score score;
  std::string_view band;  // "unknown" while open answers leave more than one; empty when the score has no bands.
};

struct ConflictAdvice {
  std::string_view id;
  std::vector<std::string_view> facts;
  std::vector<std::string_view> set_aside;
  std::string_view because;
};

struct NoticeAdvice {
  std::string_view id;
  std::string_view guide;  // Empty for a notice of the engine itself.
  std::string_view says;
  std::vector<std::string_view> sources;
};

// What a site changed in a guide, by an overlay of this id.
struct OverlayAdvice {
  std::string_view id;
  std::vector<std::string_view> changes;  // Such as "withdraw acupuncture", in written order.
};

struct GuideAdvice {
  std::string_view id;
  std::string_view version;
  Truth scope = Truth::unknown;
  std::vector<OverlayAdvice> overlays;
};

// The short form of a treatment, for callers who count nanoseconds: no list is built for it.
struct TreatmentSummary {
  std::uint32_t index = 0;  // Place in the catalogue of ranked treatments.
  Verdict verdict = Verdict::provisional;
  Cause cause = Cause::none;
  Score score;
  int rank = 0;
};

class Evaluator;

// Belongs to the evaluator that made it and is overwritten by its next evaluation; a copy stands on its own.
class Outcome {
 public:
  Outcome(const Outcome& other);
  Outcome(Outcome&& other) noexcept;
  Outcome& operator=(const Outcome& other);
  Outcome& operator=(Outcome&& other) noexcept;
  ~Outcome();

  Date as_of() const noexcept;
  std::string_view profile() const noexcept;
  std::string_view hash() const noexcept;
  std::vector<GuideAdvice> guides() const;

  // Absent when every guide with red flags is out of scope.
  std::optional<CareInterval> care() const;
  std::vector<RedFlagAdvice> red_flags() const;
  // In rank order, then catalogue order.
  std::vector<TreatmentAdvice> treatments() const;
  // In catalogue order; allocates nothing.
  const std::vector<TreatmentSummary>& summaries() const noexcept;
  // Of the ranking guide and the guards, as far as they are not out of scope; in profile order, then file order.
  std::vector<ScoreAdvice> scores() const;
  std::optional<CertainFirst> certain_first() const;
  std::vector<ConflictAdvice> conflicts() const;
  std::vector<NoticeAdvice> notices() const;

  // The stable JSON form (rules/README.md): one line, keys in a fixed order, the same bytes everywhere.
  std::string to_json() const;

  struct State;
  const State& state() const noexcept { return *state_; }  // For the library itself.

 private:
  friend class Evaluator;
  explicit Outcome(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

struct TextStyle {
  bool color = false;  // ANSI colours, for a terminal.
  int width = 80;      // Columns.
};

// The form for reading: care level first, then ranked treatments with reasons, what is withheld, and what is unknown.
std::string to_text(const Outcome& outcome, const TextStyle& style = {});

}  // namespace vertebra
