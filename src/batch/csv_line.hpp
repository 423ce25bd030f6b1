#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vertebra::batch {

struct CsvField {
  std::string text;
  std::size_t begin = 0;  // The byte of the line at which it begins; at its quote when it has one.
};

struct CsvError {
  std::size_t byte = 0;
  std::string message;
  std::string help;
};

// Splits one record of RFC 4180 that stands on one line, without its line break. A record is a line, so that one that is
// broken cannot swallow those after it.
std::optional<CsvError> split_csv(std::string_view line, std::vector<CsvField>& fields);

// The field with quotes where it needs them.
std::string csv_quoted(std::string_view text);

}  // namespace vertebra::batch
