#include <string>
#include <string_view>
#include <vector>

#include <vertebra/rule_set.hpp>
#include <vertebra/vocabulary.hpp>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/rules.hpp"

namespace vertebra::cli {
namespace {

const Usage& usage() {
  static const Usage text{
      "codes",
      "Lists facts and treatments with their codes, and guides with their attributes and sources, each with the mark "
      "that\n"
      "says how well it was checked, and what rests on it.",
      {rules_option, profile_option, site_option,
       one_of("text,json", {"format", "FORM", "text or json (default: text)"})},
      "vertebra codes --rules rules/low_back_pain",
  };
  return text;
}

constexpr std::size_t id_columns = 32;
constexpr std::size_t system_columns = 9;

std::string padded(std::string_view text, std::size_t columns) {
  std::string out{text};
  out.append(out.size() < columns ? columns - out.size() : 1, ' ');
  return out;
}

std::string line_of(const CodeBinding& code) {
  std::string line = padded(code.system, system_columns);
  line.append(code.code).append("  ").append(code.mark);
  if (!code.value.empty()) line.append("  = ").append(code.value);
  if (!is_emitted(code.mark)) line += "  (listed only)";
  return line + "\n";
}

template <class List>
std::string table_of(const List& list) {
  std::string out;
  for (const auto& each : list) {
    out += "  " + padded(each.id, id_columns);
    if (each.codes.empty()) out += "no code\n";
    for (std::size_t i = 0; i < each.codes.size(); ++i)
      out += (i == 0 ? "" : std::string(id_columns + 2, ' ')) + line_of(each.codes[i]);
  }
  return out;
}

std::string line_of(const SourceInfo& source) {
  std::string line = "    " + padded(source.mark, 4) + padded(source.id, 8);
  for (std::size_t i = 0; i < source.rules.size(); ++i) line.append(i == 0 ? "" : ", ").append(source.rules[i]);
  if (source.rules.empty()) line += "nothing rests on it";
  return line + "\n";
}

// Sources without a mark are counted only: nothing is said of how well they were checked.
std::string described(const GuideInfo& guide) {
  std::string out = "  " + std::string{guide.id} + " " + std::string{guide.version} + "\n";
  for (const SourceAttribute& each : guide.attributes)
    out.append("    ").append(each.name).append(": ").append(each.text).append("\n");
  std::size_t unmarked = 0;
  for (const SourceInfo& each : guide.sources) {
    if (each.mark.empty()) ++unmarked;
    if (!each.mark.empty()) out += line_of(each);
  }
  if (unmarked > 0) out += "    without a mark: " + std::to_string(unmarked) + "\n";
  return out;
}

constexpr std::string_view marks_of_codes =
    "Marks of codes: V an institution's artefact, C several community sources, W one source or disagreement, U not\n"
    "checked. Only V and C are emitted; W and U are listed here and nowhere else.\n";
constexpr std::string_view marks_of_sources =
    "Marks of sources: V seen in the text itself, V2 seen in a digest of it, GK general knowledge that still needs a\n"
    "check. Beside each stands what rests on it.\n";

std::string listed(const RuleSet& rules) {
  std::string out{marks_of_codes};
  out += "\nFACTS\n" + table_of(facts(rules)) + "\nTREATMENTS\n" + table_of(treatments(rules)) + "\nGUIDES\n";
  out += marks_of_sources;
  for (const GuideInfo& each : guides(rules)) out += described(each);
  return out;
}

Reply codes(const Arguments& arguments) {
  const auto loaded = load_rules(arguments);
  if (!loaded.rule_set) return refused(loaded.diagnostics);
  const RuleSet& rules = *loaded.rule_set;
  return {Exit::done, arguments.get("format") == "json" ? codes_to_json(rules) + "\n" : listed(rules), {}};
}

}  // namespace

Reply run_codes(const Words& words) { return run_command(usage(), words, codes); }

}  // namespace vertebra::cli
