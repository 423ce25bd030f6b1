#include <vertebra/diagnostic.hpp>

#include "base/json_writer.hpp"

namespace vertebra {
namespace {

void word(base::JsonWriter& json, std::string_view key, const std::string& text) {
  if (!text.empty()) json.member(key, text);
}

void write(base::JsonWriter& json, const Diagnostic& diagnostic) {
  json.begin_object();
  json.member("severity", diagnostic.severity == Severity::error ? "error" : "warning");
  json.member("code", diagnostic.code);
  json.member("name", diagnostic.name);
  word(json, "file", diagnostic.file);
  if (diagnostic.line > 0) {
    json.member("line", diagnostic.line);
    json.member("column", diagnostic.column);
    json.member("length", diagnostic.length);
  }
  json.member("message", diagnostic.message);
  word(json, "help", diagnostic.help);
  json.member("fingerprint", fingerprint(diagnostic));
  json.end_object();
}

}  // namespace

std::string to_json(const std::vector<Diagnostic>& diagnostics) {
  base::JsonWriter json;
  json.begin_object();
  json.key("diagnostics");
  json.begin_array();
  for (const Diagnostic& each : diagnostics) write(json, each);
  json.end_array();
  json.end_object();
  return json.take();
}

}  // namespace vertebra
