#include "fhir/json_events.hpp"

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/error.hpp>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/text.hpp"

namespace vertebra::fhir {
namespace {

namespace json = boost::json;

// The keys of the objects that are open, one beside the other in one text, so that nothing is allocated once warm.
class OpenKeys {
 public:
  void open() { objects_.push_back(keys_.size()); }

  void add(std::string_view key) {
    keys_.push_back({text_.size(), key.size()});
    text_ += key;
  }

  // False when a key stood twice in the object.
  bool close() {
    const std::size_t first = objects_.back();
    objects_.pop_back();
    const auto begin = keys_.begin() + static_cast<std::ptrdiff_t>(first);
    if (begin == keys_.end()) return true;
    const std::size_t text_size = begin->begin;
    std::sort(begin, keys_.end(), [this](const Key& a, const Key& b) { return view(a) < view(b); });
    const bool unique = std::adjacent_find(begin, keys_.end(), [this](const Key& a, const Key& b) {
                          return view(a) == view(b);
                        }) == keys_.end();
    keys_.resize(first);
    text_.resize(text_size);
    return unique;
  }

 private:
  struct Key {
    std::size_t begin;
    std::size_t size;
  };
  std::string_view view(const Key& key) const { return std::string_view{text_}.substr(key.begin, key.size); }

  std::string text_;
  std::vector<Key> keys_;
  std::vector<std::size_t> objects_;
};

// The parser tells a long text in parts; the listener hears it whole.
class Handler {
 public:
  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

  explicit Handler(JsonListener& listener) : listener_{listener} {}

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
    const std::string_view key = whole(part);
    keys_.add(key);
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

  JsonListener& listener_;
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
  if (const auto offset = base::first_invalid_utf8(text))
    return JsonProblem{base::Code::invalid_utf8, "the record is not valid UTF-8", "save it as UTF-8", *offset};
  json::parse_options options;
  options.max_depth = deepest;
  json::basic_parser<Handler> parser{options, listener};
  json::error_code error;
  const std::size_t used = parser.write_some(false, text.data(), text.size(), error);
  if (!error && used < text.size()) error = json::make_error_code(json::error::extra_data);
  if (!error) return std::nullopt;
  return problem_of(error, parser.handler().key_twice(), used);
}

}  // namespace vertebra::fhir
