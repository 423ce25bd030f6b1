#include "cli/baseline.hpp"

#include <algorithm>

#include "cli/arguments.hpp"

namespace vertebra::cli {
namespace {

constexpr std::string_view head =
    "# Warnings that were there when this file was written; `vertebra check --baseline` leaves them out.\n"
    "# Code, fingerprint of the message, file: message\n";
constexpr std::string_view separator = ": ";

std::string name_in(std::string_view folder, std::string_view file) {
  if (file.starts_with(folder)) file.remove_prefix(folder.size());
  while (file.starts_with('/')) file.remove_prefix(1);
  return std::string{file};
}

std::string key_of(const Diagnostic& diagnostic, std::string_view folder) {
  return diagnostic.code + " " + fingerprint(diagnostic) + " " + name_in(folder, diagnostic.file);
}

bool looks_right(std::string_view line) {
  const std::size_t code_end = line.find(' ');
  return line.starts_with('V') && code_end != std::string_view::npos && line.find(' ', code_end + 1) == code_end + 17 &&
         line.find(separator) != std::string_view::npos;
}

}  // namespace

Baseline::Baseline(const std::vector<Diagnostic>& diagnostics, std::string_view folder) {
  for (const Diagnostic& each : diagnostics)
    if (each.severity == Severity::warning) messages_[key_of(each, folder)].push_back(each.message);
}

std::optional<Baseline> Baseline::parse(std::string_view text, int& line) {
  Baseline baseline;
  line = 0;
  for (const std::string& each : split(text, '\n')) {
    ++line;
    std::string_view row = each;
    if (row.ends_with('\r')) row.remove_suffix(1);
    if (row.empty() || row.starts_with('#')) continue;
    if (!looks_right(row)) return std::nullopt;
    const std::size_t message = row.find(separator);
    baseline.messages_[std::string{row.substr(0, message)}].emplace_back(row.substr(message + separator.size()));
  }
  return baseline;
}

std::string Baseline::text() const {
  std::string out{head};
  for (const auto& [key, messages] : messages_)
    for (const std::string& message : messages) out.append(key).append(separator).append(message).append("\n");
  return out;
}

std::size_t Baseline::leave_out(std::vector<Diagnostic>& diagnostics, std::string_view folder) const {
  std::map<std::string, std::size_t> left;
  std::size_t not_met = 0;
  for (const auto& [key, messages] : messages_) {
    left[key] = messages.size();
    not_met += messages.size();
  }
  std::erase_if(diagnostics, [&](const Diagnostic& each) {
    if (each.severity != Severity::warning) return false;
    const auto known = left.find(key_of(each, folder));
    if (known == left.end() || known->second == 0) return false;
    --known->second;
    --not_met;
    return true;
  });
  return not_met;
}

}  // namespace vertebra::cli
