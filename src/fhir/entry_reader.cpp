#include "fhir/entry_reader.hpp"

#include <algorithm>
#include <utility>

namespace vertebra::fhir {
namespace {

constexpr Reason other_person{Cause::another_person, "it is about another person"};
constexpr Reason unknown_code{Cause::not_mapped, "no fact is read from the code"};
constexpr Reason no_code{Cause::not_mapped, "it has no code"};
constexpr Reason no_required_code{Cause::irregular, "it has no code"};  // FHIR asks every observation for one.
constexpr Reason other_system{Cause::unclear_code, "a code of the vocabulary stands under another code system"};
constexpr Reason no_item{Cause::not_mapped, "no fact is read from its items"};

// It was said not to be so, or not yet: then it does not speak of the fact today.
bool is_settled(Cause cause) { return cause == Cause::refused_status || cause == Cause::draft_order; }

}  // namespace

EntryReader::EntryReader(const Mapping::State& mapping, const Record& record, const Person& person, Date as_of)
    : mapping_{mapping},
      record_{record},
      person_{person},
      day_{as_of, mapping.encounter_days},
      weighing_{mapping},
      codes_{record},
      responses_{mapping, record},
      values_{mapping},
      notes_(mapping.facts.size()) {}

void EntryReader::read_all() {
  for (const Resource& each : record_.resources)
    if (const EntryKindInfo* kind = entry_kind(each.type)) read_entry(each, *kind);
}

void EntryReader::skip(const Resource& resource, std::size_t fact, Reason reason) {
  FactNotes& notes = notes_[fact];
  notes.maybe = notes.maybe || !is_settled(reason.cause);
  if (reason.cause < notes.trouble.cause) {
    notes.trouble = reason;
    notes.troubled = &resource;
  }
  skips_.add(resource, mapping_.facts[fact].id, reason);
}

void EntryReader::read_entry(const Resource& resource, const EntryKindInfo& kind) {
  if (!person_.is_subject_of(resource)) return skips_.count(kind.type, other_person);
  const Entry entry{resource, kind, day_};
  heard_.clear();
  elsewhere_ = false;
  if (entry.is_malformed()) return read_malformed(entry);
  if (kind.kind == EntryKind::response) return read_response(entry);
  if (kind.kind == EntryKind::observation) return read_observation(entry);
  read_coded(entry);
}

// It is reported once; but each fact that its codes name is unknown because of it.
void EntryReader::read_malformed(const Entry& entry) {
  skips_.add(entry.resource, {}, entry.standing().reason);
  unclear_.push_back(entry);
  codes_.find(entry.kind.kind, entry.resource, concepts_);
  for (const Concept& each : concepts_.found) find_meanings(entry.kind.source, each);
  for (const Heard& each : heard_) {
    FactNotes& notes = notes_[each.meaning.fact];
    if (notes.trouble.cause <= entry.standing().reason.cause) continue;
    notes.trouble = entry.standing().reason;
    notes.troubled = &entry.resource;
  }
}

void EntryReader::read_coded(const Entry& entry) {
  codes_.find(entry.kind.kind, entry.resource, concepts_);
  bool all_known = !concepts_.found.empty();
  for (const Concept& each : concepts_.found) {
    const bool known = find_meanings(entry.kind.source, each);
    all_known = all_known && (known || each.element != Element::ingredient);
  }
  if (elsewhere_) skips_.add(entry.resource, {}, other_system);
  if (heard_.empty() && !elsewhere_) report_without_meaning(entry);
  if (heard_.empty() || !all_known) unclear_.push_back(entry);
  for (const Heard& each : heard_) hear(entry, each);
}

// What is irregular is named; what the mapping does not read is only counted.
void EntryReader::report_without_meaning(const Entry& entry) {
  const Reason& reason = concepts_.reason;
  if (reason.cause == Cause::irregular) return skips_.add(entry.resource, {}, reason);
  if (reason) return skips_.count(entry.kind.type, reason);
  const Concept& first = concepts_.found.front();
  skips_.count(entry.kind.type, first.part->has(first.element) ? unknown_code : no_code);
}

// False when a code of the concept has no meaning here, or there is none.
bool EntryReader::find_meanings(SourceKind source, const Concept& concept_) {
  bool known = false, unknown = false;
  for (const Coding& each : concept_.part->codings) {
    if (each.element != concept_.element || each.code.empty()) continue;
    const bool found = add_meanings(each, concept_.name, mask_of(source));
    known = known || found;
    unknown = unknown || !found;
  }
  return (known && !unknown) || !concept_.part->has(concept_.element);
}

void EntryReader::look_up(std::string_view system_uri) {
  if (system_uri == system_uri_) return;
  system_uri_ = system_uri;
  system_ = mapping_.system(system_uri);
  branches_ = mapping_.branching.contains(system_);
}

bool EntryReader::add_meanings(const Coding& coding, std::string_view name, SourceMask source) {
  const auto same_text = mapping_.meanings.find(coding.code);
  look_up(coding.system);
  bool found = false;
  if (same_text != mapping_.meanings.end()) {
    const auto* meanings = find_code(same_text->second, system_);
    elsewhere_ = elsewhere_ || meanings == nullptr;
    found = add_meanings(meanings, name, source);
  }
  for (std::size_t size = 1; branches_ && size <= coding.code.size(); ++size)
    found = add_meanings(find_code(mapping_.beginnings, system_, coding.code.substr(0, size)), name, source) || found;
  return found;
}

bool EntryReader::add_meanings(const std::vector<Meaning>* found, std::string_view name, SourceMask source) {
  const std::size_t before = heard_.size();
  if (found != nullptr)
    for (const Meaning& each : *found)
      if ((each.sources & source) != 0) heard_.push_back({each, name});
  return heard_.size() > before;
}

void EntryReader::hear(const Entry& entry, const Heard& heard) {
  if (const Reason trouble = weighing_.of_code(entry, heard.meaning))
    return skip(entry.resource, heard.meaning.fact, trouble);
  Hint hint;
  hint.cells = entry.standing().bearing == Bearing::refuted ? cell_no : heard.meaning.cells;
  hint.resource = &entry.resource;
  hint.element = heard.element;
  hint.date = entry.standing().date;
  notes_[heard.meaning.fact].hints.push_back(std::move(hint));
}

void EntryReader::read_observation(const Entry& entry) {
  bool known = observe(entry, entry.resource, {});
  std::size_t number = 0;
  for (const Part& part : entry.resource.parts) {
    if (part.element != Element::component) continue;
    known = observe(entry, part, "component[" + std::to_string(number) + "].") || known;
    ++number;
  }
  if (elsewhere_) skips_.add(entry.resource, {}, other_system);
  if (known || elsewhere_) return;
  skips_.count(entry.kind.type, entry.resource.has(Element::code) ? unknown_code : no_required_code);
}

bool EntryReader::observe(const Entry& entry, const Part& part, const std::string& prefix) {
  heard_.clear();
  find_meanings(entry.kind.source, {&part, Element::code, {}});
  for (const Heard& each : heard_) observe(entry, part, prefix, each.meaning);
  return !heard_.empty();
}

void EntryReader::observe(const Entry& entry, const Part& part, const std::string& prefix, const Meaning& meaning) {
  const MappedFact& fact = mapping_.facts[meaning.fact];
  const auto& source = fact.source(SourceKind::observation);
  Reason trouble = !meaning.usable ? unchecked_code : !source ? other_kind : weighing_.of_time(entry, *source);
  if (trouble) return skip(entry.resource, meaning.fact, trouble);
  const Said said = values_.read(part, fact, meaning, source->refuted_is_no);
  if (said.reason) return skip(entry.resource, meaning.fact, said.reason);
  add_timed_hint(entry, meaning.fact, said, prefix + std::string{said.element});
}

void EntryReader::read_response(const Entry& entry) {
  const std::vector<ItemSaid> items = responses_.read(entry.resource);
  if (items.empty()) return skips_.count(entry.kind.type, no_item);
  for (const ItemSaid& each : items) {
    Reason trouble = weighing_.of_time(entry, *mapping_.facts[each.fact].source(SourceKind::questionnaire));
    if (!trouble) trouble = each.said.reason;
    if (trouble)
      skip(entry.resource, each.fact, trouble);
    else
      add_timed_hint(entry, each.fact, each.said, each.element);
  }
}

void EntryReader::add_timed_hint(const Entry& entry, std::size_t fact, const Said& said, std::string element) {
  Hint hint;
  hint.cells = said.cells;
  hint.low = said.low;
  hint.high = said.high;
  hint.timed = true;
  hint.when = entry.standing().when;
  hint.resource = &entry.resource;
  hint.element = std::move(element);
  hint.date = entry.standing().date;
  notes_[fact].hints.push_back(std::move(hint));
}

bool EntryReader::is_list_clear(std::size_t fact, SourceKind source) const {
  if (notes_[fact].maybe) return false;
  const Source& rules = *mapping_.facts[fact].source(source);
  return std::none_of(unclear_.begin(), unclear_.end(), [&](const Entry& entry) {
    if (entry.kind.source != source) return false;
    switch (entry.standing().bearing) {
      case Bearing::malformed: return true;
      case Bearing::passed_over: return !is_settled(entry.standing().reason.cause);
      case Bearing::refuted: return false;
      case Bearing::counts: break;
    }
    return !weighing_.of_status(entry, rules);
  });
}

}  // namespace vertebra::fhir
