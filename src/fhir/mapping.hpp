#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <vertebra/fhir.hpp>
#include <vertebra/vocabulary.hpp>

#include "base/reporter.hpp"
#include "document/node.hpp"

namespace vertebra::fhir {

// The answers that a code leaves possible: for booleans bit 0 is no and bit 1 is yes; for choices bit i is the i-th.
using Cells = std::uint64_t;
inline constexpr Cells cell_no = 1;
inline constexpr Cells cell_yes = 2;

// The statuses under which an entry counts, one list a kind of resource.
struct StatusGroup {
  std::string id;
  std::set<std::string, std::less<>> condition;
  std::set<std::string, std::less<>> request;
  std::set<std::string, std::less<>> statement;
};

// How a fact is read from resources of one kind.
struct Source {
  std::size_t group = 0;              // State::groups
  std::optional<double> within_days;  // What is certainly older is not current.
  bool refuted_is_no = false;
};

struct MappedFact {
  std::string id;
  FactKind kind = FactKind::boolean;
  double min = 0;
  double max = 0;
  std::vector<std::string> choices;
  Cells all = 0;
  Cells none = 0;  // The answers that say that something is not there.
  bool from_birth_date = false;
  std::optional<Source> condition;
  std::optional<Source> medication;
};

// What one code says of one fact.
struct Meaning {
  std::size_t fact = 0;  // State::facts
  Cells cells = 0;
  bool usable = false;  // Marked V or C.
};

struct Mapping::State {
  std::map<std::string, std::string, std::less<>> systems;  // URI to the vocabulary's name.
  std::vector<StatusGroup> groups;
  std::optional<double> encounter_days;  // For how long a diagnosis of an encounter is current.
  std::vector<MappedFact> facts;         // Those that are mapped, in vocabulary order.
  std::map<std::string, std::vector<Meaning>, std::less<>> meanings;  // By key_of.
  std::set<std::string, std::less<>> codes;                           // All codes, whatever their system.
};

// "snomed|386661006"
std::string key_of(std::string_view system, std::string_view code);

// Reads mapping documents into one mapping; nothing when there was an error.
std::optional<Mapping::State> read_mapping(std::span<const document::Node> documents,
                                           std::span<const FactInfo> vocabulary, base::Reporter& reporter);

}  // namespace vertebra::fhir
