#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>

// spine_pro as an engineer would write it by hand in C++ for this one guide: the baseline of the patient benchmark. It
// knows nothing of Vertebra's image; the benchmark checks that both say the same before either is timed.
namespace hand_written {

enum class Truth : std::int8_t { no, unknown, yes };

inline constexpr double not_measured = std::numeric_limits<double>::quiet_NaN();

enum class Legs : std::int8_t { none, one_leg, both_legs, unknown, some };  // some: not none, which one is open
enum class Control : std::int8_t { none, new_or_worse, longstanding_unchanged, unknown };
enum class Cancer : std::int8_t { none, past, active, non_melanoma_skin_only, unknown };
enum class Steroids : std::int8_t {
  none,
  inhaled_topical_only,
  systemic_short,
  systemic_prolonged,
  anabolic,
  unspecified,
  unknown
};

struct Patient {
  Truth lbp_present = Truth::unknown;
  double pain_duration_days = not_measured;
  double pain_severity = not_measured;
  Truth pain_improves_with_rest = Truth::unknown;
  Legs leg_pain = Legs::unknown;
  Truth leg_pain_below_knee = Truth::unknown;
  Legs leg_weakness = Legs::unknown;
  Truth leg_weakness_progressive = Truth::unknown;
  Legs leg_numbness = Legs::unknown;
  Legs leg_tingling = Legs::unknown;
  Truth unexplained_weight_loss = Truth::unknown;
  Truth fever = Truth::unknown;
  double body_temperature_c = not_measured;
  Truth back_swelling = Truth::unknown;
  Control bowel = Control::unknown;
  Control bladder = Control::unknown;
  Cancer history_of_cancer = Cancer::unknown;
  Truth osteoporosis = Truth::unknown;
  Steroids steroid_use = Steroids::unknown;
  Truth recurrent_episode = Truth::unknown;
  Truth nonpharm_trial_inadequate = Truth::unknown;
  Truth muscle_tightness = Truth::unknown;
  Truth back_movement_limited = Truth::unknown;
  Truth long_sitting = Truth::unknown;
};

enum Treatment : std::uint8_t {
  pelvic_tilt,
  bridge,
  plank,
  knee_to_chest_stretch,
  hamstring_stretch,
  spinal_twist_stretch,
  shoulders_relaxed,
  sit_straight_feet_flat,
  avoid_slouching,
  physical_therapy,
  heat,
  cold,
  massage_therapy,
  acupuncture,
  spinal_manipulation,
  acetaminophen,
  ibuprofen,
  treatment_count
};

enum class Verdict : std::uint8_t { offered, provisional, deferred, not_in_scope };

struct Score {
  int low = 0;
  int high = 0;
};

struct Advice {
  bool assessed = false;
  int least = 0;  // 0 self care, 3 same day
  int most = 0;
  std::array<Verdict, treatment_count> verdicts{};
  std::array<Score, treatment_count> scores{};
  std::array<std::uint8_t, treatment_count> ranks{};  // From 1; 0 for none.
};

Advice advise(const Patient& patient);

}  // namespace hand_written
