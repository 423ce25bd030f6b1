#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "fhir/mapping.hpp"
#include "fhir/section.hpp"

namespace vertebra::fhir {
namespace {

using base::Code;
using document::Entry;
using document::Node;

// The statuses of FHIR R4 under which an entry may count. `entered-in-error` and drafts are not among them: never.
constexpr std::string_view condition_statuses[] = {"active",   "recurrence", "relapse",
                                                   "inactive", "remission",  "resolved"};
constexpr std::string_view request_statuses[] = {"active", "on-hold", "completed", "stopped"};
constexpr std::string_view statement_statuses[] = {"active", "on-hold", "completed", "stopped"};

constexpr std::string_view terminologies[] = {"snomed", "loinc", "rxnorm", "icd10cm"};

// Choices that say that something is not there, by the vocabulary's rule for codes without a value.
constexpr std::string_view absences[] = {"none", "never", "no"};

constexpr std::string_view document_keys[] = {"fhir_mapping",        "version",       "systems", "statuses",
                                              "encounter_diagnoses", "retired_codes", "facts"};
constexpr std::string_view group_keys[] = {"condition", "medication_request", "medication_statement"};
constexpr std::string_view fact_keys[] = {"patient", "condition", "medication", "means"};
constexpr std::string_view condition_keys[] = {"statuses", "within", "refuted"};
constexpr std::string_view medication_keys[] = {"statuses"};
constexpr std::string_view retired_keys[] = {"system", "code", "read_as", "because"};
constexpr std::string_view encounter_keys[] = {"within"};

bool is_one_of(std::string_view text, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

MappedFact describe(const FactInfo& info) {
  MappedFact fact;
  fact.id = info.id;
  fact.kind = info.kind;
  fact.min = info.min;
  fact.max = info.max;
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

// The answer that a word stands for; nothing when the fact has no such answer.
Cells cell_of(const MappedFact& fact, std::string_view word) {
  if (fact.kind == FactKind::boolean) return word == "yes" ? cell_yes : word == "no" ? cell_no : 0;
  const auto found = std::find(fact.choices.begin(), fact.choices.end(), word);
  return found == fact.choices.end() ? 0 : Cells{1} << (found - fact.choices.begin());
}

class MappingReader {
 public:
  MappingReader(std::span<const FactInfo> vocabulary, base::Reporter& reporter)
      : vocabulary_{vocabulary}, reporter_{reporter}, mapped_(vocabulary.size()), means_(vocabulary.size()) {}

  void read(const Node& document);
  Mapping::State finish();

 private:
  using Means = std::map<std::string, Cells, std::less<>>;

  void read_header(const Node& document);
  void read_systems(const Node& section);
  void read_statuses(const Node& section);
  void read_words(const Node& list, std::span<const std::string_view> allowed,
                  std::set<std::string, std::less<>>& words);
  void read_encounters(const Node& section);
  void read_facts(const Node& section);
  void read_fact(const Entry& entry, std::size_t index);
  void read_birth_date(const Node& value, MappedFact& fact);
  std::optional<Source> read_source(const Node& value, std::span<const std::string_view> keys, const MappedFact& fact);
  std::optional<std::size_t> group_named(const Node& name);
  void read_refuted(const Node& value, const MappedFact& fact, Source& source);
  Means read_means(const Node& section, const MappedFact& fact);
  Cells read_meaning(const Node& value, const MappedFact& fact);
  void read_retired(const Node& item);
  Cells cells_of(std::size_t fact, const CodeBinding& code) const;
  void index_codes();
  std::optional<std::size_t> fact_named(const Entry& entry);

  std::span<const FactInfo> vocabulary_;
  base::Reporter& reporter_;
  Mapping::State state_;
  std::vector<std::optional<MappedFact>> mapped_;  // As the vocabulary.
  std::vector<Means> means_;                       // As the vocabulary.
  std::vector<const Node*> fact_sections_;         // Read last: they use the groups of every document.
  std::vector<const Node*> retired_sections_;
};

void MappingReader::read_header(const Node& document) {
  refuse_other_keys(document, document_keys, reporter_);
  const std::string_view id = required_text(document, document.place, "fhir_mapping", reporter_);
  if (!id.empty() && !base::is_id(id))
    reporter_.report(Code::bad_id, document.find("fhir_mapping")->place, ticked(id) + " is not an id",
                     "name the vocabulary, as in `fhir_mapping: low_back_pain`");
  required_text(document, document.place, "version", reporter_);
}

void MappingReader::read(const Node& document) {
  if (!expect_map(document, "a mapping document", reporter_)) return;
  read_header(document);
  if (const Node* section = document.find("systems")) read_systems(*section);
  if (const Node* section = document.find("statuses")) read_statuses(*section);
  if (const Node* section = document.find("encounter_diagnoses")) read_encounters(*section);
  if (const Node* section = document.find("facts")) fact_sections_.push_back(section);
  if (const Node* section = document.find("retired_codes")) retired_sections_.push_back(section);
}

void MappingReader::read_systems(const Node& section) {
  if (!expect_map(section, "`systems`", reporter_)) return;
  refuse_other_keys(section, terminologies, reporter_);
  for (const Entry& each : section.entries) {
    if (!expect_list(each.value, ticked(each.key), reporter_)) continue;
    for (const Node& uri : each.value.items) {
      if (!expect_scalar(uri, "a URI", reporter_)) continue;
      if (!state_.systems.emplace(uri.text, each.key).second)
        reporter_.report(Code::duplicate_id, uri.place, ticked(uri.text) + " stands here for the second time");
    }
  }
}

void MappingReader::read_words(const Node& list, std::span<const std::string_view> allowed,
                               std::set<std::string, std::less<>>& words) {
  if (!expect_list(list, "statuses", reporter_)) return;
  for (const Node& word : list.items) {
    if (!expect_scalar(word, "a status", reporter_)) continue;
    words.insert(word.text);
    if (!is_one_of(word.text, allowed))
      reporter_.report(Code::bad_mapping, word.place, ticked(word.text) + " is not a status that can count here",
                       "those that can are " + base::list_of(allowed, "and"));
  }
}

void MappingReader::read_statuses(const Node& section) {
  if (!expect_map(section, "`statuses`", reporter_)) return;
  for (const Entry& each : section.entries) {
    if (!expect_map(each.value, ticked(each.key), reporter_)) continue;
    if (!base::is_id(each.key)) reporter_.report(Code::bad_id, each.place, ticked(each.key) + " is not an id");
    const auto same = [&](const StatusGroup& group) { return group.id == each.key; };
    if (std::any_of(state_.groups.begin(), state_.groups.end(), same))
      reporter_.report(Code::duplicate_id, each.place, ticked(each.key) + " stands here for the second time");
    refuse_other_keys(each.value, group_keys, reporter_);
    StatusGroup group{each.key, {}, {}, {}};
    if (const Node* list = each.value.find("condition")) read_words(*list, condition_statuses, group.condition);
    if (const Node* list = each.value.find("medication_request")) read_words(*list, request_statuses, group.request);
    if (const Node* list = each.value.find("medication_statement"))
      read_words(*list, statement_statuses, group.statement);
    state_.groups.push_back(std::move(group));
  }
}

void MappingReader::read_encounters(const Node& section) {
  if (!expect_map(section, "`encounter_diagnoses`", reporter_)) return;
  refuse_other_keys(section, encounter_keys, reporter_);
  if (state_.encounter_days)
    reporter_.report(Code::duplicate_id, section.place, "`encounter_diagnoses` stands here for the second time");
  if (const Node* within = section.find("within")) state_.encounter_days = read_days(*within, reporter_);
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
  if (const Node* value = map.find("patient")) read_birth_date(*value, fact);
  if (const Node* value = map.find("condition")) fact.condition = read_source(*value, condition_keys, fact);
  if (const Node* value = map.find("medication")) fact.medication = read_source(*value, medication_keys, fact);
  if (const Node* value = map.find("means")) means_[index] = read_means(*value, fact);
  const bool by_code = map.find("condition") != nullptr || map.find("medication") != nullptr;
  if (!by_code && map.find("patient") == nullptr)
    reporter_.report(Code::missing_key, entry.place, "nothing says from where " + ticked(fact.id) + " is read",
                     "give it `patient`, `condition` or `medication`");
  const auto usable = [](const CodeBinding& code) { return code.mark == "V" || code.mark == "C"; };
  if (by_code && std::none_of(vocabulary_[index].codes.begin(), vocabulary_[index].codes.end(), usable))
    reporter_.report(Code::bad_mapping, entry.place, ticked(fact.id) + " has no code marked V or C in the vocabulary",
                     "add one there, or leave the fact out here: it is then asked");
  mapped_[index] = std::move(fact);
}

void MappingReader::read_birth_date(const Node& value, MappedFact& fact) {
  if (!expect_scalar(value, "`patient`", reporter_)) return;
  fact.from_birth_date = true;
  if (value.text != "birth_date")
    reporter_.report(Code::bad_mapping, value.place, ticked(value.text) + " is not read from a Patient",
                     "only `birth_date` is");
  const auto same = [&](const FactInfo& info) { return info.id == fact.id; };
  const auto info = std::find_if(vocabulary_.begin(), vocabulary_.end(), same);
  if (info->kind != FactKind::quantity || info->unit != "a")
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

std::optional<Source> MappingReader::read_source(const Node& value, std::span<const std::string_view> keys,
                                                 const MappedFact& fact) {
  if (fact.kind == FactKind::quantity)
    reporter_.report(Code::bad_mapping, value.place, "a code does not say the number that " + ticked(fact.id) + " is");
  const Node* name = &value;
  Source source;
  if (value.is_map()) {
    refuse_other_keys(value, keys, reporter_);
    name = value.find("statuses");
    if (name == nullptr) reporter_.report(Code::missing_key, value.place, "`statuses` is missing");
    if (const Node* within = value.find("within")) source.within_days = read_days(*within, reporter_);
    if (const Node* refuted = value.find("refuted")) read_refuted(*refuted, fact, source);
  }
  const auto group = name == nullptr ? std::nullopt : group_named(*name);
  if (!group) return std::nullopt;
  source.group = *group;
  return source;
}

void MappingReader::read_refuted(const Node& value, const MappedFact& fact, Source& source) {
  if (!expect_scalar(value, "`refuted`", reporter_)) return;
  source.refuted_is_no = value.text == "no";
  if (!source.refuted_is_no)
    reporter_.report(Code::bad_value, value.place, "`refuted` can only be `no`", "leave it out for unknown");
  if (fact.kind != FactKind::boolean)
    reporter_.report(Code::bad_mapping, value.place, "`refuted` is for facts of yes and no");
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

Cells MappingReader::cells_of(std::size_t fact, const CodeBinding& code) const {
  const MappedFact& mapped = *mapped_[fact];
  if (code.value.empty()) return mapped.all & ~mapped.none;
  const auto found = means_[fact].find(code.value);
  return found == means_[fact].end() ? cell_of(mapped, code.value) : found->second;
}

void MappingReader::index_codes() {
  for (std::size_t i = 0; i < vocabulary_.size(); ++i) {
    if (!mapped_[i]) continue;
    for (const CodeBinding& code : vocabulary_[i].codes) {
      const bool usable = code.mark == "V" || code.mark == "C";
      state_.meanings[key_of(code.system, code.code)].push_back({state_.facts.size(), cells_of(i, code), usable});
      state_.codes.emplace(code.code);
    }
    state_.facts.push_back(*mapped_[i]);
  }
}

void MappingReader::read_retired(const Node& item) {
  if (!expect_map(item, "a retired code", reporter_)) return;
  refuse_other_keys(item, retired_keys, reporter_);
  const std::string_view system = required_text(item, item.place, "system", reporter_);
  const std::string_view code = required_text(item, item.place, "code", reporter_);
  const std::string_view read_as = required_text(item, item.place, "read_as", reporter_);
  required_text(item, item.place, "because", reporter_);
  if (system.empty() || code.empty() || read_as.empty()) return;
  const auto target = state_.meanings.find(key_of(system, read_as));
  if (target == state_.meanings.end()) {
    reporter_.report(Code::bad_mapping, item.find("read_as")->place,
                     "no fact that is read has the code " + ticked(read_as) + " of " + ticked(system));
    return;
  }
  const std::vector<Meaning> meanings = target->second;
  if (!state_.meanings.emplace(key_of(system, code), meanings).second)
    reporter_.report(Code::duplicate_id, item.find("code")->place, ticked(code) + " has a meaning already");
  state_.codes.emplace(code);
}

Mapping::State MappingReader::finish() {
  for (const Node* section : fact_sections_) read_facts(*section);
  index_codes();
  for (const Node* section : retired_sections_)
    if (expect_list(*section, "`retired_codes`", reporter_))
      for (const Node& item : section->items) read_retired(item);
  return std::move(state_);
}

}  // namespace

std::optional<Mapping::State> read_mapping(std::span<const document::Node> documents,
                                           std::span<const FactInfo> vocabulary, base::Reporter& reporter) {
  MappingReader reader{vocabulary, reporter};
  for (const Node& each : documents) reader.read(each);
  Mapping::State state = reader.finish();
  if (reporter.has_errors()) return std::nullopt;
  return state;
}

}  // namespace vertebra::fhir
