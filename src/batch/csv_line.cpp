#include "batch/csv_line.hpp"

#include <algorithm>

namespace vertebra::batch {
namespace {

// Reads a field that begins with a quote; leaves `at` behind its closing quote. False when there is none.
bool read_quoted(std::string_view line, std::size_t& at, std::string& text) {
  for (++at; at < line.size(); ++at) {
    if (line[at] != '"') {
      text += line[at];
    } else if (at + 1 < line.size() && line[at + 1] == '"') {
      text += line[at++];
    } else {
      ++at;
      return true;
    }
  }
  return false;
}

}  // namespace

std::optional<CsvError> split_csv(std::string_view line, std::vector<CsvField>& fields) {
  fields.clear();
  for (std::size_t at = 0;; ++at) {
    CsvField& field = fields.emplace_back();
    field.begin = at;
    if (at < line.size() && line[at] == '"') {
      if (!read_quoted(line, at, field.text))
        return CsvError{field.begin, "the quote is not closed on its line",
                        "write a quote inside a field twice: `\"\"`"};
      if (at < line.size() && line[at] != ',')
        return CsvError{at, "text after a closing quote", "put the whole field between quotes"};
    } else {
      const std::size_t end = std::min(line.find(',', at), line.size());
      field.text = line.substr(at, end - at);
      if (const std::size_t quote = field.text.find('"'); quote != std::string::npos)
        return CsvError{at + quote, "a quote inside a field that has none around it",
                        "put the whole field between quotes, and write the quote twice"};
      at = end;
    }
    if (at >= line.size()) return std::nullopt;
  }
}

std::string csv_quoted(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string{text};
  std::string quoted{'"'};
  for (const char each : text) {
    if (each == '"') quoted += '"';
    quoted += each;
  }
  return quoted + '"';
}

}  // namespace vertebra::batch
