#include "cli/rules.hpp"

#include <sys/stat.h>

#include "cli/files.hpp"

namespace vertebra::cli {
namespace {

// True when --rules names a file.
bool is_image(const Arguments& arguments) {
  struct stat status {};
  return ::stat(arguments.get("rules").c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

}  // namespace

LoadOptions load_options(const Arguments& arguments) {
  return {.site = arguments.get("site"), .language = arguments.get("language")};
}

LoadResult load_rules(const Arguments& arguments) {
  const std::string folder = arguments.get("rules");
  if (auto problem = check_folder(folder)) return {std::nullopt, {*std::move(problem)}};
  return load_rule_set(folder, arguments.get("profile", "default"), load_options(arguments));
}

std::optional<Reply> check_image_options(const Usage& usage, const Arguments& arguments) {
  if (!is_image(arguments)) return std::nullopt;
  for (const char* option : {"profile", "site", "language", "fhir"}) {
    if (!arguments.find(option)) continue;
    return wrong_use(program_name(usage),
                     "`--" + std::string{option} + "` does not go with a compiled rule set, in which it is settled",
                     "give the folder of the rules");
  }
  return std::nullopt;
}

LoadResult load_rules_or_image(const Arguments& arguments) {
  if (!is_image(arguments)) return load_rules(arguments);
  const auto input = read_input(arguments.get("rules"), image_limit);
  if (const auto* problem = std::get_if<Diagnostic>(&input)) return {std::nullopt, {*problem}};
  const auto& [name, bytes] = std::get<Input>(input);
  return load_image(bytes, name);
}

}  // namespace vertebra::cli
