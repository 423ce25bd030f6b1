#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "fhir/mapping_reader.hpp"
#include "fhir/section.hpp"

namespace vertebra::fhir {
namespace {

using base::Code;
using document::Entry;
using document::Node;

// Choices that say that something is not there, by the vocabulary's rule for codes without a value.
constexpr std::string_view absences[] = {"none", "never", "no"};

constexpr std::string_view fact_keys[] = {"patient",   "condition",   "medication",    "allergy", "procedure",
                                          "encounter", "observation", "questionnaire", "means"};
constexpr std::string_view condition_keys[] = {"statuses", "within", "refuted", "when_absent"};
constexpr std::string_view medication_keys[] = {"statuses", "within", "classes", "when_absent"};
constexpr std::string_view allergy_keys[] = {"statuses", "refuted", "classes", "when_absent"};
constexpr std::string_view procedure_keys[] = {"statuses", "within", "when_absent"};
constexpr std::string_view encounter_keys[] = {"statuses", "within"};
constexpr std::string_view observation_keys[] = {"statuses", "within", "refuted"};
constexpr std::string_view questionnaire_keys[] = {"statuses", "within", "refuted", "items"};
constexpr std::string_view item_keys[] = {"questionnaire", "link_id", "answers"};

std::span<const std::string_view> keys_of(SourceKind kind) {
  switch (kind) {
    case SourceKind::condition: return condition_keys;
    case SourceKind::medication: return medication_keys;
    case SourceKind::allergy: return allergy_keys;
    case SourceKind::procedure: return procedure_keys;
    case SourceKind::encounter: return encounter_keys;
    case SourceKind::observation: return observation_keys;
    case SourceKind::questionnaire: break;
  }
  return questionnaire_keys;
}

bool says_numbers(SourceKind kind) { return kind == SourceKind::observation || kind == SourceKind::questionnaire; }

MappedFact describe(const FactInfo& info) {
  MappedFact fact;
  fact.id = info.id;
  fact.kind = info.kind;
  fact.min = info.min;
  fact.max = info.max;
  if (const auto unit = base::find_unit(info.unit)) fact.unit = *unit;
  fact.choices.assign(info.choices.begin(), info.choices.end());
  if (info.kind == FactKind::boolean) {
    fact.all = cell_no | cell_yes;
    fact.none = cell_no;
  }
  for (std::size_t i = 0; i < fact.choices.size(); ++i) {
    fact.all |= Cells{1} << i;
    if (is_one_of(fact.choices[i], absences)) fact.none |= Cells{1} << i;
  }
  return fact;
}

}  // namespace

Cells cell_of(const MappedFact& fact, std::string_view word) {
  if (fact.kind == FactKind::boolean) return word == "yes" ? cell_yes : word == "no" ? cell_no : 0;
  const auto found = std::find(fact.choices.begin(), fact.choices.end(), word);
  return found == fact.choices.end() ? 0 : Cells{1} << (found - fact.choices.begin());
}

std::optional<std::size_t> MappingReader::fact_named(const Entry& entry) {
  std::vector<std::string_view> ids;
  for (const FactInfo& each : vocabulary_) ids.push_back(each.id);
  const auto found = std::find(ids.begin(), ids.end(), entry.key);
  if (found != ids.end()) return static_cast<std::size_t>(found - ids.begin());
  reporter_.report(Code::bad_mapping, entry.place, ticked(entry.key) + " is not a fact of the vocabulary",
                   suggestion(entry.key, ids));
  return std::nullopt;
}

void MappingReader::read_facts(const Node& section) {
  if (!expect_map(section, "`facts`", reporter_)) return;
  for (const Entry& each : section.entries) {
    const auto index = fact_named(each);
    if (!index) continue;
    if (mapped_[*index])
      reporter_.report(Code::duplicate_id, each.place, ticked(each.key) + " stands here for the second time");
    else if (expect_map(each.value, ticked(each.key), reporter_))
      read_fact(each, *index);
  }
}

void MappingReader::read_fact(const Entry& entry, std::size_t index) {
  const Node& map = entry.value;
  refuse_other_keys(map, fact_keys, reporter_);
  MappedFact fact = describe(vocabulary_[index]);
  if (const Node* value = map.find("means")) means_[index] = read_means(*value, fact);
  if (const Node* value = map.find("patient")) read_birth_date(*value, fact);
  bool by_code = false;
  for (const SourceInfo& each : sources())
    if (const Node* value = map.find(each.key)) {
      by_code = true;
      read_source(*value, each.kind, fact, index);
    }
  if (!by_code && map.find("patient") == nullptr)
    reporter_.report(Code::missing_key, entry.place, "nothing says from where " + ticked(fact.id) + " is read",
                     "give it `patient`, `condition`, `observation` or another source");
  if (by_code) check_codes(entry, index, fact);
  mapped_[index] = std::move(fact);
}

void MappingReader::check_codes(const Entry& entry, std::size_t index, const MappedFact& fact) {
  const auto usable = [](const CodeBinding& code) { return code.mark == "V" || code.mark == "C"; };
  const auto& codes = vocabulary_[index].codes;
  const bool by_class =
      std::any_of(class_uses_.begin(), class_uses_.end(), [index](const ClassUse& use) { return use.fact == index; });
  const bool by_item =
      std::any_of(items_.begin(), items_.end(), [index](const auto& item) { return item.second.fact == index; });
  if (!by_class && !by_item && std::none_of(codes.begin(), codes.end(), usable))
    reporter_.report(Code::bad_mapping, entry.place, ticked(fact.id) + " has no code marked V or C in the vocabulary",
                     "add one there, or leave the fact out here: it is then asked");
}

void MappingReader::read_birth_date(const Node& value, MappedFact& fact) {
  if (!expect_scalar(value, "`patient`", reporter_)) return;
  fact.from_birth_date = true;
  if (value.text != "birth_date")
    reporter_.report(Code::bad_mapping, value.place, ticked(value.text) + " is not read from a Patient",
                     "only `birth_date` is");
  if (fact.kind != FactKind::quantity || fact.unit.ucum != base::year_unit)
    reporter_.report(Code::bad_mapping, value.place, ticked(fact.id) + " is not a number of years");
}

std::optional<std::size_t> MappingReader::group_named(const Node& name) {
  if (!expect_scalar(name, "statuses", reporter_)) return std::nullopt;
  std::vector<std::string_view> ids;
  for (const StatusGroup& each : state_.groups) ids.push_back(each.id);
  const auto found = std::find(ids.begin(), ids.end(), name.text);
  if (found != ids.end()) return static_cast<std::size_t>(found - ids.begin());
  reporter_.report(Code::unknown_name, name.place, ticked(name.text) + " is not a name under `statuses`",
                   suggestion(name.text, ids));
  return std::nullopt;
}

void MappingReader::read_source(const Node& value, SourceKind kind, MappedFact& fact, std::size_t index) {
  if (fact.kind == FactKind::quantity && !says_numbers(kind))
    reporter_.report(Code::bad_mapping, value.place, "a code does not say the number that " + ticked(fact.id) + " is");
  const Node* name = &value;
  Source source;
  if (value.is_map()) {
    name = value.find("statuses");
    if (name == nullptr) reporter_.report(Code::missing_key, value.place, "`statuses` is missing");
    read_source_keys(value, kind, fact, index, source);
  }
  const auto group = name == nullptr ? std::nullopt : group_named(*name);
  if (!group) return;
  source.group = *group;
  fact.sources[static_cast<std::size_t>(kind)] = source;
}

void MappingReader::read_source_keys(const Node& map, SourceKind kind, MappedFact& fact, std::size_t index,
                                     Source& source) {
  refuse_other_keys(map, keys_of(kind), reporter_);
  const auto allowed = [&](std::string_view key) { return is_one_of(key, keys_of(kind)) ? map.find(key) : nullptr; };
  if (const Node* within = allowed("within")) source.within_days = read_days(*within, reporter_);
  if (const Node* refuted = allowed("refuted")) read_refuted(*refuted, fact, source);
  if (const Node* absent = allowed("when_absent")) source.absent = read_meaning(*absent, fact);
  if (const Node* classes = allowed("classes")) read_class_uses(*classes, kind, fact, index);
  if (const Node* items = allowed("items")) read_items(*items, fact, index);
}

void MappingReader::read_refuted(const Node& value, const MappedFact& fact, Source& source) {
  if (!expect_scalar(value, "`refuted`", reporter_)) return;
  source.refuted_is_no = value.text == "no";
  if (!source.refuted_is_no)
    reporter_.report(Code::bad_value, value.place, "`refuted` can only be `no`", "leave it out for unknown");
  if (fact.kind != FactKind::boolean)
    reporter_.report(Code::bad_mapping, value.place, "`refuted` is for facts of yes and no");
}

// "nsaid: yes": what a medicine of the class says.
void MappingReader::read_class_uses(const Node& section, SourceKind kind, const MappedFact& fact, std::size_t index) {
  if (!expect_map(section, "`classes`", reporter_)) return;
  std::vector<std::string_view> ids;
  for (const MedicineClass& each : classes_) ids.push_back(each.id);
  for (const Entry& each : section.entries) {
    const auto found = std::find(ids.begin(), ids.end(), each.key);
    const Cells cells = read_meaning(each.value, fact);
    if (found == ids.end())
      reporter_.report(Code::unknown_name, each.place, ticked(each.key) + " is not a name under `medicine_classes`",
                       suggestion(each.key, ids));
    else
      class_uses_.push_back({index, kind, static_cast<std::size_t>(found - ids.begin()), cells});
  }
}

void MappingReader::read_items(const Node& list, const MappedFact& fact, std::size_t index) {
  if (!expect_list(list, "`items`", reporter_)) return;
  for (const Node& item : list.items)
    if (expect_map(item, "an item", reporter_)) read_item(item, fact, index);
}

void MappingReader::read_item(const Node& map, const MappedFact& fact, std::size_t index) {
  refuse_other_keys(map, item_keys, reporter_);
  ItemRule rule{index, std::string{required_text(map, map.place, "questionnaire", reporter_)}, {}};
  const std::string_view link_id = required_text(map, map.place, "link_id", reporter_);
  if (rule.questionnaire.find('|') != std::string::npos)
    reporter_.report(Code::bad_value, map.find("questionnaire")->place,
                     "a questionnaire is named without its version here", "leave out what begins with `|`");
  const Node* answers = map.find("answers");
  if (answers != nullptr && expect_map(*answers, "`answers`", reporter_)) {
    if (fact.kind == FactKind::quantity)
      reporter_.report(Code::bad_mapping, answers->place, "`answers` are for choices and for yes and no");
    for (const Entry& each : answers->entries) rule.answers.emplace_back(each.key, read_meaning(each.value, fact));
  }
  items_.emplace_back(link_id, std::move(rule));
}

MappingReader::Means MappingReader::read_means(const Node& section, const MappedFact& fact) {
  Means means;
  if (!expect_map(section, "`means`", reporter_)) return means;
  for (const Entry& each : section.entries) {
    if (cell_of(fact, each.key) == 0)
      reporter_.report(Code::bad_mapping, each.place, ticked(each.key) + " is not an answer to " + ticked(fact.id));
    means[each.key] = read_meaning(each.value, fact);
  }
  return means;
}

Cells MappingReader::read_meaning(const Node& value, const MappedFact& fact) {
  if (value.is_scalar() && value.text == "unknown") return fact.all;
  const std::span<const Node> words = value.is_list() ? std::span{value.items} : std::span{&value, 1};
  Cells cells = 0;
  for (const Node& word : words) {
    if (!expect_scalar(word, "an answer", reporter_)) continue;
    const Cells cell = cell_of(fact, word.text);
    if (cell == 0)
      reporter_.report(Code::bad_mapping, word.place, ticked(word.text) + " is not an answer to " + ticked(fact.id));
    cells |= cell;
  }
  if (words.empty()) reporter_.report(Code::bad_mapping, value.place, "nothing is left", "write `unknown`");
  return cells;
}

}  // namespace vertebra::fhir
