#include "fhir/json_events.hpp"

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/error.hpp>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <vector>

#include "base/text.hpp"

namespace vertebra::fhir {
namespace {

namespace json = boost::json;

// The keys of the objects that are open, one beside the other, so that nothing is allocated once warm. A key is compared by
// a number made of its size and its ends; only where that is equal are the texts looked at.
class OpenKeys {
 public:
  void open() { objects_.push_back({keys_.size(), copies_.size()}); }

  // `lasts`: the text stays where it is until the object is closed.
  void add(std::string_view key, bool lasts) {
    if (!lasts) {
      keys_.push_back({mark_of(key), copies_.size(), key.size(), nullptr});
      copies_ += key;
    } else {
      keys_.push_back({mark_of(key), 0, key.size(), key.data()});
    }
  }

  // False when a key stood twice in the object.
  bool close() {
    const auto [first, copied] = objects_.back();
    objects_.pop_back();
    const bool unique = keys_.size() - first > few ? all_differ(first) : few_differ(first);
    keys_.resize(first);
    copies_.resize(copied);
    return unique;
  }

 private:
  static constexpr std::size_t few = 24;  // Up to here pairs are compared faster than sorted.

  struct Key {
    std::uint64_t mark;
    std::size_t begin;  // In copies_, where `text` is null.
    std::size_t size;
    const char* text;
  };
  struct Object {
    std::size_t first_key;
    std::size_t copied;
  };

  static std::uint64_t mark_of(std::string_view key) noexcept {
    std::uint64_t head = 0, tail = 0;
    const std::size_t bytes = std::min<std::size_t>(key.size(), sizeof head);
    std::memcpy(&head, key.data(), bytes);
    std::memcpy(&tail, key.data() + (key.size() - bytes), bytes);
    return head ^ (tail << 1) ^ (std::uint64_t{key.size()} << 56);
  }

  std::string_view view(const Key& key) const {
    return key.text != nullptr ? std::string_view{key.text, key.size}
                               : std::string_view{copies_}.substr(key.begin, key.size);
  }

  bool few_differ(std::size_t first) const {
    for (std::size_t i = first; i < keys_.size(); ++i)
      for (std::size_t j = i + 1; j < keys_.size(); ++j)
        if (keys_[i].mark == keys_[j].mark && view(keys_[i]) == view(keys_[j])) return false;
    return true;
  }

  bool all_differ(std::size_t first) {
    const auto begin = keys_.begin() + static_cast<std::ptrdiff_t>(first);
    std::sort(begin, keys_.end(), [this](const Key& a, const Key& b) { return view(a) < view(b); });
    return std::adjacent_find(begin, keys_.end(), [this](const Key& a, const Key& b) { return view(a) == view(b); }) ==
           keys_.end();
  }

  std::string copies_;
  std::vector<Key> keys_;
  std::vector<Object> objects_;
};

// The parser tells a long text in parts; the listener hears it whole.
class Handler {
 public:
  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

  Handler(JsonListener& listener, std::string_view text) : listener_{listener}, text_{text} {}

  bool key_twice() const noexcept { return key_twice_; }

  bool on_document_begin(json::error_code&) { return true; }
  bool on_document_end(json::error_code&) { return true; }
  bool on_object_begin(json::error_code&) {
    keys_.open();
    listener_.begin_object();
    return true;
  }
  bool on_object_end(std::size_t, json::error_code& problem) {
    listener_.end_object();
    if (keys_.close()) return true;
    key_twice_ = true;
    problem = json::make_error_code(json::error::syntax);
    return false;
  }
  bool on_array_begin(json::error_code&) {
    listener_.begin_array();
    return true;
  }
  bool on_array_end(std::size_t, json::error_code&) {
    listener_.end_array();
    return true;
  }
  bool on_key_part(json::string_view part, std::size_t, json::error_code&) { return keep(part); }
  bool on_key(json::string_view part, std::size_t, json::error_code&) {
    const bool lasts = parts_.empty() && is_piece(part);
    const std::string_view key = whole(part);
    keys_.add(key, lasts);
    listener_.key(key);
    parts_.clear();
    return true;
  }
  bool on_string_part(json::string_view part, std::size_t, json::error_code&) { return keep(part); }
  bool on_string(json::string_view part, std::size_t, json::error_code&) {
    listener_.text(whole(part));
    parts_.clear();
    return true;
  }
  bool on_number_part(json::string_view part, json::error_code&) { return keep(part); }
  bool on_int64(std::int64_t, json::string_view part, json::error_code&) { return number(part); }
  bool on_uint64(std::uint64_t, json::string_view part, json::error_code&) { return number(part); }
  bool on_double(double, json::string_view part, json::error_code&) { return number(part); }
  bool on_bool(bool value, json::error_code&) {
    listener_.flag(value);
    return true;
  }
  bool on_null(json::error_code&) {
    listener_.null();
    return true;
  }
  bool on_comment_part(json::string_view, json::error_code&) { return true; }
  bool on_comment(json::string_view, json::error_code&) { return true; }

 private:
  bool keep(json::string_view part) {
    parts_.append(part.data(), part.size());
    return true;
  }
  std::string_view whole(json::string_view part) {
    if (parts_.empty()) return {part.data(), part.size()};
    keep(part);
    return parts_;
  }
  bool number(json::string_view part) {
    listener_.number(whole(part));
    parts_.clear();
    return true;
  }

  bool is_piece(json::string_view part) const noexcept {
    const std::less_equal<const char*> not_after;
    return not_after(text_.data(), part.data()) && not_after(part.data() + part.size(), text_.data() + text_.size());
  }

  JsonListener& listener_;
  std::string_view text_;
  OpenKeys keys_;
  std::string parts_;
  bool key_twice_ = false;
};

JsonProblem problem_of(const json::error_code& error, bool key_twice, std::size_t offset) {
  if (key_twice) return {base::Code::duplicate_key, "an object has the same key twice", {}, offset};
  if (error == json::error::too_deep)
    return {base::Code::too_deep, "objects and arrays are nested deeper than " + std::to_string(deepest), {}, offset};
  if (error == json::error::extra_data)
    return {base::Code::not_json, "there is more after the end of the JSON value",
            "give one bundle or resource at a time", offset};
  if (error == json::error::incomplete)
    return {base::Code::not_json, "the JSON text ends too early", "check that the whole file was copied", offset};
  return {base::Code::not_json, "this is not well-formed JSON",
          "only the JSON form of FHIR is read, not XML and not YAML", offset};
}

}  // namespace

std::optional<JsonProblem> read_json(std::string_view text, JsonListener& listener) {
  if (text.size() > most_bytes) return JsonProblem{base::Code::too_large, "the record is larger than 64 MiB", {}, 0};
  json::parse_options options;
  options.max_depth = deepest;
  json::basic_parser<Handler> parser{options, listener, text};
  json::error_code error;
  const std::size_t used = parser.write_some(false, text.data(), text.size(), error);
  if (!error && used < text.size()) error = json::make_error_code(json::error::extra_data);
  if (!error) return std::nullopt;
  // The parser refuses texts that are not UTF-8 too, but does not say so.
  if (const auto offset = base::first_invalid_utf8(text))
    return JsonProblem{base::Code::invalid_utf8, "the record is not valid UTF-8", "save it as UTF-8", *offset};
  return problem_of(error, parser.handler().key_twice(), used);
}

}  // namespace vertebra::fhir
