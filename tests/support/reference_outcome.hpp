#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <vertebra/outcome.hpp>
#include <vertebra/truth.hpp>

// What an evaluation says (rule-language section 5), as plain data with ids, to be compared with == and read by eye.
namespace vertebra::reference {

using Ids = std::vector<std::string>;  // Facts stand in vocabulary order.

struct Scope {
  std::string guide;
  Truth truth = Truth::unknown;
  friend bool operator==(const Scope&, const Scope&) = default;
};

struct Care {
  int least = 0;  // Care levels by index.
  int most = 0;
  Ids deferral_waits_on;  // Only while deferral is open.
  friend bool operator==(const Care&, const Care&) = default;
};

struct RedFlag {
  std::string guide;
  std::string id;
  int level = 0;
  Truth truth = Truth::unknown;
  Ids facts;       // For yes: what decided.
  Ids depends_on;  // For unknown: what it waits on.
  friend bool operator==(const RedFlag&, const RedFlag&) = default;
};

struct Contraindication {
  std::string guide;
  std::string id;
  Effect effect = Effect::caution;
  Truth truth = Truth::unknown;
  Ids facts;
  Ids depends_on;
  friend bool operator==(const Contraindication&, const Contraindication&) = default;
};

struct Argument {  // Only those that are yes or unknown.
  std::string id;  // "strength" for the points of the guide's word.
  int points = 0;
  Truth truth = Truth::unknown;
  Ids facts;
  Ids depends_on;
  friend bool operator==(const Argument&, const Argument&) = default;
};

struct Stance {  // Of a consulted guide.
  std::string guide;
  Position position = Position::silent;
  std::string strength;
  friend bool operator==(const Stance&, const Stance&) = default;
};

struct Treatment {
  std::string id;
  Verdict verdict = Verdict::provisional;
  Cause cause = Cause::none;
  std::optional<Score> score;  // Absent, as are arguments, where withheld for a cause other than `deferred`.
  int rank = 0;                // From 1; 0 for none.
  Ids depends_on;              // Only of a provisional one.
  std::vector<Contraindication> contraindications;
  std::vector<Argument> arguments;
  std::vector<Stance> positions;
  friend bool operator==(const Treatment&, const Treatment&) = default;
};

struct Instrument {
  std::string id;
  Score score;
  std::string band;
  friend bool operator==(const Instrument&, const Instrument&) = default;
};

struct First {
  std::string treatment;
  bool certain = false;
  std::optional<int> margin;
  friend bool operator==(const First&, const First&) = default;
};

struct Conflict {
  std::string clause;
  Ids facts;
  Ids set_aside;
  friend bool operator==(const Conflict&, const Conflict&) = default;
};

struct Outcome {
  std::vector<Scope> scopes;  // Ranking guide, guards, consulted guides.
  std::optional<Care> care;
  Truth deferred = Truth::no;
  std::vector<RedFlag> red_flags;
  std::vector<Treatment> treatments;  // In rank order, then catalogue order.
  std::vector<Instrument> scores;
  std::optional<First> certain_first;
  std::vector<Conflict> conflicts;
  std::vector<std::pair<std::string, std::string>> notices;  // Guide (empty for the engine) and id.
  friend bool operator==(const Outcome&, const Outcome&) = default;
};

// A line for each thing that it says.
std::vector<std::string> lines(const Outcome& outcome);
std::string to_string(const Outcome& outcome);

// The lines that only one of the two has, marked `-` for `expected` and `+` for `actual`; empty when they are equal.
std::string difference(const Outcome& expected, const Outcome& actual);

}  // namespace vertebra::reference
