#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <vertebra/diagnostic.hpp>
#include <vertebra/patient.hpp>

namespace vertebra {

// A rule set as one profile sees it: checked, compiled and read-only. Copies share one body; safe to share among threads.
class RuleSet {
 public:
  struct State;
  explicit RuleSet(std::shared_ptr<const State> state) : state_{std::move(state)} {}

  std::string_view profile() const noexcept;
  // "sha256:…" over the canonical form of everything that this profile uses.
  std::string_view hash() const noexcept;

  std::string_view language() const noexcept;  // Of its texts: a tag such as "en".

  // True when it came from load_image(): it says of every patient what the rules say, but the rules themselves are not
  // there. So it answers no `why` and reads no FHIR records, its facts have no codes, and it has no graph, no treatments()
  // and no guides() of vocabulary.hpp.
  bool is_compiled() const noexcept;

  const State& state() const noexcept { return *state_; }  // For the library itself.
  const std::shared_ptr<const State>& shared_state() const noexcept { return state_; }

 private:
  std::shared_ptr<const State> state_;
};

struct LoadResult {
  std::optional<RuleSet> rule_set;      // Set when no diagnostic is an error.
  std::vector<Diagnostic> diagnostics;  // In file order; warnings may accompany a rule set.
};

// What may be said beside the folder of the rules.
struct LoadOptions {
  // A file, or a folder, of what a site keeps apart from the rules that it was given: overlays first of all, or profiles
  // and guides of its own. Read after the rule folder as if it stood there; only FHIR mappings are not. Empty for none.
  std::string site;
  // The language of every text of the rules, by the tag that the vocabulary lists; a text that it lacks is given in the
  // first language, which is also what an empty tag means. Changes no decision and no hash.
  std::string language;
};

// Reads every .yaml and .json file of a folder (and the folders in it), checks all of it, and compiles what the profile
// uses. Files of cases are passed over: check_rule_set and run_cases read them. `profile` is the id of a profile or of a
// guide (then that guide speaks alone). Limits: 4 MiB a file, 64 MiB a folder, depth 32. Reads nothing outside the folder.
// Never throws for what a file holds.
LoadResult load_rule_set(std::string_view folder, std::string_view profile, const LoadOptions& options = {});

struct CheckOptions {
  std::string site;           // As in LoadOptions.
  std::optional<Date> as_of;  // The day on which guides must be valid; without it no guide counts as expired.
};

// The same without choosing a profile: every problem of every document, in file order. What the rule set itself silences is
// left out.
std::vector<Diagnostic> check_rule_set(std::string_view folder, const CheckOptions& options = {});

// What one profile needs to be run and explained, as the bytes of a file: to start at once, and to move a rule set to
// another process. The same bytes for the same rules.
std::string to_image(const RuleSet& rule_set);

// The rule set of such bytes; `name` stands in messages. Bytes that are damaged, of another version or of anything else are
// refused: every part is checked before it is used.
LoadResult load_image(std::string_view bytes, std::string_view name);

}  // namespace vertebra
