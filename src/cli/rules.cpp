#include "cli/rules.hpp"

#include "cli/files.hpp"

namespace vertebra::cli {

LoadOptions load_options(const Arguments& arguments) {
  return {.site = arguments.get("site"), .language = arguments.get("language")};
}

LoadResult load_rules(const Arguments& arguments) {
  const std::string folder = arguments.get("rules");
  if (auto problem = check_folder(folder)) return {std::nullopt, {*std::move(problem)}};
  return load_rule_set(folder, arguments.get("profile", "default"), load_options(arguments));
}

}  // namespace vertebra::cli
