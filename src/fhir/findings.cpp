#include "fhir/findings.hpp"

#include <algorithm>
#include <utility>

#include "fhir/age.hpp"
#include "fhir/code_finder.hpp"
#include "fhir/standing.hpp"

namespace vertebra::fhir {
namespace {

// One entry's word on one fact.
struct Hint {
  Cells cells = 0;
  std::string resource;
  std::string_view element;
};

// An entry's hint, or why it gives none.
struct Weight {
  Cells cells = 0;
  std::string_view reason;
};

enum class EntryKind : std::uint8_t { condition, request, statement, other };

EntryKind kind_of(const Resource& resource) {
  if (resource.type() == "Condition") return EntryKind::condition;
  if (resource.type() == "MedicationRequest") return EntryKind::request;
  return resource.type() == "MedicationStatement" ? EntryKind::statement : EntryKind::other;
}

bool counts_in(const StatusGroup& group, EntryKind kind, std::string_view status) {
  if (kind == EntryKind::condition) return group.condition.contains(status);
  return kind == EntryKind::request ? group.request.contains(status) : group.statement.contains(status);
}

class Finder {
 public:
  Finder(const Mapping::State& mapping, const Record& record, const Person& person, Date as_of)
      : mapping_{mapping},
        record_{record},
        person_{person},
        as_of_{as_of},
        codes_{record},
        hints_(mapping.facts.size()) {}

  Findings run();

 private:
  void read_entry(const Resource& entry);
  std::vector<Meaning> meanings_of(const Resource& entry, const Coded& coded);
  void hear(const Resource& entry, const Coded& coded, const Standing& standing, const Meaning& meaning);
  Weight weigh(EntryKind kind, Standing standing, const Meaning& meaning) const;
  void conclude(std::size_t index);
  void conclude_age(const MappedFact& fact);
  void report_conflict(const MappedFact& fact, const std::vector<Hint>& hints);
  void skip(const std::string& resource, std::string reason);
  void count(std::string_view kind, std::string_view reason, int by = 1);
  void report_counts();

  struct Count {
    std::string kind;
    std::string reason;
    int count;
  };

