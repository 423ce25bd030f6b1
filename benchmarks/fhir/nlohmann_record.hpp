#pragma once

#include <map>
#include <string>
#include <vector>

#include <vertebra/patient.hpp>
#include <vertebra/vocabulary.hpp>

// The baseline: the same facts out of the same bundle, through a document of nlohmann-json, written as one would by hand. It
// knows only what generated_record makes, and checks less: no duplicate keys, no versions, no reasons.
namespace nlohmann_record {

class Reader {
 public:
  explicit Reader(const std::vector<vertebra::FactInfo>& vocabulary);

  // Fact to answer, as a patient file has it.
  std::map<std::string, std::string> read(const std::string& json, vertebra::Date as_of) const;

 private:
  std::map<std::string, std::string> facts_by_code_;  // "system|code"
};

}  // namespace nlohmann_record
