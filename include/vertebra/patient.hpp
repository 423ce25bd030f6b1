#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <vertebra/diagnostic.hpp>

namespace vertebra {

class Engine;
struct PatientResult;

// A calendar day (proleptic Gregorian). "Now" is always an argument: the library never reads a clock.
struct Date {
  std::int16_t year = 0;
  std::uint8_t month = 0;  // 1 to 12
  std::uint8_t day = 0;    // 1 to 31

  friend bool operator==(const Date&, const Date&) = default;
  friend auto operator<=>(const Date&, const Date&) = default;
};

constexpr Date date(int year, int month, int day) noexcept {
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

// "2026-01-31".
std::string to_string(Date date);

// Reads "2026-01-31"; nothing when it is not a day of the calendar.
bool parse_date(std::string_view text, Date& result) noexcept;

// A number with its unit (UCUM, such as "wk" or "mg/d"), or a range that includes both ends. An empty unit means the fact's own.
struct Quantity {
  double low = 0;
  double high = 0;
  std::string unit;
};

Quantity quantity(double value, std::string_view unit);
Quantity range(double low, double high, std::string_view unit);
Quantity years(double value);
Quantity months(double value);
Quantity weeks(double value);
Quantity days(double value);
Quantity hours(double value);
Quantity celsius(double value);
Quantity score(double value);

// One choice of a fact's list, or several that are still possible.
struct Choice {
  std::vector<std::string> members;
};

Choice choice(std::string_view member);
Choice one_of(std::initializer_list<std::string_view> members);

// Asked and not answered, or never asked.
struct Unknown {};

// What was answered to one question. Types are exact: a string literal never becomes a yes.
using Answer = std::variant<Unknown, bool, Quantity, Choice>;

template <class T>
concept AnswerType = std::same_as<T, bool> || std::same_as<T, Quantity> || std::same_as<T, Choice> ||
    std::same_as<T, Unknown> || std::same_as<T, Answer>;

// The number of a fact in one engine; hot callers resolve it once.
struct FactId {
  std::uint32_t index = 0;
  friend bool operator==(FactId, FactId) = default;
};

// What is known of one patient. Every fact starts as unknown. Belongs to one thread at a time; copies are independent.
class Patient {
 public:
  explicit Patient(const Engine& engine);
  Patient(const Patient& other);
  Patient(Patient&& other) noexcept;
  Patient& operator=(const Patient& other);
  Patient& operator=(Patient&& other) noexcept;
  ~Patient();

  // Records an answer, replacing an earlier one. Refused, and nothing changed, for an unknown fact (V0701), a wrong type
  // (V0702), a unit that does not fit (V0703), a value out of range or not finite (V0704), a choice not in the list (V0705).
  // Takes no memory unless it refuses.
  template <AnswerType T>
  Status set(std::string_view fact, const T& answer);
  template <AnswerType T>
  Status set(FactId fact, const T& answer);

  // The same for an answer as patient files write it: `yes`, `6 wk`, `3 wk .. 6 wk`, `one_leg or both_legs`, `severe`,
  // `unknown`; refused besides for what begins like a number and is none (V0308).
  Status set_text(std::string_view fact, std::string_view answer);
  Status set_text(FactId fact, std::string_view answer);

  // Whether something was answered, were it only a range. False for a fact that the engine does not have.
  bool is_known(FactId fact) const noexcept;

  // Makes every fact unknown again; keeps the memory.
  void clear() noexcept;

  struct State;
  const State& state() const noexcept { return *state_; }  // For the library itself.

 private:
  friend PatientResult read_patient(Patient& patient, std::string_view text, std::string_view name);

  std::unique_ptr<State> state_;
};

// A patient file read from text: a flat map of fact id to value in YAML or JSON.
struct PatientResult {
  std::vector<Diagnostic> diagnostics;  // In file order. With an error among them, the patient was left as it was.
  explicit operator bool() const noexcept { return !has_errors(diagnostics); }
};

// Reads a patient file into `patient`; `name` stands in messages and its ending (.json) chooses the format.
PatientResult read_patient(Patient& patient, std::string_view text, std::string_view name);

// The answers as a patient file in YAML, in the order of the vocabulary; `{}` where there is none. Reading it gives the same
// answers, to the 15 digits that a patient file can hold.
std::string to_yaml(const Patient& patient);

}  // namespace vertebra
