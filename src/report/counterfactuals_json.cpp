#include "report/counterfactuals_json.hpp"

#include "base/json_writer.hpp"
#include "report/json_parts.hpp"

namespace vertebra::report {
namespace {

using base::JsonWriter;

void write_goal(JsonWriter& json, const Goal& goal) {
  json.key("goal");
  json.begin_object();
  json.member("change", to_string(goal.kind));
  text_member(json, "treatment", goal.treatment);
  json.end_object();
}

void write_advice(JsonWriter& json, std::string_view key, const AdviceInShort& advice) {
  json.key(key);
  json.begin_object();
  if (advice.care) care_member(json, "care", *advice.care);
  text_member(json, "first", advice.first);
  json.end_object();
}

void write_answer(JsonWriter& json, const OtherAnswer& answer) {
  json.member("fact", answer.fact);
  json.member("before", std::string_view{answer.before});
  json.member("after", std::string_view{answer.after});
}

void write_set(JsonWriter& json, const Counterfactual& set) {
  list_member(json, "answers", set.answers, write_answer);
  write_advice(json, "then", set.then);
}

}  // namespace

// An empty list of sets is an answer too: there are none of up to three answers.
std::string to_json(const Counterfactuals& counterfactuals) {
  JsonWriter json;
  json.begin_object();
  head_members(json, counterfactuals.as_of, counterfactuals.profile, counterfactuals.hash);
  write_goal(json, counterfactuals.goal);
  write_advice(json, "now", counterfactuals.now);
  json.member("reached_already", counterfactuals.reached_already);
  json.member("complete", counterfactuals.complete);
  array_member(json, "sets", counterfactuals.sets, write_set);
  json.end_object();
  return json.take();
}

}  // namespace vertebra::report
