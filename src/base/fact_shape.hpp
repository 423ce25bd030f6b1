#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <vertebra/patient.hpp>

#include "base/diagnostic_codes.hpp"
#include "base/units.hpp"

namespace vertebra::base {

enum class FactType : std::uint8_t { boolean, quantity, choice };

// What one fact can be: enough to read and check an answer, for the model and the image alike.
struct FactShape {
  std::string id;
  FactType type = FactType::boolean;
  Unit unit{};     // Quantities only.
  double min = 0;  // Range of a quantity, both ends included.
  double max = 0;
  std::vector<std::string> choices;                                      // Choices only; at most 64.
  std::vector<std::pair<std::string, std::pair<double, double>>> words;  // A word for a range of a quantity.
};

// The values that an answer leaves possible, in the fact's own unit. Unknown leaves all.
struct Possible {
  bool known = false;  // False for unknown.
  double low = 0;      // Quantities: both ends included.
  double high = 0;
  std::uint64_t cells = 0;  // Booleans: bit 0 no, bit 1 yes. Choices: bit i for choices[i].
};

struct AnswerProblem {
  Code code;
  std::string message;
  std::string help;
};

using Refusal = std::optional<AnswerProblem>;  // Nothing when the answer is good.

// Checks an answer against its fact and turns it into possible values. What is refused leaves them as they were; what is good
// takes no memory.
Refusal interpret(const FactShape& fact, Unknown answer, Possible& possible);
Refusal interpret(const FactShape& fact, bool answer, Possible& possible);
Refusal interpret(const FactShape& fact, const Quantity& answer, Possible& possible);
Refusal interpret(const FactShape& fact, const Choice& answer, Possible& possible);
Refusal interpret(const FactShape& fact, const Answer& answer, Possible& possible);

// The same for a range of a quantity; an empty unit means the fact's own.
Refusal interpret_range(const FactShape& fact, double low, double high, std::string_view unit, Possible& possible);

// The bit of a choice in Possible::cells; 0 when it is not in the list.
std::uint64_t cell_of_choice(const FactShape& fact, std::string_view choice) noexcept;

// The same for an answer as text, as patient files hold it: `yes`, `6 wk`, `3 wk .. 6 wk`, `one_leg or both_legs`, `severe`,
// `unknown`. A bare number is in the fact's unit. Never puts the text of the answer of a known fact's value into a message
// beyond what the author of a patient file must see to mend it.
Refusal interpret_text(const FactShape& fact, std::string_view text, Possible& possible);

}  // namespace vertebra::base
