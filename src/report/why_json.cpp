#include "report/why_json.hpp"

#include "base/json_writer.hpp"
#include "report/json_parts.hpp"

namespace vertebra::report {
namespace {

using base::JsonWriter;

void write_question(JsonWriter& json, const WhyQuestion& question) {
  json.key("question");
  json.begin_object();
  json.member("subject", to_string(question.subject));
  text_member(json, "id", question.id);
  text_member(json, "second", question.second);
  json.end_object();
}

void write_source(JsonWriter& json, const WhySource& source) {
  json.member("id", source.id);
  text_member(json, "interprets", source.interprets);
  text_member(json, "mark", source.mark);
}

void write_verdict(JsonWriter& json, const WhyNode& node) {
  if (node.verdict) json.member("verdict", to_string(*node.verdict));
  if (node.cause != Cause::none) json.member("cause", to_string(node.cause));
  if (node.points) json.member("points", *node.points);
  if (node.score) score_member(json, "score", *node.score);
}

// Leaves the object open: what is below a node goes into it.
void write_node(JsonWriter& json, const WhyNode& node) {
  json.begin_object();
  json.member("kind", to_string(node.kind));
  json.member("truth", to_string(node.truth));
  text_member(json, "id", node.id);
  text_member(json, "second", node.second);
  text_member(json, "guide", node.guide);
  text_member(json, "says", node.says);
  text_member(json, "text", node.text);
  text_member(json, "answer", node.answer);
  if (node.negated) json.member("negated", true);
  if (node.derived) json.member("derived", true);
  if (node.set_aside) json.member("set_aside", true);
  if (node.repeated) json.member("repeated", true);
  write_verdict(json, node);
  list_member(json, "sources", node.sources, write_source);
}

// Nodes come each after its parent, so depth alone says what to close.
void write_tree(JsonWriter& json, const std::vector<WhyNode>& nodes) {
  int open = 0;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    for (; open > nodes[i].depth; --open) {
      json.end_array();
      json.end_object();
    }
    write_node(json, nodes[i]);
    if (i + 1 < nodes.size() && nodes[i + 1].depth > nodes[i].depth) {
      json.key("because");
      json.begin_array();
      ++open;
    } else {
      json.end_object();
    }
  }
  for (; open > 0; --open) {
    json.end_array();
    json.end_object();
  }
}

}  // namespace

std::string to_json(const WhyParts& parts) {
  JsonWriter json;
  json.begin_object();
  head_members(json, parts.as_of, parts.profile, parts.hash);
  write_question(json, parts.question);
  json.member("truth", to_string(parts.truth));
  ids_member(json, "facts", parts.facts);
  ids_member(json, "waits_on", parts.waits_on);
  json.key("why");
  write_tree(json, parts.nodes);
  json.end_object();
  return json.take();
}

}  // namespace vertebra::report
