#include <vertebra/rule_set.hpp>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/rules.hpp"

namespace vertebra::cli {
namespace {

const Usage& usage() {
  static const Usage text{
      "compile",
      "Writes what one profile needs to be run and explained as one file, from which `vertebra evaluate` starts at "
      "once.\n"
      "The file belongs to this version of the program; the rules are not in it as they were written.",
      {rules_option, profile_option, site_option, language_option, {"output", "FILE", "where to write it", true}},
      "vertebra compile --rules rules/low_back_pain --output low_back_pain.image",
  };
  return text;
}

Reply compile(const Arguments& arguments) {
  const auto loaded = load_rules(arguments);
  if (!loaded.rule_set) return refused(loaded.diagnostics);
  if (const auto problem = write_file(arguments.get("output"), to_image(*loaded.rule_set))) return refused({*problem});
  return {Exit::done, {}, listed(loaded.diagnostics)};
}

}  // namespace

Reply run_compile(const Words& words) { return run_command(usage(), words, compile); }

}  // namespace vertebra::cli
