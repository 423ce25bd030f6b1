#include "fhir/responses.hpp"

#include <algorithm>

namespace vertebra::fhir {
namespace {

constexpr Reason not_answered{Cause::not_answered, "the item has no answer"};
constexpr Reason several_answers{Cause::not_readable, "the item has several answers, of which the fact can have one"};
constexpr Reason modified{Cause::not_readable, "the item has an extension that may change its meaning"};
constexpr std::size_t longest_link_id = 64;

std::string_view without_version(std::string_view canonical) { return canonical.substr(0, canonical.find('|')); }

// A linkId may be any text; only what looks like one is shown.
std::string name_of_item(std::string_view link_id) {
  const bool plain = link_id.size() <= longest_link_id && std::all_of(link_id.begin(), link_id.end(), [](char c) {
                       return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
                              c == '-' || c == '_' || c == '/';
                     });
  return plain ? "item[" + std::string{link_id} + "].answer" : "item.answer";
}

bool is_answer(const Part& part) { return part.element == Element::answer; }

}  // namespace

ResponseReader::ResponseReader(const Mapping::State& mapping, const Record& record)
    : mapping_{mapping}, values_{mapping} {
  for (const Resource& each : record.resources) {
    if (each.type != "Questionnaire") continue;
    if (each.has(Element::url)) questionnaires_.emplace(each.text(Element::url), &each);
    if (!each.full_url.empty()) questionnaires_.emplace(each.full_url, &each);
  }
}

void ResponseReader::collect(const Part& parent, Codes& codes) const {
  for (const Part& item : parent.parts) {
    if (item.element != Element::item) continue;
    if (!item.codings.empty()) codes.emplace(item.text(Element::link_id), &item);
    collect(item, codes);
  }
}

ResponseReader::Codes ResponseReader::codes_of(const Resource& response, std::string_view url) const {
  Codes codes;
  if (url.starts_with('#')) {
    for (const Resource& each : response.contained)
      if (each.type == "Questionnaire" && each.text(Element::id) == url.substr(1)) collect(each, codes);
  } else if (const auto found = questionnaires_.find(url); found != questionnaires_.end()) {
    collect(*found->second, codes);
  }
  return codes;
}

std::vector<ItemSaid> ResponseReader::read(const Resource& response) const {
  const std::string_view url = without_version(response.text(Element::questionnaire));
  std::vector<ItemSaid> result;
  read_items(response, url, codes_of(response, url), result);
  return result;
}

void ResponseReader::read_items(const Part& parent, std::string_view url, const Codes& codes,
                                std::vector<ItemSaid>& result) const {
  for (const Part& part : parent.parts) {
    if (part.element == Element::item) read_item(part, url, codes, result);
    if (part.element == Element::item || part.element == Element::answer) read_items(part, url, codes, result);
  }
}

void ResponseReader::read_item(const Part& item, std::string_view url, const Codes& codes,
                               std::vector<ItemSaid>& result) const {
  const std::string_view link_id = item.text(Element::link_id);
  const auto say = [&](std::size_t fact, const Meaning& meaning, const ItemRule* rule) {
    result.push_back({fact, name_of_item(link_id), answers_of(item, mapping_.facts[fact], meaning, rule)});
  };
  if (const auto rules = mapping_.items.find(link_id); rules != mapping_.items.end())
    for (const ItemRule& rule : rules->second) {
      const MappedFact& fact = mapping_.facts[rule.fact];
      Meaning meaning{rule.fact, fact.all & ~fact.none, true, true};
      if (rule.questionnaire == url) say(rule.fact, meaning, &rule);
    }
  const auto asked = codes.find(link_id);
  if (asked == codes.end()) return;
  for (const Coding& code : asked->second->codings) {
    const auto* meanings = find_code(mapping_.meanings, mapping_.system(code.system), code.code);
    if (code.element != Element::item_code || meanings == nullptr) continue;
    for (const Meaning& meaning : *meanings)
      if (meaning.usable && (meaning.sources & mask_of(SourceKind::questionnaire)) != 0 &&
          mapping_.facts[meaning.fact].source(SourceKind::questionnaire))
        say(meaning.fact, meaning, nullptr);
  }
}

Said ResponseReader::answers_of(const Part& item, const MappedFact& fact, const Meaning& meaning,
                                const ItemRule* rule) const {
  if (item.has(Element::modifier)) return {0, 0, 0, {}, modified};
  const auto count = std::count_if(item.parts.begin(), item.parts.end(), is_answer);
  if (count == 0) return {0, 0, 0, {}, not_answered};
  if (count > 1 && fact.kind == FactKind::quantity) return {0, 0, 0, {}, several_answers};
  const bool refuted_is_no = fact.source(SourceKind::questionnaire)->refuted_is_no;
  Said together{fact.all, 0, 0, {}, {}};
  for (const Part& answer : item.parts) {
    if (!is_answer(answer)) continue;
    const bool listed = rule != nullptr && !rule->answers.empty() && !answer.has(Element::value_flag);
    const Said said = listed ? values_.read_listed(answer, *rule) : values_.read(answer, fact, meaning, refuted_is_no);
    if (said.reason) return said;
    const Cells cells = together.cells & said.cells;
    together = said;
    together.cells = cells;
  }
  if (fact.kind != FactKind::quantity && together.cells == 0) together.reason = several_answers;
  return together;
}

}  // namespace vertebra::fhir
