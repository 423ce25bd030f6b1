#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <vertebra/fhir.hpp>
#include <vertebra/vocabulary.hpp>

#include "base/reporter.hpp"
#include "base/units.hpp"
#include "document/node.hpp"
#include "fhir/entry_kinds.hpp"
#include "fhir/json_name.hpp"
#include "fhir/record.hpp"

namespace vertebra::fhir {

// The answers that a code leaves possible: for booleans bit 0 is no and bit 1 is yes; for choices bit i is the i-th.
using Cells = std::uint64_t;
inline constexpr Cells cell_no = 1;
inline constexpr Cells cell_yes = 2;

using Words = std::set<std::string, std::less<>>;

// The statuses under which an entry counts, one list a kind of entry.
struct StatusGroup {
  std::string id;
  std::array<Words, entry_kind_count> words;
  const Words& of(EntryKind kind) const noexcept { return words[static_cast<std::size_t>(kind)]; }
};

// How a fact is read from entries of one kind of source.
struct Source {
  std::size_t group = 0;              // State::groups
  std::optional<double> within_days;  // What is certainly older is not current.
  bool refuted_is_no = false;
  Cells absent = 0;  // What is left when a list that is known to be complete has nothing of it; 0: unknown.
};

struct MappedFact {
  std::string id;
  FactKind kind = FactKind::boolean;
  base::Unit unit{};  // Of quantities.
  double min = 0;
  double max = 0;
  std::vector<std::string> choices;
  Cells all = 0;
  Cells none = 0;  // The answers that say that something is not there.
  bool from_birth_date = false;
  std::array<std::optional<Source>, source_count> sources;
  const std::optional<Source>& source(SourceKind from) const noexcept {
    return sources[static_cast<std::size_t>(from)];
  }
};

using SourceMask = std::uint8_t;
constexpr SourceMask mask_of(SourceKind kind) { return static_cast<SourceMask>(1U << static_cast<unsigned>(kind)); }
inline constexpr SourceMask every_source = (1U << source_count) - 1;

// What one code says of one fact.
struct Meaning {
  std::size_t fact = 0;  // State::facts
  Cells cells = 0;
  bool usable = false;                // Marked V or C.
  bool question = false;              // It asks for the fact, and says nothing of the answer.
  SourceMask sources = every_source;  // Where it has this meaning.
};

// An item of a questionnaire that asks for a fact.
struct ItemRule {
  std::size_t fact = 0;
  std::string questionnaire;                           // Its canonical URL, without a version.
  std::vector<std::pair<std::string, Cells>> answers;  // A code or text of an answer, and what it says.
};

// Texts to things, by hash and without copies; never walked through.
struct TextHash {
  using is_transparent = void;
  // Not noexcept: then a table keeps the hash of each text, and a text that is not there is compared with none.
  std::size_t operator()(std::string_view text) const { return static_cast<std::size_t>(Name{text}.mark()); }
};
template <class Thing>
using ByText = std::unordered_map<std::string, Thing, TextHash, std::equal_to<>>;

// The codes of one text, each under its code system.
template <class Thing>
using ByCode = ByText<std::vector<std::pair<std::string, Thing>>>;

struct Mapping::State {
  ByText<std::string> systems;  // URI to the name that mappings use.
  std::vector<StatusGroup> groups;
  std::optional<double> encounter_days;            // For how long a diagnosis of an encounter is current.
  std::vector<std::string> vocabulary;             // All facts.
  std::vector<std::optional<std::size_t>> mapped;  // As vocabulary: State::facts.
  std::vector<MappedFact> facts;                   // Those that are mapped, in vocabulary order.
  ByCode<std::vector<Meaning>> meanings;           // By code, then by system.
  ByCode<std::vector<Meaning>> beginnings;         // The same for codes that begin so.
  Words branching;                                 // The systems of these.
  ByCode<bool> answers;                            // Codes that say yes or no.
  ByText<std::vector<ItemRule>> items;             // By linkId.
  Kinds kinds = 0;                                 // The resources that are read.

  std::string_view system(std::string_view uri) const;  // Empty for one that is not listed.
};

// What is said of a code under a system (its name, not its URI); null for nothing.
template <class Thing>
const Thing* find_code(const std::vector<std::pair<std::string, Thing>>& same_text, std::string_view system) {
  for (const auto& [name, thing] : same_text)
    if (name == system) return &thing;
  return nullptr;
}

template <class Thing>
const Thing* find_code(const ByCode<Thing>& codes, std::string_view system, std::string_view code) {
  const auto found = codes.find(code);
  return found == codes.end() ? nullptr : find_code(found->second, system);
}

template <class Thing>
Thing& add_code(ByCode<Thing>& codes, std::string_view system, std::string_view code) {
  auto& same = codes[std::string{code}];
  for (auto& [name, thing] : same)
    if (name == system) return thing;
  return same.emplace_back(std::string{system}, Thing{}).second;
}

// Reads mapping documents into one mapping; nothing when there was an error.
std::optional<Mapping::State> read_mapping(std::span<const document::Node> documents,
                                           std::span<const FactInfo> vocabulary, base::Reporter& reporter);

}  // namespace vertebra::fhir
