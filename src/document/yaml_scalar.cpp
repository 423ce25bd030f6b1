#include "document/yaml_scalar.hpp"

#include <algorithm>

namespace vertebra::document {
namespace {

std::size_t line_end(const Source& source, std::size_t byte) {
  const std::size_t end = std::min(source.text().find('\n', byte), source.text().size());
  return end > byte && source.at(end - 1) == '\r' ? end - 1 : end;
}

std::size_t next_line(const Source& source, std::size_t byte) {
  const std::size_t end = source.text().find('\n', byte);
  return end == std::string_view::npos ? source.text().size() : end + 1;
}

}  // namespace

std::size_t quoted_end(const Source& source, std::size_t byte) {
  const char quote = source.at(byte);
  const std::size_t end = line_end(source, byte);
  for (std::size_t i = byte + 1; i < end; ++i) {
    if (quote == '"' && source.at(i) == '\\') {
      ++i;
    } else if (source.at(i) == quote) {
      if (quote == '"' || source.at(i + 1) != '\'') return i + 1;
      ++i;
    }
  }
  return 0;
}

namespace {

// The text of a block is the lines below its header without their indentation, which the first line that holds text shows.
base::Place block_content(const Source& source, std::size_t byte, const std::string& text) {
  std::size_t line = next_line(source, byte);
  const base::Place header = source.place(byte);
  base::Place result{header.file, header.line + 1, 1, 1};
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) {
      const std::size_t written = line_end(source, line) - line;
      result.column += static_cast<int>(written - std::min(end - at, written));
      break;
    }
    at = end + 1;
    line = next_line(source, line);
  }
  return result;
}

std::size_t block_end(const Source& source, std::size_t byte, const std::string& text) {
  std::size_t end = next_line(source, byte);
  const auto lines = std::count(text.begin(), text.end(), '\n') + (text.empty() || text.back() == '\n' ? 0 : 1);
  for (auto i = lines; i > 0; --i) end = next_line(source, end);
  return end;
}

void read_block(const Source& source, std::size_t byte, const std::string& text, WrittenScalar& result) {
  result.folded = source.at(byte) == '>';
  result.node.style = Style::block;
  result.node.place = source.place(byte);
  result.node.content = block_content(source, byte, text);
  result.end = block_end(source, byte, text);
}

void read_quoted(const Source& source, std::size_t byte, WrittenScalar& result) {
  const std::size_t end = quoted_end(source, byte);
  result.many_lines = end == 0;
  result.end = end == 0 ? line_end(source, byte) : end;
  result.node.style = Style::quoted;
  result.node.place = source.span(byte, result.end);
  result.node.content = source.place(byte + 1, std::max(result.node.place.length - 2, 0));
}

void read_plain(const Source& source, std::size_t byte, const std::string& text, WrittenScalar& result) {
  result.many_lines = source.text().substr(byte, text.size()) != text || text.find('\n') != std::string::npos;
  result.end = result.many_lines ? line_end(source, byte) : byte + text.size();
  result.node.place = source.span(byte, result.end);
  result.node.content = result.node.place;
}

}  // namespace

WrittenScalar written_scalar(const Source& source, std::size_t byte, const std::string& text) {
  WrittenScalar result;
  result.node.text = text;
  switch (source.at(byte)) {
    case '|':
    case '>': read_block(source, byte, text, result); break;
    case '"':
    case '\'': read_quoted(source, byte, result); break;
    default: read_plain(source, byte, text, result);
  }
  return result;
}

std::size_t null_word(const Source& source, std::size_t byte) {
  const std::string_view word = source.text().substr(std::min(byte, source.text().size()), 4);
  const bool alone = std::string_view{" \r\n,:]}"}.find(source.at(byte + 4)) != std::string_view::npos ||
                     byte + 4 == source.text().size();
  return alone && (word == "null" || word == "Null" || word == "NULL") ? 4 : 0;
}

}  // namespace vertebra::document
