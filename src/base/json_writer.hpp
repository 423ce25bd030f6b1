#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vertebra::base {

// The text of a JSON string with its quotes: only what must be escaped is.
std::string json_quoted(std::string_view text);

// Writes one JSON text without blanks, byte for byte the same everywhere. Commas are its business; that keys and values
// stand where they may is the caller's, and asserted. Texts must be valid UTF-8.
class JsonWriter {
 public:
  void begin_object() { begin('{'); }
  void end_object() { end('}'); }
  void begin_array() { begin('['); }
  void end_array() { end(']'); }

  void key(std::string_view name);

  void value(std::string_view text);
  void value(const char* text) { value(std::string_view{text}); }  // Else a literal would become a bool.
  void value(std::same_as<bool> auto flag) { literal(flag ? "true" : "false"); }
  template <std::integral Integer>
  requires(!std::same_as<Integer, bool>) void value(Integer number) { integer(static_cast<std::int64_t>(number)); }
  void value(double number);  // Finite; the shortest form that reads back the same, and 0 for -0.

  template <class Value>
  void member(std::string_view name, const Value& content) {
    key(name), value(content);
  }

  // What was written; the writer is new again.
  std::string take();

 private:
  void begin(char bracket);
  void end(char bracket);
  void integer(std::int64_t number);
  void literal(std::string_view text);
  void separate();

  std::string out_;
  std::vector<bool> filled_;  // Whether each open object or array has something in it.
  bool after_key_ = false;
};

}  // namespace vertebra::base
