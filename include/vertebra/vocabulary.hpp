#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <vertebra/outcome.hpp>
#include <vertebra/rule_set.hpp>

namespace vertebra {

// A code of a terminology that stands for a fact (or for one of its values).
struct CodeBinding {
  std::string_view system;  // snomed, loinc, rxnorm, icd10cm
  std::string_view code;
  std::string_view mark;   // How well it was checked: V and C may be used; W and U are only listed.
  std::string_view value;  // The choice, or yes or no, that the code stands for; empty where it does not say.
};

enum class FactKind { boolean, quantity, choice };

// What the vocabulary says of one fact. Views live as long as the rule set.
struct FactInfo {
  std::string_view id;
  std::string_view ask;
  FactKind kind = FactKind::boolean;
  std::string_view unit;  // UCUM; empty for other kinds.
  double min = 0;         // Range of a quantity, both ends included.
  double max = 0;
  std::vector<std::string_view> words;  // That may be said for a range of a quantity.
  std::vector<std::string_view> choices;
  std::vector<CodeBinding> codes;
};

// What the catalogue says of one treatment or group.
struct TreatmentInfo {
  std::string_view id;
  std::string_view label;
  std::string_view part_of;  // The group; empty at the top.
  std::vector<CodeBinding> codes;
};

// The whole catalogue, in its order.
std::vector<TreatmentInfo> treatments(const RuleSet& rule_set);

// One statement of a source, or an interpretation of one, and how well it was checked.
struct SourceInfo {
  std::string_view id;
  // V read in the named text, V2 in a secondary account of it, GK general knowledge that a clinician still has to check;
  // empty where the guide does not say.
  std::string_view mark;
  std::string_view interprets;     // The source that this one reads; empty when it is none of the guide's own readings.
  std::vector<std::string> rules;  // What rests on it, also through a reading: "red_flags.persistent_pain".
  std::string_view section;        // Where it stands.
  std::string_view locator;        // Words by which to find it there.
  std::string_view says;           // In our words; empty for what is excluded or not specified.
};

// One of the source attributes of 45 CFR 170.315(b)(11), as the guide says it.
struct SourceAttribute {
  std::string_view name;
  std::string_view text;
};

// Where a guide comes from.
struct GuideInfo {
  std::string_view id;
  std::string_view version;
  std::string_view title;
  std::vector<SourceAttribute> attributes;
  std::vector<SourceInfo> sources;  // As written.
};

// The guides that the profile uses: the one that ranks, the guards, those that are consulted.
std::vector<GuideInfo> guides(const RuleSet& rule_set);

// Whether a code with this mark may leave the program, in records and messages: V and C may, W and U are only listed.
bool is_emitted(std::string_view mark) noexcept;

// Facts and treatments with their codes, and guides with their attributes and sources, as JSON.
std::string codes_to_json(const RuleSet& rule_set);

// All facts of the vocabulary, in its order; index i is FactId{i} of an engine made from this rule set.
std::vector<FactInfo> facts(const RuleSet& rule_set);

// From the least urgent; index i has rank i.
std::vector<CareLevel> care_levels(const RuleSet& rule_set);

// The ids of those that the profile ranks, in catalogue order; index i is that of TreatmentSummary::index.
std::vector<std::string_view> ranked_treatments(const RuleSet& rule_set);

}  // namespace vertebra
