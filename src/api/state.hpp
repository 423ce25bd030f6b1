#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <vertebra/engine.hpp>
#include <vertebra/why.hpp>

#include "base/fact_shape.hpp"
#include "eval/answers.hpp"
#include "eval/result.hpp"
#include "explain/why_tree.hpp"
#include "explain/written.hpp"
#include "image/image.hpp"
#include "model/rule_set.hpp"

// What stands behind the opaque types of the public headers.
namespace vertebra {

// INVARIANT: never changes once built. `image` was compiled from `rules` as `profile` sees them.
struct RuleSet::State {
  model::RuleSet rules;  // Its texts are in `language` where it has them.
  std::string language;
  std::string vocabulary;    // Its id.
  bool is_compiled = false;  // Then `rules` and `profile` are empty.
  model::Profile profile;
  image::Image image;
  std::optional<explain::Written>
      written;                          // Where the rules are: it refers to the rules and the image of this very state.
  std::vector<base::FactShape> shapes;  // As image.facts.
  std::optional<eval::Answers> unknown;                            // Always there: nothing is known.
  std::unordered_map<std::string_view, std::uint32_t> fact_by_id;  // Views into shapes.
};

struct Patient::State {
  std::shared_ptr<const RuleSet::State> rule_set;
  eval::Answers answers;
  std::vector<base::Possible> given;  // The same as it was said.
};

struct Outcome::State {
  std::shared_ptr<const RuleSet::State> rule_set;
  eval::Result result;
};

struct Why::State {
  std::shared_ptr<const RuleSet::State> rule_set;
  WhyQuestion question;
  Date as_of;
  explain::WhyTree tree;
  std::vector<base::Possible> given;  // As Patient::State.
};

}  // namespace vertebra
