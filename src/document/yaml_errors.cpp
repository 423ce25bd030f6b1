#include "document/yaml_errors.hpp"

#include <algorithm>
#include <string>

#include "base/text.hpp"
#include "document/yaml_scalar.hpp"

namespace vertebra::document {
namespace {

using base::Code;

// `$` in a message is the character at the place.
struct Row {
  std::string_view theirs;  // How yaml-cpp's message begins.
  Code code;
  std::string_view what;
  std::string_view help;
};

constexpr std::string_view in_words = "write out what it stands for; quote a text that begins with `$`";

const Row rows[] = {
    // Not constexpr: the messages of yaml-cpp are not.
    {YAML::ErrorMsg::END_OF_MAP_FLOW, Code::unquoted_text, "`$` cannot stand here inside `{ }`",
     "quote a text that holds `, [ ] { }` or `: `"},
    {YAML::ErrorMsg::END_OF_SEQ_FLOW, Code::unquoted_text, "`$` cannot stand here inside `[ ]`",
     "quote a text that holds `, [ ] { }` or `: `"},
    {YAML::ErrorMsg::END_OF_MAP, Code::syntax, "this does not fit what stands above",
     "entries of one map begin in the same column; nothing follows a closing quote or bracket"},
    {YAML::ErrorMsg::END_OF_SEQ, Code::syntax, "this does not fit what stands above",
     "entries of one list begin in the same column"},
    {YAML::ErrorMsg::FLOW_END, Code::syntax, "`$` closes nothing that is open here", "quote a text that holds `$`"},
    {YAML::ErrorMsg::UNKNOWN_TOKEN, Code::syntax, "a text cannot begin with `$`", "quote the text"},
    {YAML::ErrorMsg::BLOCK_ENTRY, Code::syntax, "a list cannot begin here",
     "begin it on the next line, or quote a text that begins with `- `"},
    {YAML::ErrorMsg::MAP_VALUE, Code::syntax, "`:` cannot stand here",
     "quote a text that holds `: `; a key needs a space after its colon, and keys of one map begin in the same column"},
    {YAML::ErrorMsg::MAP_KEY, Code::forbidden_yaml, "a key after `?`", "write `key: value`"},
    {YAML::ErrorMsg::INVALID_ESCAPE, Code::syntax, "an escape that YAML does not know",
     "double the backslash, or use single quotes"},
    {YAML::ErrorMsg::INVALID_HEX, Code::syntax, "an escape that is not a hexadecimal number",
     "double the backslash, or use single quotes"},
    {YAML::ErrorMsg::INVALID_UNICODE, Code::syntax, "an escape that is no character",
     "double the backslash, or use single quotes"},
    {YAML::ErrorMsg::CHAR_IN_BLOCK, Code::syntax, "the text of a block begins on the next line",
     "quote a text that begins with `|` or `>`"},
    {YAML::ErrorMsg::ZERO_INDENT_IN_BLOCK, Code::syntax, "a block cannot be indented by 0", "leave the number out"},
    {YAML::ErrorMsg::DOC_IN_SCALAR, Code::second_document, "a second document begins here", "a file holds one"},
    {YAML::ErrorMsg::UNKNOWN_ANCHOR, Code::forbidden_yaml, "an alias (`*`)", in_words},
    {YAML::ErrorMsg::ALIAS_NOT_FOUND, Code::forbidden_yaml, "an alias (`*`)", in_words},
    {YAML::ErrorMsg::CHAR_IN_ALIAS, Code::forbidden_yaml, "an alias (`*`)", in_words},
    {YAML::ErrorMsg::ALIAS_CONTENT, Code::forbidden_yaml, "an alias (`*`)", in_words},
    {YAML::ErrorMsg::ANCHOR_NOT_FOUND, Code::forbidden_yaml, "an anchor (`&`)", in_words},
    {YAML::ErrorMsg::CHAR_IN_ANCHOR, Code::forbidden_yaml, "an anchor (`&`)", in_words},
    {YAML::ErrorMsg::MULTIPLE_ANCHORS, Code::forbidden_yaml, "an anchor (`&`)", in_words},
    {YAML::ErrorMsg::MULTIPLE_TAGS, Code::forbidden_yaml, "a tag (`!`)", in_words},
    {YAML::ErrorMsg::END_OF_VERBATIM_TAG, Code::forbidden_yaml, "a tag (`!`)", in_words},
    {YAML::ErrorMsg::CHAR_IN_TAG_HANDLE, Code::forbidden_yaml, "a tag (`!`)", in_words},
    {YAML::ErrorMsg::TAG_WITH_NO_SUFFIX, Code::forbidden_yaml, "a tag (`!`)", in_words},
    {YAML::ErrorMsg::BAD_FILE, Code::too_deep, "lists and maps stand too deep inside each other",
     "check brackets and indentation; no document needs that"},
};

constexpr Row anything_else = {"", Code::syntax, "this is not well-formed YAML",
                               "check quotes, brackets and indentation"};

std::string filled(std::string_view text, const std::string& character) {
  std::string result;
  for (const char c : text) c == '$' ? result += character : result += c;
  return result;
}

// The first quote that opens a text and is not closed on its line; the end of the text when there is none.
std::size_t unclosed_quote(const Source& source, std::size_t byte) {
  for (; byte < source.text().size(); ++byte) {
    const char c = source.at(byte);
    const bool begins = byte == 0 || std::string_view{" \n[{,"}.find(source.at(byte - 1)) != std::string_view::npos;
    if (!begins) continue;
    if (c == '#') byte = std::min(source.text().find('\n', byte), source.text().size());
    if (c != '"' && c != '\'') continue;
    const std::size_t end = quoted_end(source, byte);
    if (end == 0) return byte;
    byte = end - 1;
  }
  return byte;
}

bool is_escape_error(std::string_view message) {
  return message.starts_with(YAML::ErrorMsg::INVALID_ESCAPE) || message.starts_with(YAML::ErrorMsg::INVALID_HEX) ||
         message.starts_with(YAML::ErrorMsg::INVALID_UNICODE);
}

// Where the complaint is best shown: an escape at its backslash, all else where yaml-cpp stopped.
std::size_t best_byte(const Source& source, const YAML::Exception& error, std::size_t byte) {
  const std::size_t backslash = source.text().substr(0, byte).rfind('\\');
  return is_escape_error(error.msg) && backslash != std::string_view::npos ? backslash : byte;
}

}  // namespace

void report_yaml_error(const Source& source, const YAML::Exception& error, YamlEvents& events,
                       base::Reporter& reporter) {
  const std::size_t end = source.text().size();
  const std::size_t byte = error.mark.is_null() ? events.end_of_last() : static_cast<std::size_t>(error.mark.pos);
  events.forgive_empty_at(byte);
  if (error.msg == YAML::ErrorMsg::EOF_IN_SCALAR) {
    return reporter.report(Code::syntax, source.place(unclosed_quote(source, events.end_of_last())),
                           "a quoted text is not closed", "inside single quotes, write a quote as `''`");
  }
  const bool open_flow = error.msg == YAML::ErrorMsg::END_OF_MAP_FLOW || error.msg == YAML::ErrorMsg::END_OF_SEQ_FLOW;
  if (const auto bracket = events.open_bracket(); open_flow && bracket && byte >= end) {
    return reporter.report(Code::syntax, source.place(*bracket),
                           std::string{"`"} + source.at(*bracket) + "` is not closed", "close it, or quote the text");
  }
  const auto* row =
      std::find_if(std::begin(rows), std::end(rows), [&](const Row& one) { return error.msg.starts_with(one.theirs); });
  if (row == std::end(rows)) row = &anything_else;
  const std::size_t bytes = byte < end ? base::code_point_at(source.text(), byte).bytes : 0;
  const std::string character{source.text().substr(std::min(byte, end), bytes)};
  reporter.report(row->code, source.place(best_byte(source, error, byte)), filled(row->what, character),
                  filled(row->help, character));
}

}  // namespace vertebra::document
