#pragma once

#include <cstddef>
#include <optional>

#include "base/place.hpp"
#include "base/reporter.hpp"
#include "document/node.hpp"

namespace vertebra::document {

struct Limits {
  std::size_t bytes = std::size_t{4} << 20;  // A file.
  int depth = 32;                            // Lists and maps inside each other.
  std::size_t nodes = 1'000'000;             // Values and keys in all.
};

enum class Format { yaml, json };

// JSON when the name ends in .json, else YAML.
Format format_of(std::string_view name) noexcept;

// Reads one document strictly: no anchors, aliases, tags, directives, duplicate or empty keys, second documents, tabs or
// invisible characters. Every problem that can be found is reported; nothing when there was an error. Never throws.
std::optional<Node> read(const base::Files& files, int file, Format format, base::Reporter& reporter,
                         const Limits& limits = {});

}  // namespace vertebra::document
