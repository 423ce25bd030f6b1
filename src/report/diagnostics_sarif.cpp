#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <vertebra/diagnostic.hpp>
#include <vertebra/diagnostic_codes.hpp>
#include <vertebra/version.hpp>

#include "base/json_writer.hpp"

// SARIF 2.1.0, the log that code hosts read; the section numbers are those of the OASIS standard.
namespace vertebra {
namespace {

constexpr std::string_view schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

// A relative reference for a relative name, a URI of scheme `file` for an absolute one (3.4.3, 3.4.4).
std::string uri_of(std::string_view name) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  constexpr std::string_view plain = "-._~/";
  std::string uri = name.starts_with('/') ? "file://" : "";
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter_or_digit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter_or_digit || plain.find(c) != std::string_view::npos)
      uri += c;
    else
      uri.append({'%', hex[byte >> 4], hex[byte & 15]});
  }
  return uri;
}

std::string_view level_of(Severity severity) { return severity == Severity::error ? "error" : "warning"; }

class Log {
 public:
  explicit Log(const std::vector<Diagnostic>& diagnostics) : diagnostics_{diagnostics} {
    std::set<std::string_view> used;
    for (const Diagnostic& each : diagnostics) used.insert(each.code);
    for (const DiagnosticCode& each : diagnostic_codes())
      if (used.contains(each.code)) rules_.push_back(each);
  }

  std::string write() {
    json_.begin_object();
    json_.member("$schema", schema);
    json_.member("version", "2.1.0");
    json_.key("runs");
    json_.begin_array();
    json_.begin_object();
    write_tool();
    json_.member("columnKind", "unicodeCodePoints");
    json_.key("results");
    json_.begin_array();
    for (const Diagnostic& each : diagnostics_) write_result(each);
    json_.end_array();
    json_.end_object();
    json_.end_array();
    json_.end_object();
    return json_.take();
  }

 private:
  void write_text(std::string_view key, std::string_view text) {
    json_.key(key);
    json_.begin_object();
    json_.member("text", text);
    json_.end_object();
  }

  void write_tool() {
    json_.key("tool");
    json_.begin_object();
    json_.key("driver");
    json_.begin_object();
    json_.member("name", "vertebra");
    json_.member("semanticVersion", version());
    json_.key("rules");
    json_.begin_array();
    for (const DiagnosticCode& each : rules_) write_rule(each);
    json_.end_array();
    json_.end_object();
    json_.end_object();
  }

  void write_rule(const DiagnosticCode& rule) {
    json_.begin_object();
    json_.member("id", rule.code);
    json_.member("name", rule.name);
    write_text("shortDescription", rule.about);
    if (!rule.more.empty()) write_text("fullDescription", rule.more);
    json_.key("defaultConfiguration");
    json_.begin_object();
    json_.member("level", level_of(rule.severity));
    json_.end_object();
    json_.end_object();
  }

  void write_result(const Diagnostic& diagnostic) {
    json_.begin_object();
    json_.member("ruleId", diagnostic.code);
    const auto rule = std::ranges::find(rules_, std::string_view{diagnostic.code}, &DiagnosticCode::code);
    if (rule != rules_.end()) json_.member("ruleIndex", rule - rules_.begin());
    json_.member("level", level_of(diagnostic.severity));
    write_text("message", diagnostic.help.empty() ? diagnostic.message : diagnostic.message + "\n" + diagnostic.help);
    if (!diagnostic.file.empty()) write_location(diagnostic);
    json_.key("partialFingerprints");
    json_.begin_object();
    json_.member("vertebraProblem/v1", fingerprint(diagnostic));
    json_.end_object();
    json_.end_object();
  }

  void write_location(const Diagnostic& diagnostic) {
    json_.key("locations");
    json_.begin_array();
    json_.begin_object();
    json_.key("physicalLocation");
    json_.begin_object();
    json_.key("artifactLocation");
    json_.begin_object();
    json_.member("uri", uri_of(diagnostic.file));
    json_.end_object();
    if (diagnostic.line > 0) write_region(diagnostic);
    json_.end_object();
    json_.end_object();
    json_.end_array();
  }

  // The end column is the one behind the last character (3.30.8).
  void write_region(const Diagnostic& diagnostic) {
    json_.key("region");
    json_.begin_object();
    json_.member("startLine", diagnostic.line);
    if (diagnostic.column > 0) {
      json_.member("startColumn", diagnostic.column);
      json_.member("endColumn", diagnostic.column + std::max(diagnostic.length, 1));
    }
    if (!diagnostic.excerpt.empty()) write_text("snippet", diagnostic.excerpt);
    json_.end_object();
  }

  const std::vector<Diagnostic>& diagnostics_;
  std::vector<DiagnosticCode> rules_;  // Those of the codes that occur, by number.
  base::JsonWriter json_;
};

}  // namespace

std::string to_sarif(const std::vector<Diagnostic>& diagnostics) { return Log{diagnostics}.write(); }

}  // namespace vertebra
