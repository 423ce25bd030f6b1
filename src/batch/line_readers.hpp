#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <vertebra/batch.hpp>

namespace vertebra::batch {

// What is no fact in a line.
struct Names {
  std::string id;
  std::vector<std::string> ignored;

  bool is_ignored(std::string_view name) const;
};

// Reads lines of the columns that a header names. Every problem of the header, when there is one.
std::variant<BatchReader, std::vector<Diagnostic>> csv_reader(const Engine& engine, std::string_view header,
                                                              const Names& names);

// Reads an object a line: facts to answers as patient files in JSON have them; null is unknown.
BatchReader ndjson_reader(const Engine& engine, const Names& names);

// A problem at a byte of a line, shown under its caret.
Diagnostic problem_at(std::string_view line, std::size_t byte, Diagnostic problem);

}  // namespace vertebra::batch
