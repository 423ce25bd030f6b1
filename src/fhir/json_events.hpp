#pragma once

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/error.hpp>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "fhir/json_problem.hpp"
#include "fhir/open_keys.hpp"

namespace vertebra::fhir {

// Takes the events of the parser, which tells a long text in parts, to a listener that hears it whole. A listener has the
// functions of Deaf. A text is a piece of the JSON itself, or, where it had escapes in it, lives for the call only.
template <class Listener>
class JsonHandler {
 public:
  using Error = boost::json::error_code;
  using Text = boost::json::string_view;
  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

  JsonHandler(Listener& listener, std::string_view json) : listener_{listener}, json_{json} {}

  bool key_twice() const noexcept { return key_twice_; }

  bool on_document_begin(Error&) { return true; }
  bool on_document_end(Error&) { return true; }
  bool on_object_begin(Error&) {
    keys_.open(listener_.begin_object());
    return true;
  }
  bool on_object_end(std::size_t, Error& problem) {
    listener_.end_object();
    if (keys_.close()) return true;
    key_twice_ = true;
    problem = boost::json::make_error_code(boost::json::error::syntax);
    return false;
  }
  bool on_array_begin(Error&) {
    listener_.begin_array();
    return true;
  }
  bool on_array_end(std::size_t, Error&) {
    listener_.end_array();
    return true;
  }
  bool on_key_part(Text part, std::size_t, Error&) { return keep(part); }
  [[gnu::always_inline]] bool on_key(Text part, std::size_t, Error&) {
    if (!parts_.empty() || !is_piece(part)) return key_with_escapes(part);
    const KeyStep* const step = keys_.follow(Name{{part.data(), part.size()}, json_});
    if (step == nullptr) return new_key({part.data(), part.size()});
    listener_.key(step->row);
    return true;
  }
  bool on_string_part(Text part, std::size_t, Error&) { return listener_.wants_text() ? keep(part) : true; }
  bool on_string(Text part, std::size_t, Error&) {
    if (parts_.empty()) {
      listener_.text({part.data(), part.size()});
      return true;
    }
    keep(part);
    listener_.text(parts_);
    parts_.clear();
    return true;
  }
  bool on_number_part(Text part, Error&) { return keep(part); }
  bool on_int64(std::int64_t, Text part, Error&) { return number(part); }
  bool on_uint64(std::uint64_t, Text part, Error&) { return number(part); }
  bool on_double(double, Text part, Error&) { return number(part); }
  bool on_bool(bool value, Error&) {
    listener_.flag(value);
    return true;
  }
  bool on_null(Error&) {
    listener_.null();
    return true;
  }
  bool on_comment_part(Text, Error&) { return true; }
  bool on_comment(Text, Error&) { return true; }

 private:
  bool keep(Text part) {
    parts_.append(part.data(), part.size());
    return true;
  }
  // Apart, so that what is rare does not weigh on each key.
  [[gnu::noinline]] bool new_key(std::string_view text) {
    const Name name{text};
    const Member* const row = listener_.find(name);
    keys_.add(name, row);
    listener_.key(row);
    return true;
  }
  [[gnu::noinline]] bool key_with_escapes(Text part) {
    keep(part);
    keys_.add_copy(parts_);
    listener_.key(listener_.find(Name{parts_}));
    parts_.clear();
    return true;
  }
  bool number(Text part) {
    if (parts_.empty()) {
      listener_.number({part.data(), part.size()});
      return true;
    }
    keep(part);
    listener_.number(parts_);
    parts_.clear();
    return true;
  }
  bool is_piece(Text part) const noexcept {
    const std::less_equal<const char*> not_after;
    return not_after(json_.data(), part.data()) && not_after(part.data() + part.size(), json_.data() + json_.size());
  }

  Listener& listener_;
  std::string_view json_;
  OpenKeys keys_;
  std::string parts_;
  bool key_twice_ = false;
};

// Hears everything and keeps nothing.
struct Deaf {
  Shape begin_object() { return Shape::anything; }  // What it is: of one shape, all keys mean the same.
  void end_object() {}
  void begin_array() {}
  void end_array() {}
  const Member* find(const Name&) const { return nullptr; }  // What a key means in the innermost object.
  void key(const Member*) {}
  bool wants_text() const { return false; }  // Else nobody has to put together one with escapes in it.
  void text(std::string_view) {}
  void number(std::string_view /*digits*/) {}  // As written: a FHIR decimal carries its precision.
  void flag(bool) {}
  void null() {}
};

// Why and where reading stopped.
struct JsonStop {
  boost::json::error_code error;
  std::size_t offset = 0;
  bool key_twice = false;
};

JsonProblem to_problem(const JsonStop& stop, std::string_view text);

// Tells the listener what a text holds, from its beginning to its end; nothing is returned when all of it is good JSON
// within the limits, without a key twice in one object. What was told before a stop is to be thrown away.
template <class Listener>
std::optional<JsonStop> read_json(std::string_view text, Listener& listener) {
  if (text.size() > most_bytes) return JsonStop{};
  boost::json::parse_options options;
  options.max_depth = deepest;
  boost::json::basic_parser<JsonHandler<Listener>> parser{options, listener, text};
  boost::json::error_code error;
  const std::size_t used = parser.write_some(false, text.data(), text.size(), error);
  if (!error && used == text.size()) return std::nullopt;
  if (!error) error = boost::json::make_error_code(boost::json::error::extra_data);
  return JsonStop{error, used, parser.handler().key_twice()};
}

}  // namespace vertebra::fhir
