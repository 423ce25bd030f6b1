#include "fhir/findings.hpp"

#include <utility>

#include "fhir/age.hpp"
#include "fhir/entry_reader.hpp"

namespace vertebra::fhir {
namespace {

constexpr Reason newer{Cause::too_old, "a newer entry answers the same"};
constexpr Reason no_kind{Cause::irregular, "no kind of FHIR resource"};
constexpr Reason server_message{Cause::not_mapped, "a message of a server, not a part of the record"};
constexpr Reason other_kind_of_resource{Cause::not_mapped, "no mapping reads this kind"};
constexpr Reason newer_version{Cause::too_old, "a newer version stands before"};
constexpr Reason not_mapped{Cause::not_mapped, "the mapping does not say where it is read"};
constexpr Reason not_found{Cause::not_found, "nothing in the record speaks of it"};
constexpr Reason list_incomplete{Cause::list_incomplete, "nothing was found, and the list is not known to be complete"};

// Puts together what the entries said of each fact.
class Finder {
 public:
  Finder(const Mapping::State& mapping, const Record& record, const Person& person, Date as_of, SourceMask complete)
      : mapping_{mapping},
        record_{record},
        person_{person},
        as_of_{as_of},
        complete_{record.is_page ? SourceMask{0} : complete},
        reader_{mapping, record, person, as_of} {}

  Findings run();

 private:
  bool find(std::size_t fact);
  bool find_age(std::size_t fact);
  bool find_by_absence(std::size_t fact);
  void add(const MappedFact& fact, Conclusion& together);
  Reason reason_for(std::size_t fact) const;
  void report_unknown(std::size_t fact);
  void count_rest();

  const Mapping::State& mapping_;
  const Record& record_;
  const Person& person_;
  Date as_of_;
  SourceMask complete_;
  EntryReader reader_;
  Findings result_;
};

Findings Finder::run() {
  reader_.read_all();
  for (std::size_t i = 0; i < mapping_.vocabulary.size(); ++i) {
    const auto& fact = mapping_.mapped[i];
    if (!fact)
      result_.unknown.push_back({mapping_.vocabulary[i], not_mapped.cause, {}, not_mapped.text});
    else if (!find(*fact))
      report_unknown(*fact);
  }
  count_rest();
  result_.skipped = reader_.skips().take();
  return std::move(result_);
}

bool Finder::find(std::size_t index) {
  const MappedFact& fact = mapping_.facts[index];
  if (fact.from_birth_date) return find_age(index);
  Conclusion together = conclude(fact, reader_.notes()[index].hints);
  for (const Hint* each : together.superseded) reader_.skips().count(each->resource->type, newer);
  if (together.reason) {
    for (const Hint* each : together.used) reader_.skip(*each->resource, index, together.reason);
    return false;
  }
  if (!together.answer) return find_by_absence(index);
  add(fact, together);
  return true;
}

void Finder::add(const MappedFact& fact, Conclusion& together) {
  FoundFact found{fact.id, *std::move(together.answer), {}};
  const Resource* last = nullptr;
  for (const Hint* each : together.used) {
    if (each->resource != last)
      found.evidence.push_back({name_of(*each->resource), each->element, std::string{each->date}});
    last = each->resource;
  }
  result_.found.push_back(std::move(found));
}

bool Finder::find_age(std::size_t index) {
  if (person_.patient() == nullptr) return false;
  const MappedFact& fact = mapping_.facts[index];
  const Age age = age_of(*person_.patient(), fact, as_of_);
  if (age.years)
    result_.found.push_back({fact.id, *age.years, {{name_of(*person_.patient()), "birthDate", {}}}});
  else
    reader_.skip(*person_.patient(), index, age.reason);
  return age.years.has_value();
}

bool Finder::find_by_absence(std::size_t index) {
  const MappedFact& fact = mapping_.facts[index];
  Cells cells = fact.all;
  FoundFact found{fact.id, {}, {}};
  for (const SourceInfo& each : sources()) {
    const auto& source = fact.source(each.kind);
    if (!source || source->absent == 0 || (complete_ & mask_of(each.kind)) == 0) continue;
    if (!reader_.is_list_clear(index, each.kind)) continue;
    cells &= source->absent;
    found.evidence.push_back({"the complete list", std::string{each.key}, {}});
  }
  if (found.evidence.empty() || cells == 0 || cells == fact.all) return false;
  found.answer = answer_of(fact, cells);
  result_.found.push_back(std::move(found));
  return true;
}

// Entries that were not used come first; then whether a list could have told.
Reason Finder::reason_for(std::size_t index) const {
  const Reason& trouble = reader_.notes()[index].trouble;
  if (trouble) return trouble;
  for (const auto& source : mapping_.facts[index].sources)
    if (source && source->absent != 0) return list_incomplete;
  return not_found;
}

void Finder::report_unknown(std::size_t index) {
  const Reason reason = reason_for(index);
  const Resource* troubled = reader_.notes()[index].troubled;
  result_.unknown.push_back(
      {mapping_.facts[index].id, reason.cause, troubled == nullptr ? std::string{} : name_of(*troubled), reason.text});
}

void Finder::count_rest() {
  for (const KindCount& each : record_.other_kinds) {
    const Reason reason = each.kind.empty()                 ? no_kind
                          : each.kind == "OperationOutcome" ? server_message
                                                            : other_kind_of_resource;
    reader_.skips().count(each.kind.empty() ? "entry" : each.kind, reason, each.count);
  }
  if (record_.superseded > 0) reader_.skips().count("history", newer_version, record_.superseded);
}

}  // namespace

Findings find_answers(const Mapping::State& mapping, const Record& record, const Person& person, Date as_of,
                      SourceMask complete) {
  return Finder{mapping, record, person, as_of, complete}.run();
}

}  // namespace vertebra::fhir
