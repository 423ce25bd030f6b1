#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "fhir/mapping.hpp"
#include "fhir/record.hpp"
#include "fhir/values.hpp"

namespace vertebra::fhir {

// What one item of a questionnaire's answers says of a fact.
struct ItemSaid {
  std::size_t fact = 0;  // State::facts
  std::string element;   // "item[3.1].answer"
  Said said;
};

// Reads answers to questionnaires: items that the mapping names by their linkId, and those to which the Questionnaire, where
// the record has it, gives a code of the vocabulary.
class ResponseReader {
 public:
  ResponseReader(const Mapping::State& mapping, const Record& record);

  std::vector<ItemSaid> read(const Resource& response) const;

 private:
  using Codes = std::unordered_map<std::string_view, const Part*>;  // Items of a Questionnaire by linkId.

  void collect(const Part& parent, Codes& codes) const;
  Codes codes_of(const Resource& response, std::string_view url) const;
  void read_items(const Part& parent, std::string_view url, const Codes& codes, std::vector<ItemSaid>& result) const;
  void read_item(const Part& item, std::string_view url, const Codes& codes, std::vector<ItemSaid>& result) const;
  Said answers_of(const Part& item, const MappedFact& fact, const Meaning& meaning, const ItemRule* rule) const;

  const Mapping::State& mapping_;
  ValueReader values_;
  std::unordered_map<std::string_view, const Resource*> questionnaires_;  // By canonical URL, and by id.
};

}  // namespace vertebra::fhir
