#include "fhir/mapping_reader.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/text.hpp"
#include "fhir/section.hpp"

namespace vertebra::fhir {
namespace {

using base::Code;
using document::Entry;
using document::Node;

constexpr std::string_view terminologies[] = {"snomed", "loinc", "rxnorm", "icd10cm", "atc", "yes_no"};

constexpr std::string_view document_keys[] = {
    "fhir_mapping",        "version",          "systems", "statuses",           "answers",
    "encounter_diagnoses", "medicine_classes", "facts",   "no_known_allergies", "retired_codes"};
constexpr std::string_view encounter_keys[] = {"within"};
constexpr std::string_view answer_keys[] = {"yes", "no"};

std::vector<std::string_view> status_keys() {
  std::vector<std::string_view> keys;
  for (const EntryKindInfo& each : entry_kinds()) keys.push_back(each.status_key);
  return keys;
}

}  // namespace

MappingReader::MappingReader(std::span<const FactInfo> vocabulary, base::Reporter& reporter)
    : vocabulary_{vocabulary}, reporter_{reporter}, mapped_(vocabulary.size()), means_(vocabulary.size()) {}

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
  if (const Node* section = document.find("answers")) read_answers(*section);
  if (const Node* section = document.find("encounter_diagnoses")) read_encounters(*section);
  if (const Node* section = document.find("medicine_classes")) read_classes(*section);
  if (const Node* section = document.find("facts")) fact_sections_.push_back(section);
  if (const Node* section = document.find("retired_codes")) retired_sections_.push_back(section);
  if (const Node* section = document.find("no_known_allergies")) no_known_sections_.push_back(section);
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

void MappingReader::read_words(const Node& list, std::span<const std::string_view> allowed, Words& words) {
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
    refuse_other_keys(each.value, status_keys(), reporter_);
    StatusGroup group;
    group.id = each.key;
    for (const EntryKindInfo& kind : entry_kinds())
      if (const Node* list = each.value.find(kind.status_key))
        read_words(*list, kind.statuses, group.words[static_cast<std::size_t>(kind.kind)]);
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

void MappingReader::read_classes(const Node& section) {
  if (!expect_map(section, "`medicine_classes`", reporter_)) return;
  for (const Entry& each : section.entries) {
    if (!expect_map(each.value, ticked(each.key), reporter_)) continue;
    if (!base::is_id(each.key)) reporter_.report(Code::bad_id, each.place, ticked(each.key) + " is not an id");
    const auto same = [&](const MedicineClass& known) { return known.id == each.key; };
    if (std::any_of(classes_.begin(), classes_.end(), same))
      reporter_.report(Code::duplicate_id, each.place, ticked(each.key) + " stands here for the second time");
    refuse_other_keys(each.value, terminologies, reporter_);
    MedicineClass result{each.key, {}};
    for (const Entry& codes : each.value.entries) read_class_codes(codes.value, codes.key, result);
    if (result.codes.empty())
      reporter_.report(Code::bad_mapping, each.place, ticked(each.key) + " has no code",
                       "list ingredients or products, as in `rxnorm: [\"5640\"]` or `atc: [M01A]`");
    classes_.push_back(std::move(result));
  }
}

void MappingReader::read_class_codes(const Node& list, std::string_view system, MedicineClass& result) {
  if (!expect_list(list, ticked(system), reporter_)) return;
  for (const Node& code : list.items)
    if (expect_scalar(code, "a code", reporter_)) result.codes.push_back({std::string{system}, code.text});
}

void MappingReader::read_answers(const Node& section) {
  if (!expect_map(section, "`answers`", reporter_)) return;
  refuse_other_keys(section, answer_keys, reporter_);
  for (const Entry& each : section.entries) {
    if (!expect_list(each.value, ticked(each.key), reporter_)) continue;
    for (const Node& item : each.value.items) {
      const auto code = read_code(item);
      if (!code) continue;
      if (find_code(state_.answers, code->system, code->code) != nullptr)
        reporter_.report(Code::duplicate_id, item.place, ticked(code->code) + " has a meaning already");
      add_code(state_.answers, code->system, code->code) = each.key == "yes";
    }
  }
}

std::optional<Mapping::State> read_mapping(std::span<const document::Node> documents,
                                           std::span<const FactInfo> vocabulary, base::Reporter& reporter) {
  MappingReader reader{vocabulary, reporter};
  for (const Node& each : documents) reader.read(each);
  Mapping::State state = reader.finish();
  if (reporter.has_errors()) return std::nullopt;
  return state;
}

}  // namespace vertebra::fhir
