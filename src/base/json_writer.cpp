#include "base/json_writer.hpp"

#include <cassert>
#include <charconv>
#include <cmath>
#include <utility>

#include "base/text.hpp"

namespace vertebra::base {
namespace {

void append_escaped(std::string& out, char character) {
  constexpr std::string_view digits = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(character);
  switch (character) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\b': out += "\\b"; return;
    case '\f': out += "\\f"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
  }
  if (byte >= 0x20) {
    out += character;
    return;
  }
  out += "\\u00";
  out += digits[byte >> 4U];
  out += digits[byte & 0xFU];
}

}  // namespace

std::string json_quoted(std::string_view text) {
  std::string out = "\"";
  for (const char character : text) append_escaped(out, character);
  out += '"';
  return out;
}

void JsonWriter::key(std::string_view name) {
  assert(!after_key_ && !filled_.empty());
  separate();
  out_ += json_quoted(name);
  out_ += ':';
  after_key_ = true;
}

void JsonWriter::value(std::string_view text) { literal(json_quoted(text)); }

void JsonWriter::value(double number) {
  assert(std::isfinite(number));
  literal(number_text(number == 0 ? 0 : number));
}

std::string JsonWriter::take() {
  assert(filled_.empty() && !after_key_);
  return std::exchange(out_, {});
}

void JsonWriter::begin(char bracket) {
  separate();
  out_ += bracket;
  filled_.push_back(false);
}

void JsonWriter::end(char bracket) {
  assert(!filled_.empty() && !after_key_);
  filled_.pop_back();
  out_ += bracket;
}

void JsonWriter::integer(std::int64_t number) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  literal({digits, static_cast<std::size_t>(end - digits)});
}

void JsonWriter::literal(std::string_view text) {
  separate();
  out_ += text;
}

void JsonWriter::separate() {
  if (std::exchange(after_key_, false) || filled_.empty()) return;
  if (filled_.back()) out_ += ',';
  filled_.back() = true;
}

}  // namespace vertebra::base
