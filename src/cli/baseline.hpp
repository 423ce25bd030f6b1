#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <vertebra/diagnostic.hpp>

namespace vertebra::cli {

// Warnings that were there on some day, so that only new ones are shown. Each is known by its code, its file (from the
// folder of rules) and the fingerprint of its message: lines may move, and the folder too. Errors are never in one.
class Baseline {
 public:
  // Takes the warnings of `diagnostics`. `folder` is left out of file names.
  Baseline(const std::vector<Diagnostic>& diagnostics, std::string_view folder);

  // What `text` wrote; nothing where it is not of that form, and then `line` is the first line that is not.
  static std::optional<Baseline> parse(std::string_view text, int& line);

  // A comment, then a line a warning: code, fingerprint, file, and the message for people. Sorted; the same for the same.
  std::string text() const;

  // Leaves out the warnings that are in this, each as often as it is in it. Returns how many of this were not met.
  std::size_t leave_out(std::vector<Diagnostic>& diagnostics, std::string_view folder) const;

 private:
  Baseline() = default;
  std::map<std::string, std::vector<std::string>>
      messages_;  // By "code fingerprint file", one a time that it occurred.
};

}  // namespace vertebra::cli
