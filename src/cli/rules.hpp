#pragma once

#include <optional>
#include <string>

#include <vertebra/rule_set.hpp>

#include "cli/arguments.hpp"

// The arguments by which every command names the rules that it is about.
namespace vertebra::cli {

inline constexpr Option rules_option{"rules", "DIR", "the folder of the rule set", true};
inline constexpr Option rules_or_image_option{"rules", "PATH",
                                              "the folder of the rule set, or a file that `compile` wrote", true};
inline constexpr Option profile_option{"profile", "ID", "a profile or a guide of it (default: the profile `default`)"};
inline constexpr Option site_option{"site", "PATH", "a file or folder of your own to read with it, such as an overlay"};
inline constexpr Option language_option{"language", "TAG", "of the rules' texts, such as en (default: their first)"};

LoadOptions load_options(const Arguments& arguments);

// With --rules, --profile, --site and --language as they were given; a folder that cannot be read is a diagnostic too.
LoadResult load_rules(const Arguments& arguments);

// The same, or a file that `vertebra compile` wrote, in which everything but --rules is settled.
LoadResult load_rules_or_image(const Arguments& arguments);

// What is wrong with options that a compiled rule set leaves no room for; nothing when all is well.
std::optional<Reply> check_image_options(const Usage& usage, const Arguments& arguments);

}  // namespace vertebra::cli
