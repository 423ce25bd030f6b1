#include "document/json_reader.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/error.hpp>

#include "base/text.hpp"
#include "document/tree_builder.hpp"

// Boost.JSON decides what is JSON. Its events carry no places, so each event looks them up: events come in the order of the
// text, and what was said by an event is well-formed, so a cursor that skips from token to token stays beside them.
namespace vertebra::document {
namespace {

using boost::json::string_view;
using Failure = boost::system::error_code;

class Events {
 public:
  // Names and limits that Boost.JSON asks for. The limit of the file bounds all of these.
  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

  Events(const Source& source, TreeBuilder& builder) : source_{source}, builder_{builder} {}

  // True when an event ended the reading; then the reason was reported.
  bool stopped() const noexcept { return stopped_; }

  bool on_document_begin(Failure&) { return true; }
  bool on_document_end(Failure&) { return true; }
  bool on_object_begin(Failure& failure) { return open(Kind::map, failure); }
  bool on_array_begin(Failure& failure) { return open(Kind::list, failure); }
  bool on_object_end(std::size_t, Failure&) { return close(); }
  bool on_array_end(std::size_t, Failure&) { return close(); }

  bool on_key_part(string_view part, std::size_t, Failure&) { return collect(part); }
  bool on_key(string_view part, std::size_t, Failure& failure) {
    collect(part);
    const Token token = next_token();
    return go_on(builder_.key(std::exchange(text_, {}), place(token)), failure);
  }

  bool on_string_part(string_view part, std::size_t, Failure&) { return collect(part); }
  bool on_string(string_view part, std::size_t, Failure& failure) {
    collect(part);
    const Token token = next_token();
    Node node = scalar(std::exchange(text_, {}), place(token));
    node.style = Style::quoted;
    node.content = source_.place(token.begin + 1, node.place.length - 2);
    return go_on(builder_.scalar(std::move(node)), failure);
  }

  bool on_number_part(string_view, Failure&) { return true; }
  bool on_int64(std::int64_t, string_view, Failure& failure) { return word(failure); }
  bool on_uint64(std::uint64_t, string_view, Failure& failure) { return word(failure); }
  bool on_double(double, string_view, Failure& failure) { return word(failure); }
  bool on_bool(bool, Failure& failure) { return word(failure); }
  bool on_null(Failure& failure) { return word(failure); }
  bool on_comment_part(string_view, Failure&) { return true; }
  bool on_comment(string_view, Failure&) { return true; }

 private:
  struct Token {
    std::size_t begin;
    std::size_t end;
  };

  std::size_t end_of_string(std::size_t byte) const {
    for (++byte; source_.at(byte) != '"'; ++byte) {
      if (source_.at(byte) == '\\') ++byte;
    }
    return byte + 1;
  }

  Token next_token() {
    const std::string_view text = source_.text();
    const std::size_t begin = std::min(text.find_first_not_of(" \r\n,:", cursor_), text.size());
    const char first = source_.at(begin);
    if (first == '"') {
      cursor_ = end_of_string(begin);
    } else if (std::string_view{"{}[]"}.find(first) != std::string_view::npos) {
      cursor_ = begin + 1;
    } else {
      cursor_ = std::min(text.find_first_of(" \r\n,:{}[]\"", begin), text.size());
    }
    return {begin, cursor_};
  }

  base::Place place(Token token) const { return source_.span(token.begin, token.end); }

  static Node scalar(std::string text, base::Place place) {
    Node node;
    node.text = std::move(text);
    node.place = place;
    node.content = place;
    return node;
  }

  bool collect(string_view part) {
    text_.append(part.data(), part.size());
    return true;
  }

  // Numbers, true, false and null stay as they were written.
  bool word(Failure& failure) {
    const Token token = next_token();
    const std::string_view text = source_.text().substr(token.begin, token.end - token.begin);
    return go_on(builder_.scalar(scalar(std::string{text}, place(token))), failure);
  }

  bool open(Kind kind, Failure& failure) { return go_on(builder_.open(kind, place(next_token())), failure); }

  bool close() {
    next_token();
    builder_.close();
    return true;
  }

  bool go_on(bool good, Failure& failure) {
    if (good) return true;
    stopped_ = true;
    failure = boost::json::error::exception;
    return false;
  }

  const Source& source_;
  TreeBuilder& builder_;
  std::size_t cursor_ = 0;
  std::string text_;
  bool stopped_ = false;
};

void report_failure(const Source& source, std::size_t byte, const Failure& failure, base::Reporter& reporter) {
  if (byte >= source.text().size() || failure == boost::json::error::incomplete) {
    return reporter.report(base::Code::syntax, source.place(source.text().size()), "the JSON ends too early",
                           "close every `\"`, `[` and `{`");
  }
  if (failure == boost::json::error::exponent_overflow) {
    return reporter.report(base::Code::syntax, source.place(byte), "a number that is too large",
                           "write it without exponent");
  }
  const auto character = base::code_point_at(source.text(), byte);
  const bool shown = !base::is_invisible(character.value);
  const std::string what =
      shown ? "`" + std::string{source.text().substr(byte, character.bytes)} + "`" : "the line end";
  reporter.report(base::Code::syntax, source.place(byte), what + " cannot stand here in JSON",
                  "keys and texts stand in double quotes, with a comma between entries and none after the last");
}

}  // namespace

std::optional<Node> read_json(const Source& source, base::Reporter& reporter, const Limits& limits) {
  const std::string_view text = source.text();
  if (text.find_first_not_of(" \r\n") == std::string_view::npos) {
    reporter.report(base::Code::empty_document, source.whole_file(), "the file holds nothing",
                    "a map without entries is written `{}`");
    return std::nullopt;
  }
  TreeBuilder builder{limits, reporter};
  boost::json::parse_options options;
  options.max_depth = static_cast<std::size_t>(limits.depth) + 1;  // The builder refuses first, and says where.
  boost::json::basic_parser<Events> parser{options, source, builder};
  Failure failure;
  const std::size_t read = parser.write_some(false, text.data(), text.size(), failure);
  if (failure) {
    if (!parser.handler().stopped()) report_failure(source, read, failure, reporter);
    return std::nullopt;
  }
  const std::size_t rest = text.find_first_not_of(" \r\n", read);
  if (rest != std::string_view::npos) {
    reporter.report(base::Code::second_document, source.place(rest), "content after the end of the JSON",
                    "a file holds one value");
  }
  return builder.take_root();
}

}  // namespace vertebra::document