  const Mapping::State& mapping_;
  const Record& record_;
  const Person& person_;
  Date as_of_;
  CodeFinder codes_;
  std::vector<std::vector<Hint>> hints_;  // As mapping.facts.
  std::vector<Count> counts_;
  Findings result_;
};

Findings Finder::run() {
  for (const Resource& each : record_.resources)
    if (kind_of(each) != EntryKind::other) read_entry(each);
  for (std::size_t i = 0; i < mapping_.facts.size(); ++i) conclude(i);
  report_counts();
  return std::move(result_);
}

void Finder::read_entry(const Resource& entry) {
  const bool condition = kind_of(entry) == EntryKind::condition;
  const Standing standing =
      condition ? judge_condition(entry, as_of_, mapping_.encounter_days) : judge_medication(entry, as_of_);
  if (standing.bearing == Bearing::malformed) return skip(name_of(entry), std::string{standing.reason});
  const Coded coded = codes_.find(entry);
  if (coded.resource == nullptr) return count(entry.type(), coded.reason);
  if (coded.resource->how(coded.concept_element) > Given::yes)
    return skip(name_of(entry), "the code of its Medication is not of the type that FHIR R4 gives it");
  const std::vector<Meaning> meanings = meanings_of(entry, coded);
  if (!meanings.empty() && !person_.is_subject_of(entry)) return skip(name_of(entry), "it is about another person");
  for (const Meaning& each : meanings) hear(entry, coded, standing, each);
}

std::vector<Meaning> Finder::meanings_of(const Resource& entry, const Coded& coded) {
  std::vector<Meaning> meanings;
  bool elsewhere = false;
  for (const Coding& each : coded.resource->codings) {
    if (each.element != coded.concept_element) continue;
    const auto system = mapping_.systems.find(each.system);
    const std::string_view name = system == mapping_.systems.end() ? std::string_view{} : system->second;
    const auto found = mapping_.meanings.find(key_of(name, each.code));
    if (found != mapping_.meanings.end())
      meanings.insert(meanings.end(), found->second.begin(), found->second.end());
    else
      elsewhere = elsewhere || mapping_.codes.contains(each.code);
  }
  if (elsewhere) skip(name_of(entry), "a code of the vocabulary stands under another code system");
  if (meanings.empty() && !elsewhere) count(entry.type(), "no fact is read from the code");
  return meanings;
}

void Finder::hear(const Resource& entry, const Coded& coded, const Standing& standing, const Meaning& meaning) {
  const Weight weight = weigh(kind_of(entry), standing, meaning);
  if (weight.reason.empty())
    hints_[meaning.fact].push_back({weight.cells, name_of(entry), coded.element});
  else
    skip(name_of(entry), "`" + mapping_.facts[meaning.fact].id + "`: " + std::string{weight.reason});
}

Weight Finder::weigh(EntryKind kind, Standing standing, const Meaning& meaning) const {
  const MappedFact& fact = mapping_.facts[meaning.fact];
  const auto& source = kind == EntryKind::condition ? fact.condition : fact.medication;
  if (!meaning.usable) return {0, "its code was not checked well enough to be used"};
  if (!source) return {0, "it is not read from resources of this kind"};
  if (standing.bearing == Bearing::passed_over) return {0, standing.reason};
  if (standing.bearing == Bearing::refuted) {
    if (source->refuted_is_no && meaning.cells == cell_yes) return {cell_no, {}};
    return {0, "it was refuted, which is not taken as a no"};
  }
  if (source->within_days) standing = aged(std::move(standing), as_of_, *source->within_days);
  if (!counts_in(mapping_.groups[source->group], kind, standing.status)) return {0, "its status does not count"};
  if (meaning.cells == fact.all) return {0, "the code leaves every answer open"};
  const bool says_absent = (meaning.cells & fact.none) != 0;
  if (says_absent && !is_current(standing.status)) return {0, "that something was not there no longer counts"};
  return {meaning.cells, {}};
}

Answer answer_of(const MappedFact& fact, Cells cells) {
  if (fact.kind == FactKind::boolean) return cells == cell_yes;
  Choice choice;
  for (std::size_t i = 0; i < fact.choices.size(); ++i)
    if ((cells & Cells{1} << i) != 0) choice.members.push_back(fact.choices[i]);
  return choice;
}

void Finder::conclude(std::size_t index) {
  const MappedFact& fact = mapping_.facts[index];
  if (fact.from_birth_date) return conclude_age(fact);
  const std::vector<Hint>& hints = hints_[index];
  if (hints.empty()) return;
  Cells cells = fact.all;
  for (const Hint& each : hints) cells &= each.cells;
  if (cells == 0) return report_conflict(fact, hints);
  Finding finding{fact.id, answer_of(fact, cells), {}};
  for (const Hint& each : hints)
    if (finding.evidence.empty() || finding.evidence.back().resource != each.resource)
      finding.evidence.push_back({fact.id, each.resource, std::string{each.element}});
  result_.found.push_back(std::move(finding));
}

void Finder::conclude_age(const MappedFact& fact) {
  if (person_.patient() == nullptr) return;
  const std::string name = name_of(*person_.patient());
  const Age age = age_of(*person_.patient(), fact, as_of_);
  if (age.years)
    result_.found.push_back({fact.id, *age.years, {{fact.id, name, "birthDate"}}});
  else
    skip(name, "`" + fact.id + "`: " + std::string{age.reason});
}

void Finder::report_conflict(const MappedFact& fact, const std::vector<Hint>& hints) {
  for (const Hint& each : hints)
    skip(each.resource, "`" + fact.id + "`: entries contradict each other, so it stays unknown");
}

void Finder::skip(const std::string& resource, std::string reason) {
  const Skipped next{resource, std::move(reason)};
  const bool again = !result_.skipped.empty() && result_.skipped.back().resource == next.resource &&
                     result_.skipped.back().reason == next.reason;
  if (!again) result_.skipped.push_back(next);
}

void Finder::count(std::string_view kind, std::string_view reason, int by) {
  for (Count& each : counts_)
    if (each.kind == kind && each.reason == reason) {
      each.count += by;
      return;
    }
  counts_.push_back({std::string{kind}, std::string{reason}, by});
}

void Finder::report_counts() {
  for (const KindCount& each : record_.other_kinds) {
    if (each.kind.empty())
      count("entry", "no kind of FHIR resource", each.count);
    else
      count(each.kind, "no mapping reads this kind", each.count);
  }
  if (record_.superseded > 0) count("history", "a newer version stands before", record_.superseded);
  for (const Count& each : counts_)
    result_.skipped.push_back(
        {each.kind, std::to_string(each.count) + (each.count == 1 ? " entry: " : " entries: ") + each.reason});
}

}  // namespace

Findings find_answers(const Mapping::State& mapping, const Record& record, const Person& person, Date as_of) {
  return Finder{mapping, record, person, as_of}.run();
}

}  // namespace vertebra::fhir
