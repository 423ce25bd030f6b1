#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic_codes.hpp"

namespace vertebra::fhir {

// What stands in a JSON text, told from its beginning to its end. A text is a piece of the JSON itself, or, where it had
// escapes in it, lives for the call only.
class JsonListener {
 public:
  virtual ~JsonListener() = default;

  virtual void begin_object() = 0;
  virtual void end_object() = 0;
  virtual void begin_array() = 0;
  virtual void end_array() = 0;
  virtual void key(std::string_view name) = 0;
  virtual void text(std::string_view value) = 0;
  virtual void number(std::string_view digits) = 0;  // As written: a FHIR decimal carries its precision.
  virtual void flag(bool value) = 0;
  virtual void null() = 0;
};

inline constexpr std::size_t most_bytes = std::size_t{64} << 20;
inline constexpr std::size_t deepest = 64;              // Objects and arrays inside each other.
inline constexpr std::size_t most_resources = 500'000;  // Of kinds that are read.

struct JsonProblem {
  base::Code code;
  std::string message;
  std::string help;
  std::size_t offset = 0;  // The byte at which reading stopped.
};

// Tells the listener what a text holds; nothing is returned when all of it is good JSON within the limits, without a key
// twice in one object. What was told before a problem is to be thrown away.
std::optional<JsonProblem> read_json(std::string_view text, JsonListener& listener);

}  // namespace vertebra::fhir
