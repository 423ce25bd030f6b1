#pragma once

#include <cstdint>
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
  bundle_type,
  entry,
  lone_entry,  // The root is an entry, with the resource in it.
  contained,
  subject,
  status,
  birth_date,
  birth_date_extension,
  deceased_flag,
  deceased_date,
  clinical_status,
  verification_status,
  category,
  code,
  onset,
  recorded,
  abatement_date,
  abatement,  // In another form than a date.
  intent,
  do_not_perform,
  medication_concept,
  medication_reference,
  medication,  // R5: its concept or its reference.
  authored,
  valid_until,
  effective_date,
  effective_until,
  date_recorded,  // From here on only to tell older versions of FHIR.
  was_not_taken,
  taken,
  questionnaire,
  options,
};

// How an element was given. `text` is a JSON string where FHIR R4 has an object; `malformed` is anything else of another
// type than R4's.
enum class Given : std::uint8_t { no, yes, text, malformed };

struct Coding {
  Element element = Element::none;
  std::string system;
  std::string code;
};

struct Value {
  Element element = Element::none;
  Given given = Given::no;
  std::string text;  // A flag is "true" or "false".
};

struct Resource {
  std::string place;            // "entry[3]"; empty for the root.
  std::string full_url;         // Of its entry.
  std::vector<Value> values;    // The elements that it has.
  std::vector<Coding> codings;  // Profiles too: each is the code of one.
  std::vector<Resource> contained;

  Given how(Element element) const noexcept;
  bool has(Element element) const noexcept { return how(element) != Given::no; }
  std::string_view text(Element element) const noexcept;  // Empty where there is none.
  std::string_view type() const noexcept { return text(Element::resource_type); }
  Value& value(Element element);  // Added when it is not there.
};

// True for the kinds of resources that are kept.
bool is_kind_read(std::string_view type) noexcept;

// "Condition/123"; its place where it has no id.
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

struct Record {
  std::vector<Resource> resources;     // Of the kinds that are read, in record order.
  std::vector<KindCount> other_kinds;  // By first appearance.
  int superseded = 0;                  // Older versions in a history.
};

// Counts one more resource of a kind that is not read.
void count_kind(Record& record, std::string_view kind);

}  // namespace vertebra::fhir
