#include "fhir/version_cues.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace vertebra::fhir {
namespace {

using enum FhirVersion;

struct OldKind {
  std::string_view type;
  FhirVersion version;
};

// Kinds of resources that later versions do not have.
constexpr OldKind old_kinds[] = {
    {"MedicationOrder", dstu2},         {"DiagnosticOrder", dstu2},          {"DeviceUseRequest", dstu2},
    {"ReferralRequest", dstu2_or_stu3}, {"ProcedureRequest", dstu2_or_stu3}, {"EligibilityRequest", dstu2_or_stu3},
};

struct OldElement {
  std::string_view type;
  Element element;
  Given given;  // How it has to be given to be a sign.
  std::string_view name;
  FhirVersion version;
};

constexpr OldElement old_elements[] = {
    {"Condition", Element::date_recorded, Given::yes, "dateRecorded", dstu2},
    {"Condition", Element::clinical_status, Given::text, "clinicalStatus", dstu2_or_stu3},
    {"Condition", Element::verification_status, Given::text, "verificationStatus", dstu2_or_stu3},
    {"MedicationStatement", Element::was_not_taken, Given::yes, "wasNotTaken", dstu2},
    {"MedicationStatement", Element::taken, Given::yes, "taken", stu3},
    {"QuestionnaireResponse", Element::questionnaire, Given::malformed, "questionnaire", dstu2_or_stu3},
    {"Questionnaire", Element::options, Given::yes, "item.options", stu3},
};

bool holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::optional<FhirVersion> version_in(std::string_view profile) {
  constexpr std::size_t nowhere = std::string_view::npos;
  if (profile.find('U') == nowhere && profile.find('0') == nowhere) return std::nullopt;  // Each sign has one of them.
  if (holds(profile, "DSTU2") || holds(profile, "/fhir/1.0/")) return dstu2;
  if (holds(profile, "STU3") || holds(profile, "/fhir/3.0/")) return stu3;
  return std::nullopt;
}

std::optional<FhirVersion> version_of(std::string_view number) {
  if (number.starts_with("0.") || number.starts_with("1.")) return dstu2;
  if (number.starts_with("3.0")) return stu3;
  return std::nullopt;
}

bool is_given(const Part& part, Element element, Given given) {
  return part.how(element) == given || std::any_of(part.parts.begin(), part.parts.end(),
                                                   [&](const Part& inner) { return is_given(inner, element, given); });
}

}  // namespace

bool elements_tell_version(std::string_view type) noexcept {
  return std::any_of(std::begin(old_elements), std::end(old_elements),
                     [&](const OldElement& old) { return old.type == type; });
}

std::optional<VersionCue> version_cue(const Resource& resource) {
  const std::string_view type = resource.type;
  for (const OldKind& kind : old_kinds)
    if (type == kind.type) return VersionCue{kind.version, name_of(resource), "resourceType"};
  for (const Coding& each : resource.codings)
    if (each.element == Element::profile)
      if (const auto version = version_in(each.code)) return VersionCue{*version, name_of(resource), "meta.profile"};
  if (const auto version = version_of(resource.text(Element::fhir_version)))
    return VersionCue{*version, name_of(resource), "fhirVersion"};
  const auto found = std::find_if(std::begin(old_elements), std::end(old_elements), [&](const OldElement& old) {
    const bool possible = !resource.well_formed || is_good(old.given);
    return possible && old.type == type && is_given(resource, old.element, old.given);
  });
  if (found == std::end(old_elements)) return std::nullopt;
  return VersionCue{found->version, name_of(resource), std::string{found->name}};
}

std::string name_of(FhirVersion version) {
  switch (version) {
    case dstu2: return "FHIR DSTU2";
    case stu3: return "FHIR STU3";
    case dstu2_or_stu3: break;
  }
  return "FHIR DSTU2 or STU3";
}

}  // namespace vertebra::fhir
