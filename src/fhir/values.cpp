#include "fhir/values.hpp"

#include <algorithm>

#include "fhir/quantities.hpp"

namespace vertebra::fhir {
namespace {

constexpr Reason no_value{Cause::not_answered, "it has no value"};
constexpr Reason absent{Cause::not_answered, "it says that the value is absent"};
constexpr Reason other_kind{Cause::not_readable, "its value is not of a kind from which the fact is read"};
constexpr Reason unclear{Cause::unclear_code, "the code of its value is not one that is known here"};
constexpr Reason opposed{Cause::contradicted, "the codes of its value contradict each other"};
constexpr Reason open{Cause::unclear_code, "its value leaves every answer open"};
constexpr Reason narrower{Cause::refused_status, "it says no to something narrower than the fact"};

Said refused(Reason reason) { return {0, 0, 0, {}, reason}; }

Said of(const std::variant<Interval, Reason>& numbers, std::string_view element) {
  if (const auto* reason = std::get_if<Reason>(&numbers)) return refused(*reason);
  const auto& [low, high] = std::get<Interval>(numbers);
  return {0, low, high, element, {}};
}

// Nothing is left, or everything.
Said checked(Said said, const MappedFact& fact) {
  if (!said.reason && said.cells == 0) return refused(opposed);
  if (!said.reason && said.cells == fact.all) return refused(open);
  return said;
}

}  // namespace

Said ValueReader::read(const Part& holder, const MappedFact& fact, const Meaning& meaning, bool refuted_is_no) const {
  if (holder.has(Element::data_absent)) return refused(absent);
  if (fact.kind == FactKind::quantity) return read_number(holder, fact);
  if (holder.has(Element::value_flag)) {
    Said said = read_truth(holder.text(Element::value_flag) == "true", fact, meaning, refuted_is_no);
    said.element = "valueBoolean";
    return checked(said, fact);
  }
  for (const Element element : {Element::value_concept, Element::value_coding})
    if (holder.has(element)) return checked(read_codes(holder, element, fact, meaning, refuted_is_no), fact);
  const bool other = holder.has(Element::value_quantity) || holder.has(Element::value_number) ||
                     holder.has(Element::value_text) || holder.has(Element::value_range) ||
                     holder.has(Element::value_other);
  return refused(other ? other_kind : no_value);
}

Said ValueReader::read_number(const Part& holder, const MappedFact& fact) const {
  if (const Part* quantity = holder.part(Element::value_quantity))
    return of(read_quantity(*quantity, fact), "valueQuantity");
  if (const Part* range = holder.part(Element::value_range)) return of(read_range(*range, fact), "valueRange");
  if (holder.has(Element::value_number))
    return of(read_bare_number(holder.text(Element::value_number), fact), "valueInteger");
  const bool other = holder.has(Element::value_concept) || holder.has(Element::value_coding) ||
                     holder.has(Element::value_flag) || holder.has(Element::value_text) ||
                     holder.has(Element::value_other);
  return refused(other ? other_kind : no_value);
}

Said ValueReader::read_truth(bool yes, const MappedFact& fact, const Meaning& meaning, bool refuted_is_no) const {
  if (yes) return {meaning.cells, 0, 0, {}, {}};
  if (!meaning.question && !refuted_is_no) return refused(narrower);
  const Cells no = meaning.question ? fact.none : fact.all & ~meaning.cells;
  return no == 0 ? refused(open) : Said{no, 0, 0, {}, {}};
}

// Each coding is another word for the same; those that are not known are left aside.
Said ValueReader::read_codes(const Part& holder, Element element, const MappedFact& fact, const Meaning& meaning,
                             bool refuted_is_no) const {
  Said said{fact.all, 0, 0, element == Element::value_concept ? "valueCodeableConcept" : "valueCoding", {}};
  bool known = false;
  for (const Coding& each : holder.codings) {
    if (each.element != element) continue;
    const std::string_view system = mapping_.system(each.system);
    if (const bool* yes = find_code(mapping_.answers, system, each.code)) {
      const Said truth = read_truth(*yes, fact, meaning, refuted_is_no);
      if (truth.reason) return truth;
      said.cells &= truth.cells;
      known = true;
    }
    const auto* meanings = find_code(mapping_.meanings, system, each.code);
    if (meanings == nullptr) continue;
    for (const Meaning& value : *meanings)
      if (&mapping_.facts[value.fact] == &fact && value.usable && !value.question) {
        said.cells &= value.cells;
        known = true;
      }
  }
  return known ? said : refused(unclear);
}

Said ValueReader::read_listed(const Part& answer, const ItemRule& rule) const {
  const MappedFact& fact = mapping_.facts[rule.fact];
  Said said{fact.all, 0, 0, "valueCoding", {}};
  bool known = false;
  const auto hear = [&](std::string_view text) {
    for (const auto& [listed, cells] : rule.answers)
      if (listed == text) {
        said.cells &= cells;
        known = true;
      }
  };
  for (const Coding& each : answer.codings)
    if (each.element == Element::value_coding) hear(each.code);
  if (answer.has(Element::value_text)) {
    said.element = "valueString";
    hear(answer.text(Element::value_text));
  }
  if (answer.has(Element::value_number)) {
    said.element = "valueInteger";
    hear(answer.text(Element::value_number));
  }
  return known ? checked(said, fact) : refused(unclear);
}

}  // namespace vertebra::fhir
