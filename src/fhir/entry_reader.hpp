#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fhir/code_finder.hpp"
#include "fhir/hints.hpp"
#include "fhir/people.hpp"
#include "fhir/responses.hpp"
#include "fhir/skips.hpp"
#include "fhir/values.hpp"
#include "fhir/weighing.hpp"

namespace vertebra::fhir {

// What the entries of a record say of one fact.
struct FactNotes {
  std::vector<Hint> hints;
  // The gravest reason why an entry was not used for it, and which.
  Reason trouble{Cause::not_found, {}};
  const Resource* troubled = nullptr;
  bool maybe = false;  // An entry that was not used may speak of it after all.
};

// Reads the entries of one person, one by one: each gives hints on facts, or is skipped with the reason.
class EntryReader {
 public:
  EntryReader(const Mapping::State& mapping, const Record& record, const Person& person, Date as_of);

  void read_all();

  const std::vector<FactNotes>& notes() const noexcept { return notes_; }  // As Mapping::State::facts.
  Skips& skips() noexcept { return skips_; }
  void skip(const Resource& resource, std::size_t fact, Reason reason);

  // True when every entry of the source that may count for the fact was understood.
  bool is_list_clear(std::size_t fact, SourceKind source) const;

 private:
  struct Heard {
    Meaning meaning;
    std::string_view element;
  };

  void read_entry(const Resource& resource, const EntryKindInfo& kind);
  void read_malformed(const Entry& entry);
  void read_coded(const Entry& entry);
  void report_without_meaning(const Entry& entry);
  void read_observation(const Entry& entry);
  bool observe(const Entry& entry, const Part& part, const std::string& prefix);
  void observe(const Entry& entry, const Part& part, const std::string& prefix, const Meaning& meaning);
  void read_response(const Entry& entry);
  void hear(const Entry& entry, const Heard& heard);
  void add_timed_hint(const Entry& entry, std::size_t fact, const Said& said, std::string element);
  void look_up(std::string_view system_uri);
  bool find_meanings(SourceKind source, const Concept& concept_);
  bool add_meanings(const Coding& coding, std::string_view name, SourceMask source);
  bool add_meanings(const std::vector<Meaning>* found, std::string_view name, SourceMask source);

  const Mapping::State& mapping_;
  const Record& record_;
  const Person& person_;
  Day day_;
  Weighing weighing_;
  CodeFinder codes_;
  ResponseReader responses_;
  ValueReader values_;
  std::vector<FactNotes> notes_;
  std::vector<Entry> unclear_;  // Entries of lists that were not understood.
  std::vector<Heard> heard_;    // Of the entry at hand.
  Concepts concepts_;           // Of the entry at hand.
  // Of the last code: its system, mostly that of the next one too.
  std::string_view system_uri_;
  std::string_view system_;  // As mappings call it.
  bool branches_ = false;    // Codes of it stand for all that begin so.
  bool elsewhere_ = false;   // The entry at hand has a code of the vocabulary under another system.
  Skips skips_;
};

}  // namespace vertebra::fhir
