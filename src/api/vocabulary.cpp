#include <vertebra/vocabulary.hpp>

#include "api/state.hpp"
#include "base/json_writer.hpp"

namespace vertebra {
namespace {

std::vector<CodeBinding> described(const std::vector<model::CodeBinding>& codes) {
  std::vector<CodeBinding> result;
  for (const model::CodeBinding& each : codes) result.push_back({each.system, each.code, each.mark, each.value});
  return result;
}

FactInfo describe(const base::FactShape& shape, std::string_view ask) {
  FactInfo info;
  info.id = shape.id;
  info.ask = ask;
  info.kind = static_cast<FactKind>(shape.type);
  info.unit = shape.unit.ucum;
  info.min = shape.min;
  info.max = shape.max;
  for (const auto& [word, range] : shape.words) info.words.push_back(word);
  info.choices.assign(shape.choices.begin(), shape.choices.end());
  return info;
}

void write(base::JsonWriter& json, const std::vector<CodeBinding>& codes) {
  json.key("codes");
  json.begin_array();
  for (const CodeBinding& code : codes) {
    json.begin_object();
    json.member("system", code.system);
    json.member("code", code.code);
    if (!code.value.empty()) json.member("value", code.value);
    json.member("mark", code.mark);
    json.member("emitted", is_emitted(code.mark));
    json.end_object();
  }
  json.end_array();
}

template <class List>
void write_coded(base::JsonWriter& json, std::string_view key, const List& list) {
  json.key(key);
  json.begin_array();
  for (const auto& each : list) {
    json.begin_object();
    json.member("id", each.id);
    write(json, each.codes);
    json.end_object();
  }
  json.end_array();
}

void write(base::JsonWriter& json, const SourceInfo& source) {
  json.begin_object();
  json.member("id", source.id);
  if (!source.mark.empty()) json.member("mark", source.mark);
  if (!source.interprets.empty()) json.member("interprets", source.interprets);
  json.key("rules");
  json.begin_array();
  for (const std::string& rule : source.rules) json.value(rule);
  json.end_array();
  json.end_object();
}

void write(base::JsonWriter& json, const GuideInfo& guide) {
  json.begin_object();
  json.member("id", guide.id);
  json.member("version", guide.version);
  json.member("title", guide.title);
  json.key("attributes");
  json.begin_object();
  for (const SourceAttribute& each : guide.attributes) json.member(each.name, each.text);
  json.end_object();
  json.key("sources");
  json.begin_array();
  for (const SourceInfo& each : guide.sources) write(json, each);
  json.end_array();
  json.end_object();
}

}  // namespace

std::vector<FactInfo> facts(const RuleSet& rule_set) {
  std::vector<FactInfo> result;
  const RuleSet::State& state = rule_set.state();
  for (std::size_t i = 0; i < state.shapes.size(); ++i) {
    result.push_back(describe(state.shapes[i], state.image.view(state.image.facts[i].ask)));
    if (!state.is_compiled) result.back().codes = described(state.rules.vocabulary.facts[i].codes);
  }
  return result;
}

std::vector<TreatmentInfo> treatments(const RuleSet& rule_set) {
  const auto& catalogue = rule_set.state().rules.vocabulary.treatments;
  std::vector<TreatmentInfo> result;
  for (const model::Treatment& each : catalogue) {
    const std::string_view group =
        each.part_of < 0 ? std::string_view{} : catalogue[static_cast<std::size_t>(each.part_of)].id;
    result.push_back({each.id, each.label.text, group, described(each.codes)});
  }
  return result;
}

bool is_emitted(std::string_view mark) noexcept { return mark == "V" || mark == "C"; }

std::string codes_to_json(const RuleSet& rule_set) {
  base::JsonWriter json;
  json.begin_object();
  json.key("emitted_marks");
  json.begin_array();
  json.value("V");
  json.value("C");
  json.end_array();
  write_coded(json, "facts", facts(rule_set));
  write_coded(json, "treatments", treatments(rule_set));
  json.key("guides");
  json.begin_array();
  for (const GuideInfo& each : guides(rule_set)) write(json, each);
  json.end_array();
  json.end_object();
  return json.take();
}

std::vector<CareLevel> care_levels(const RuleSet& rule_set) {
  const image::Image& image = rule_set.state().image;
  std::vector<CareLevel> result;
  for (const image::CareLevel& level : image.care_levels)
    result.push_back({static_cast<int>(result.size()), image.view(level.id), image.view(level.label)});
  return result;
}

std::vector<std::string_view> ranked_treatments(const RuleSet& rule_set) {
  const image::Image& image = rule_set.state().image;
  std::vector<std::string_view> result;
  for (const image::Treatment& each : image.treatments) result.push_back(image.view(each.id));
  return result;
}

}  // namespace vertebra
