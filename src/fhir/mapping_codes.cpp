#include <utility>

#include "fhir/mapping_reader.hpp"
#include "fhir/section.hpp"

namespace vertebra::fhir {
namespace {

using base::Code;
using document::Node;

constexpr std::string_view retired_keys[] = {"system", "code", "read_as", "because"};
constexpr std::string_view code_keys[] = {"system", "code"};

// Codes of these systems stand for their whole branch: M01A for every medicine whose code begins so.
constexpr std::string_view branching[] = {"atc"};

}  // namespace

Cells MappingReader::cells_of(std::size_t fact, const CodeBinding& code) const {
  const MappedFact& mapped = *mapped_[fact];
  if (code.value.empty()) return mapped.all & ~mapped.none;
  const auto found = means_[fact].find(code.value);
  return found == means_[fact].end() ? cell_of(mapped, code.value) : found->second;
}

void MappingReader::index_facts() {
  constexpr SourceMask where_questions_stand = mask_of(SourceKind::observation) | mask_of(SourceKind::questionnaire);
  for (std::size_t i = 0; i < vocabulary_.size(); ++i) {
    state_.vocabulary.emplace_back(vocabulary_[i].id);
    state_.mapped.push_back(mapped_[i] ? std::optional{state_.facts.size()} : std::nullopt);
    if (!mapped_[i]) continue;
    for (const CodeBinding& code : vocabulary_[i].codes) {
      Meaning meaning{state_.facts.size(), cells_of(i, code), code.mark == "V" || code.mark == "C"};
      meaning.question = code.system == "loinc" && code.value.empty();
      if (meaning.question) meaning.sources = where_questions_stand;
      add_code(state_.meanings, code.system, code.code).push_back(meaning);
    }
    state_.facts.push_back(*mapped_[i]);
    for (const EntryKindInfo& kind : entry_kinds())
      if (mapped_[i]->source(kind.source)) state_.kinds |= kind_bit(kind.type);
  }
  for (auto& [link_id, rule] : items_) {
    rule.fact = *state_.mapped[rule.fact];
    state_.items[link_id].push_back(std::move(rule));
  }
}

void MappingReader::index_classes() {
  for (const ClassUse& use : class_uses_) {
    Meaning meaning{*state_.mapped[use.fact], use.cells, true};
    meaning.sources = mask_of(use.source);
    for (const ClassCode& code : classes_[use.medicine_class].codes) {
      const bool branches = is_one_of(code.system, branching);
      if (branches) state_.branching.insert(code.system);
      auto& codes = branches ? state_.beginnings : state_.meanings;
      add_code(codes, code.system, code.code).push_back(meaning);
    }
  }
}

std::optional<MappingReader::ClassCode> MappingReader::read_code(const Node& map) {
  if (!expect_map(map, "a code", reporter_)) return std::nullopt;
  refuse_other_keys(map, code_keys, reporter_);
  const std::string_view system = required_text(map, map.place, "system", reporter_);
  const std::string_view code = required_text(map, map.place, "code", reporter_);
  if (system.empty() || code.empty()) return std::nullopt;
  return ClassCode{std::string{system}, std::string{code}};
}

// For every fact that is read from allergies, such a code says that there is none.
void MappingReader::index_no_known_allergies(const Node& section) {
  if (!expect_list(section, "`no_known_allergies`", reporter_)) return;
  for (const Node& item : section.items) {
    const auto code = read_code(item);
    if (!code) continue;
    for (std::size_t i = 0; i < state_.facts.size(); ++i) {
      if (!state_.facts[i].source(SourceKind::allergy)) continue;
      Meaning meaning{i, state_.facts[i].none, true};
      meaning.sources = mask_of(SourceKind::allergy);
      add_code(state_.meanings, code->system, code->code).push_back(meaning);
    }
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
  const auto* target = find_code(state_.meanings, system, read_as);
  if (target == nullptr) {
    reporter_.report(Code::bad_mapping, item.find("read_as")->place,
                     "no fact that is read has the code " + ticked(read_as) + " of " + ticked(system));
    return;
  }
  const std::vector<Meaning> meanings = *target;
  if (find_code(state_.meanings, system, code) != nullptr)
    reporter_.report(Code::duplicate_id, item.find("code")->place, ticked(code) + " has a meaning already");
  else
    add_code(state_.meanings, system, code) = meanings;
}

Mapping::State MappingReader::finish() {
  for (const Node* section : fact_sections_) read_facts(*section);
  index_facts();
  index_classes();
  for (const Node* section : no_known_sections_) index_no_known_allergies(*section);
  for (const Node* section : retired_sections_)
    if (expect_list(*section, "`retired_codes`", reporter_))
      for (const Node& item : section->items) read_retired(item);
  state_.kinds |= kind_bit("Patient");
  if ((state_.kinds & (kind_bit("MedicationRequest") | kind_bit("MedicationStatement"))) != 0)
    state_.kinds |= kind_bit("Medication");
  if ((state_.kinds & kind_bit("QuestionnaireResponse")) != 0) state_.kinds |= kind_bit("Questionnaire");
  return std::move(state_);
}

}  // namespace vertebra::fhir
