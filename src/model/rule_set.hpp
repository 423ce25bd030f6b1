#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/fact_shape.hpp"
#include "base/place.hpp"
#include "model/expression.hpp"
#include "model/property.hpp"

// A rule set as it was written, with places: for people and checks. Lists are in written order (files by path), and
// things refer to each other by index into these lists.
namespace vertebra::model {

// Text in the rule set's first language; others may stand beside it.
struct Text {
  std::string text;
  std::vector<std::pair<std::string, std::string>> translations;  // Language tag and text, in written order.
};

struct CodeBinding {
  std::string system;  // snomed, loinc, rxnorm, icd10cm
  std::string code;
  std::string mark;   // V, C, W or U: how well the binding was checked
  std::string value;  // The choice (or yes, no) that the code stands for; empty where it does not say.
  base::Place place{};
};

struct CareLevel {
  std::string id;
  base::Place place;
  Text label;
};

struct Fact {
  base::FactShape shape;
  base::Place place;
  Text ask;
  std::string panel;
  std::vector<CodeBinding> codes;
};

struct Condition {
  std::string id;
  base::Place place;
  Expression when;
  std::vector<int> sources;  // Into Guide::sources; empty for shared conditions.
};

// No possible patient makes every part yes. Each part is a test of one fact, possibly negated.
struct Clause {
  std::string id;
  base::Place place;
  std::vector<Expression> parts;
  int set_aside = -1;  // Fact.
  Text because;
};

struct Treatment {
  std::string id;
  base::Place place;
  Text label;
  int part_of = -1;       // Treatment; -1 at the top.
  bool is_group = false;  // Others are part of it; never ranked itself.
  std::vector<CodeBinding> codes;
};

struct Vocabulary {
  std::string id;
  std::string version;
  base::Place place;
  std::vector<std::string> languages;
  std::vector<CareLevel> care_levels;  // Least to most urgent.
  std::vector<Fact> facts;
  std::vector<Condition> conditions;
  std::vector<Clause> consistency;
  std::vector<Treatment> treatments;
};

struct Source {
  std::string id;
  base::Place place;
  std::string section;
  std::string locator;
  Text says;
  std::string interprets;  // The id of the source that this one reads; empty when it is not an interpretation.
  std::string excluded;    // Why it is left out; empty when it is not.
  std::string mark;        // V, V2 or GK; empty when not given.
  bool unspecified = false;
  bool education = false;
};

struct Parameter {
  std::string id;
  base::Place place;
  double value = 0;
  base::Unit unit{};
  double min = 0;
  double max = 0;
  std::vector<int> sources;
};

struct Strength {
  std::string word;
  base::Place place;
  int points = 0;
};

struct RedFlag {
  std::string id;
  base::Place place;
  int level = 0;
  Expression when;
  Text because;
  std::vector<int> sources;
};

// An instrument: the sum of the points of those members that are yes. Each member counts by itself.
struct ScoreMember {
  std::string id;
  base::Place place;
  int points = 0;
  Expression when;
};

struct Band {  // Both ends belong to it.
  std::string id;
  base::Place place;
  int low = 0;
  int high = 0;
};

struct Score {
  std::string id;
  base::Place place;
  std::vector<ScoreMember> sum;
  std::vector<Band> bands;  // None, or every sum that can be reached lies in exactly one.
  std::vector<int> sources;
};

// The least and the greatest sum that the members could give.
std::pair<std::int64_t, std::int64_t> bounds(const Score& score) noexcept;

struct Argument {
  std::string id;
  base::Place place;
  int points = 0;
  Expression when;
  Text because;
  std::vector<int> sources;
};

struct Claim {
  base::Place place;
  std::string modality;
  std::string magnitude;
  Text says;
  std::vector<int> sources;
};

enum class Position : std::uint8_t { favors, against, in_package, no_recommendation };

// What a guide says of one treatment or group.
struct Opinion {
  int treatment = -1;
  base::Place place;
  std::optional<Position> position;
  int strength = -1;      // Into Guide::strengths; -1 where it has none.
  std::vector<int> with;  // Treatments of the package.
  std::optional<Expression> when;
  std::vector<Argument> arguments;
  std::vector<Claim> claims;
  std::vector<int> sources;
};

struct Contraindication {
  std::string id;
  base::Place place;
  Expression when;
  std::vector<int> blocks;  // Treatments and groups.
  std::vector<int> cautions;
  Text because;
  std::vector<int> sources;
};

struct Obligation {
  std::string id;
  base::Place place;
  std::vector<int> beside;
  Text says;
  std::vector<int> sources;
};

struct Notice {
  std::string id;
  base::Place place;
  std::optional<Expression> when;
  Text says;
  std::vector<int> sources;
};

struct NotEncoded {
  std::string id;
  base::Place place;
  Text because;
  std::vector<int> sources;
};

enum class Status : std::uint8_t { draft, active, retired };

// What one site changed in a guide. The guide's lists are already as it left them.
struct OverlayChange {
  std::string what;  // "withdraw acupuncture", "replace few_weeks", "add local_policy"
  Text because;
};

struct Overlay {
  std::string id;
  base::Place place;
  std::vector<OverlayChange> changes;  // In written order.
};

struct Guide {
  std::string id;
  base::Place place;
  std::string version;
  Text title;
  Text intended_use;
  Status status = Status::active;
  std::optional<Date> valid_until;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::optional<Expression> scope;  // Absent means everyone.
  int defer_from = -1;              // Care level; -1 when it never defers.
  std::vector<Parameter> parameters;
  std::vector<Source> sources;
  std::vector<Strength> strengths;
  std::vector<Condition> conditions;
  std::vector<RedFlag> red_flags;
  std::vector<Score> scores;
  std::vector<Opinion> opinions;
  std::vector<Contraindication> contraindications;
  std::vector<Obligation> obligations;
  std::vector<Notice> notices;
  std::vector<NotEncoded> not_encoded;
  std::vector<Property> properties;
  std::vector<Overlay> overlays;  // By file path.
  std::vector<int> withdrawn;     // Treatments and groups on which it is silent, whatever it says of the groups above.
};

struct Profile {
  std::string id;
  base::Place place;
  int rank_by = -1;  // Guides, by index.
  std::vector<int> guards;
  std::vector<int> consult;
  std::vector<int> defer_by;
  int defer_from = -1;  // Care level; -1 when treatments never wait.
};

// A warning that need not be said, and why. A guide's speaks for its own files, the vocabulary's for all.
struct Silence {
  struct Named {
    std::string text;
    base::Place place;
  };
  std::string code;  // "V0601"
  base::Place place;
  std::vector<Named> of;  // What the warning's message must name; empty for every warning of this code.
  std::string because;
  std::vector<int> files;  // Of a guide.
};

struct RuleSet {
  std::shared_ptr<const base::Files> files;
  Vocabulary vocabulary;
  std::vector<Guide> guides;      // By path of their first file.
  std::vector<Profile> profiles;  // As written.
  std::vector<Silence> silences;
};

// The profile of this id, or a guide alone (rank_by it, deferral by its own defer_from); nothing when neither exists.
std::optional<Profile> find_profile(const RuleSet& rules, std::string_view id);

}  // namespace vertebra::model
