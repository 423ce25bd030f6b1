#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fhir/mapping.hpp"

namespace vertebra::fhir {

// Collects the sections of mapping documents, which may stand in any order, and makes one mapping of them. What refers to
// names of other sections is read last.
class MappingReader {
 public:
  MappingReader(std::span<const FactInfo> vocabulary, base::Reporter& reporter);

  void read(const document::Node& document);
  Mapping::State finish();

 private:
  using Node = document::Node;
  using Means = std::map<std::string, Cells, std::less<>>;

  struct ClassCode {
    std::string system;
    std::string code;
  };
  struct MedicineClass {
    std::string id;
    std::vector<ClassCode> codes;
  };
  // A class of medicines where a fact is read from, and what it says.
  struct ClassUse {
    std::size_t fact;  // As the vocabulary.
    SourceKind source;
    std::size_t medicine_class;
    Cells cells;
  };

  // mapping_reader.cpp: sections that name things.
  void read_header(const Node& document);
  void read_systems(const Node& section);
  void read_statuses(const Node& section);
  void read_words(const Node& list, std::span<const std::string_view> allowed, Words& words);
  void read_encounters(const Node& section);
  void read_classes(const Node& section);
  void read_class_codes(const Node& list, std::string_view system, MedicineClass& result);
  void read_answers(const Node& section);

  // mapping_facts.cpp: where each fact is read.
  void read_facts(const Node& section);
  std::optional<std::size_t> fact_named(const document::Entry& entry);
  void read_fact(const document::Entry& entry, std::size_t index);
  void read_birth_date(const Node& value, MappedFact& fact);
  void read_source(const Node& value, SourceKind kind, MappedFact& fact, std::size_t index);
  void read_source_keys(const Node& map, SourceKind kind, MappedFact& fact, std::size_t index, Source& source);
  std::optional<std::size_t> group_named(const Node& name);
  void read_refuted(const Node& value, const MappedFact& fact, Source& source);
  void read_class_uses(const Node& section, SourceKind kind, const MappedFact& fact, std::size_t index);
  void read_items(const Node& list, const MappedFact& fact, std::size_t index);
  void read_item(const Node& map, const MappedFact& fact, std::size_t index);
  Means read_means(const Node& section, const MappedFact& fact);
  Cells read_meaning(const Node& value, const MappedFact& fact);
  void check_codes(const document::Entry& entry, std::size_t index, const MappedFact& fact);

  // mapping_codes.cpp: what codes mean.
  Cells cells_of(std::size_t fact, const CodeBinding& code) const;
  void index_facts();
  void index_classes();
  void index_no_known_allergies(const Node& section);
  void read_retired(const Node& item);
  std::optional<ClassCode> read_code(const Node& map);

  std::span<const FactInfo> vocabulary_;
  base::Reporter& reporter_;
  Mapping::State state_;
  std::vector<std::optional<MappedFact>> mapped_;  // As the vocabulary.
  std::vector<Means> means_;                       // As the vocabulary.
  std::vector<MedicineClass> classes_;
  std::vector<ClassUse> class_uses_;
  std::vector<std::pair<std::string, ItemRule>> items_;  // By linkId; facts as the vocabulary.
  std::vector<const Node*> fact_sections_;
  std::vector<const Node*> retired_sections_;
  std::vector<const Node*> no_known_sections_;
};

// The answer that a word stands for; nothing when the fact has no such answer.
Cells cell_of(const MappedFact& fact, std::string_view word);

}  // namespace vertebra::fhir
