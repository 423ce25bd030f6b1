#include "cli/reply.hpp"

#include <algorithm>

namespace vertebra::cli {

Reply wrong_use(const std::string& program, const std::string& message, const std::string& help) {
  std::string text = program + ": " + message + "\n";
  if (!help.empty()) text += "   help: " + help + "\n";
  return {Exit::wrong_use, {}, std::move(text)};
}

std::string listed(const std::vector<Diagnostic>& diagnostics) {
  std::string text;
  for (const auto& diagnostic : diagnostics) text += to_string(diagnostic);
  return text;
}

Reply refused(const std::vector<Diagnostic>& diagnostics) {
  const bool unreadable = std::any_of(diagnostics.begin(), diagnostics.end(),
                                      [](const Diagnostic& diagnostic) { return diagnostic.code == "V0101"; });
  return {unreadable ? Exit::wrong_use : Exit::findings, {}, listed(diagnostics)};
}

}  // namespace vertebra::cli
