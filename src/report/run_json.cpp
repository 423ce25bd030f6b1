#include "report/run_json.hpp"

#include "base/json_writer.hpp"

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

void write(JsonWriter& json, const CaseResult& result) {
  json.begin_object();
  member(json, "file", result.file);
  json.member("line", result.line);
  member(json, "id", result.id);
  member(json, "profile", result.profile);
  json.member("passed", result.passed());
  json.key("differences");
  json.begin_array();
  for (const CaseDifference& each : result.differences) {
    json.begin_object();
    member(json, "key", each.key);
    json.member("line", each.line);
    texts(json, "missing", each.missing);
    texts(json, "unexpected", each.unexpected);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write(JsonWriter& json, const RuleCoverage& rule) {
  json.begin_object();
  member(json, "kind", rule.kind);
  member(json, "guide", rule.guide);
  member(json, "id", rule.id);
  member(json, "file", rule.file);
  json.member("line", rule.line);
  json.member("yes", rule.yes);
  json.member("no", rule.no);
  json.member("unknown", rule.unknown);
  json.end_object();
}

}  // namespace

std::string to_json(const CaseRun& run) {
  JsonWriter json;
  json.begin_object();
  json.member("vertebra", "1");
  json.member("cases", run.results.size());
  json.member("failed", run.failed());
  json.key("results");
  json.begin_array();
  for (const CaseResult& each : run.results) write(json, each);
  json.end_array();
  json.key("coverage");
  json.begin_object();
  json.member("covered", run.coverage.covered());
  json.member("outcomes", run.coverage.outcomes());
  json.key("rules");
  json.begin_array();
  for (const RuleCoverage& each : run.coverage.rules) write(json, each);
  json.end_array();
  json.end_object();
  json.end_object();
  return json.take();
}

}  // namespace vertebra::report
