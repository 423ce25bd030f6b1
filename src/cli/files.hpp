#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include <vertebra/diagnostic.hpp>

#include "cli/arguments.hpp"
#include "cli/reply.hpp"

namespace vertebra::cli {

struct Input {
  std::string name;  // As messages show it.
  std::string text;
};

inline constexpr std::size_t patient_limit = std::size_t{4} << 20;
inline constexpr std::size_t image_limit = std::size_t{256} << 20;
inline constexpr std::size_t baseline_limit = std::size_t{64} << 20;

// Reads a whole file, or standard input for "-", of at most `limit` bytes.
std::variant<Input, Diagnostic> read_input(const std::string& path, std::size_t limit);

// Why a folder of rules cannot be read; nothing when it can.
std::optional<Diagnostic> check_folder(const std::string& path);

// The rule files below a folder, as check_rule_set sees them: .yaml, .yml and .json, without hidden ones. One for a file,
// none for nothing.
std::size_t count_rule_files(const std::string& folder);

// Writes all of it, or says why not.
std::optional<Diagnostic> write_file(const std::string& path, std::string_view text);
// The same for a file that is never seen half written: the old one stays until the new one is whole.
std::optional<Diagnostic> replace_file(const std::string& path, std::string_view text);
// Writes what a command says to --output, where that is given.
Reply to_output(const Arguments& arguments, Reply reply);
bool write_all(int descriptor, std::string_view text) noexcept;

}  // namespace vertebra::cli
