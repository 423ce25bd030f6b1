#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace vertebra {

enum class Severity { warning, error };

// One problem in what a person wrote: where it is, what is wrong, and what to do next.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;     // Stable, such as "V0204".
  std::string name;     // The same in words, such as "unknown-name".
  std::string file;     // As it was given to the reader; empty when the problem is in no file.
  int line = 0;         // From 1; 0 when the problem is in the file as a whole.
  int column = 0;       // From 1, in Unicode code points.
  int length = 1;       // Code points under the caret, at least 1.
  std::string message;  // Lower case, no final period, the user's text in back-ticks.
  std::string help;     // What to do next; empty when the message says it all.
  std::string excerpt;  // The line of the file; empty when there is none to show.
};

// The form for a terminal: place, code and message, the text under a caret, and help. Ends with a newline.
std::string to_string(const Diagnostic& diagnostic);

// A JSON object with `diagnostics`, an array in the given order: severity, code, name, file, line, column, length, message,
// help, fingerprint. Members that are empty are left out. No line break at its end.
std::string to_json(const std::vector<Diagnostic>& diagnostics);

// A log of SARIF 2.1.0 with one run. Relative file names stay relative references, absolute ones become file URIs.
std::string to_sarif(const std::vector<Diagnostic>& diagnostics);

// 16 hex digits over the code and the message: the same when lines move or the folder is elsewhere.
std::string fingerprint(const Diagnostic& diagnostic);

// True when one of them is an error.
bool has_errors(const std::vector<Diagnostic>& diagnostics) noexcept;

// The result of giving one answer or one argument: good, which costs nothing, or the reason why not, which copies share.
class [[nodiscard]] Status {
 public:
  Status() = default;
  explicit Status(Diagnostic problem) : problem_{std::make_shared<const Diagnostic>(std::move(problem))} {}

  explicit operator bool() const noexcept { return problem_ == nullptr; }
  // Empty fields when the status is good. Never holds the patient's value, only names, units and ranges.
  const Diagnostic& problem() const noexcept;

 private:
  std::shared_ptr<const Diagnostic> problem_;
};

}  // namespace vertebra
