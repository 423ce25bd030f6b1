#include "report/run_json.hpp"

#include "base/json_writer.hpp"
#include "report/json_parts.hpp"

namespace vertebra::report {
namespace {

using base::JsonWriter;

void texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& items) {
  json.key(key);
  json.begin_array();
  for (const std::string& each : items) json.value(std::string_view{each});
  json.end_array();
}

void member(JsonWriter& json, std::string_view key, const std::string& text) {
  json.member(key, std::string_view{text});
}

void write_difference(JsonWriter& json, const CaseDifference& difference) {
  member(json, "key", difference.key);
  json.member("line", difference.line);
  texts(json, "missing", difference.missing);
  texts(json, "unexpected", difference.unexpected);
}

void write_result(JsonWriter& json, const CaseResult& result) {
  member(json, "file", result.file);
  json.member("line", result.line);
  member(json, "id", result.id);
  member(json, "profile", result.profile);
  json.member("passed", result.passed());
  array_member(json, "differences", result.differences, write_difference);
}

void write_rule(JsonWriter& json, const RuleCoverage& rule) {
  member(json, "kind", rule.kind);
  member(json, "guide", rule.guide);
  member(json, "id", rule.id);
  member(json, "file", rule.file);
  json.member("line", rule.line);
  json.member("yes", rule.yes);
  json.member("no", rule.no);
  json.member("unknown", rule.unknown);
}

}  // namespace

std::string to_json(const CaseRun& run) {
  JsonWriter json;
  json.begin_object();
  json.member("vertebra", "1");
  json.member("cases", run.results.size());
  json.member("failed", run.failed());
  array_member(json, "results", run.results, write_result);
  json.key("coverage");
  json.begin_object();
  json.member("covered", run.coverage.covered());
  json.member("outcomes", run.coverage.outcomes());
  array_member(json, "rules", run.coverage.rules, write_rule);
  json.end_object();
  json.end_object();
  return json.take();
}

}  // namespace vertebra::report
