#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vertebra::fhir {

// The elements of resources that are looked at, whatever the kind of resource; the JSON may give them in any order.
enum class Element : std::uint8_t {
  none,
  resource_type,
  id,
  profile,
  fhir_version,
  type,
  entry,
  link,
  lone_entry,  // The root is an entry, with the resource in it.
  contained,
  modifier,  // modifierExtension or implicitRules: it may mean something else than it says.
  subject,
  focus,
  status,
  birth_date,
  birth_date_extension,
  deceased_flag,
  deceased_date,
  clinical_status,
  verification_status,
  category,
  code,
  reason,
  onset,
  onset_period,
  recorded,
  abatement_date,
  abatement,  // In another form than a date.
  intent,
  do_not_perform,
  medication_concept,
  medication_reference,
  medication,  // R5: its concept or its reference.
  ingredient,
  reaction,
  substance,
  authored,
  valid_period,
  effective_date,
  effective_period,
  effective_other,
  issued,
  // Values and their parts.
  value_quantity,
  value_concept,
  value_coding,
  value_flag,
  value_number,
  value_text,
  value_range,
  value_other,
  data_absent,
  component,
  number,
  comparator,
  unit,
  unit_system,
  unit_code,
  low,
  high,
  start,
  end,
  relation,
  // Questionnaires and their answers.
  url,
  questionnaire,
  item,
  item_code,
  link_id,
  answer,
  date_recorded,  // From here on only to tell older versions of FHIR.
  was_not_taken,
  taken,
  options,
};

// How an element was given. `text` is a JSON string where FHIR R4 has an object; `malformed` is anything else of another
// type than R4's.
enum class Given : std::uint8_t { no, yes, text, malformed };

constexpr bool is_good(Given given) noexcept { return given == Given::no || given == Given::yes; }

struct Coding {
  Element element = Element::none;
  std::string_view system;
  std::string_view code;
};

struct Value {
  Element element = Element::none;
  Given given = Given::no;
  std::string_view text;  // A flag is "true" or "false".
};

class ElementSet {
 public:
  bool contains(Element element) const noexcept {
    return (words_[index(element) / 64] >> index(element) % 64 & 1) != 0;
  }
  void add(Element element) noexcept { words_[index(element) / 64] |= std::uint64_t{1} << index(element) % 64; }

 private:
  static std::size_t index(Element element) noexcept { return static_cast<std::size_t>(element); }
  std::array<std::uint64_t, 2> words_{};
};
static_assert(static_cast<std::size_t>(Element::options) < 128, "the last element has a place in the set");

// Things that stand beside each other in the record's memory.
template <class Thing>
class Row {
 public:
  Row() = default;
  Row(const Thing* first, std::size_t count) : first_{first}, count_{count} {}
  const Thing* begin() const noexcept { return first_; }
  const Thing* end() const noexcept { return first_ + count_; }
  std::size_t size() const noexcept { return count_; }
  bool empty() const noexcept { return count_ == 0; }

 private:
  const Thing* first_ = nullptr;
  std::size_t count_ = 0;
};

// A resource, or what stands in one: a component, an item, an answer, a quantity, a period.
struct Part {
  Element element = Element::none;
  bool well_formed = true;  // Everything that is looked at in it, at any depth, is of the type that FHIR R4 gives it.
  ElementSet given;         // The elements that it has.
  Row<Value> values;        // One for each of them.
  Row<Coding> codings;      // Profiles too: each is the code of one.
  Row<Part> parts;

  Given how(Element wanted) const noexcept;
  bool has(Element wanted) const noexcept { return given.contains(wanted); }
  std::string_view text(Element wanted) const noexcept;  // Empty where there is none.
  const Part* part(Element wanted) const noexcept;       // The first; null where there is none.
};

bool is_well_formed(const Part& part, std::span<const Element> elements);

// Where a resource stands: "entry[3]", "line 3", "line 3 entry[0]"; nothing for the root.
struct Place {
  static constexpr int no_entry = -1;
  std::string_view before{};
  int entry = no_entry;
};

std::string to_string(const Place& place);

struct Resource : Part {
  std::string_view type;  // Its `resourceType`.
  Place place;
  std::string_view full_url;  // Of its entry.
  Row<Resource> contained;
};

// The kinds of resources that can be read, as bits.
using Kinds = std::uint16_t;
inline constexpr Kinds all_kinds = 0xFFFF;

// The bit of a kind; 0 for kinds that are never read.
Kinds kind_bit(std::string_view type) noexcept;

// "Condition/123"; its place where it has no id, or one that FHIR does not allow.
std::string name_of(const Resource& resource);

enum class FhirVersion : std::uint8_t { dstu2, stu3, dstu2_or_stu3 };

// What shows that a record is of an older version.
struct VersionCue {
  FhirVersion version;
  std::string resource;
  std::string element;
};

struct KindCount {
  std::string kind;  // Empty for entries without one.
  int count = 0;
};

// What was kept of a record. Its texts stand in the JSON that was read, which must outlive it, or in its memory.
struct Record {
  std::vector<Resource> resources;     // Of the kinds that are read, in record order.
  std::vector<KindCount> other_kinds;  // By first appearance.
  int superseded = 0;                  // Older versions in a history.
  bool is_page = false;                // A search with more pages, or with a failure in it.
  std::unique_ptr<std::pmr::monotonic_buffer_resource> memory = std::make_unique<std::pmr::monotonic_buffer_resource>();
};

// Counts one more resource of a kind that is not read.
void count_kind(Record& record, std::string_view kind);

}  // namespace vertebra::fhir
