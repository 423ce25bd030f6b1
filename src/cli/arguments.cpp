#include "cli/arguments.hpp"

#include <algorithm>
#include <sstream>
#include <variant>

#include <boost/program_options.hpp>

#include <vertebra/patient.hpp>

#include "cli/suggestion.hpp"

namespace vertebra::cli {
namespace {

namespace po = boost::program_options;

po::options_description described(const Usage& usage) {
  po::options_description description{"Options"};
  for (const auto& option : usage.options) {
    const std::string name{option.name};
    const std::string about{option.about};
    if (option.value.empty()) {
      description.add_options()(name.c_str(), about.c_str());
      continue;
    }
    auto* value = po::value<std::string>()->value_name(std::string{option.value});
    description.add_options()(name.c_str(), value, about.c_str());
  }
  description.add_options()("help,h", "say this and nothing else");
  return description;
}

std::string help_text(const Usage& usage) {
  std::string line = "Usage: " + program_name(usage);
  for (const auto& option : usage.options) {
    const std::string text =
        "--" + std::string{option.name} + (option.value.empty() ? "" : " ") + std::string{option.value};
    line += option.required ? " " + text : " [" + text + "]" + (option.repeats ? "..." : "");
  }
  if (!usage.rest.empty()) line += " [" + std::string{usage.rest} + "...]";
  std::ostringstream options;
  options << described(usage);
  return line + "\n\n" + std::string{usage.summary} + "\n\n" + options.str() + "\nExample:\n  " +
         std::string{usage.example} + "\n";
}

std::vector<std::string> option_names(const Usage& usage) {
  std::vector<std::string> names{"--help"};
  for (const auto& option : usage.options) names.push_back("--" + std::string{option.name});
  return names;
}

std::string help_hint(const Usage& usage) { return "see `" + program_name(usage) + " --help`"; }

Reply unknown_option(const Usage& usage, const std::string& name) {
  const std::string near = suggestion(name, option_names(usage));
  return wrong_use(program_name(usage), "`" + name + "` is not an option", near.empty() ? help_hint(usage) : near);
}

// No guessing: `--prof` must not begin to mean something else when an option is added.
po::parsed_options parsed(const po::options_description& description, const std::vector<std::string>& words) {
  constexpr int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
  return po::command_line_parser{words}.options(description).style(style).run();
}

bool may_repeat(const Usage& usage, std::string_view name) {
  return std::any_of(usage.options.begin(), usage.options.end(),
                     [&](const Option& option) { return option.name == name && option.repeats; });
}

Reply no_choice(const Usage& usage, const Option& option, const std::string& value,
                const std::vector<std::string>& choices) {
  std::string all;
  for (const auto& choice : choices) all.append(all.empty() ? "`" : ", `").append(choice).append("`");
  const std::string near = suggestion(value, choices);
  return wrong_use(program_name(usage), "`--" + std::string{option.name} + "` cannot be `" + value + "`",
                   near.empty() ? "choose one of " + all : near);
}

std::optional<Reply> check_value(const Usage& usage, const Option& option, const std::string& value) {
  if (Date day{}; option.value == "DATE" && !parse_date(value, day)) {
    return wrong_use(program_name(usage), "`" + value + "` is not a day of the calendar",
                     "write year, month and day, as 2026-01-31");
  }
  if (option.choices.empty()) return std::nullopt;
  const auto choices = split(option.choices);
  for (const auto& each : option.takes_several ? split(value) : std::vector{value})
    if (std::find(choices.begin(), choices.end(), each) == choices.end())
      return no_choice(usage, option, each, choices);
  return std::nullopt;
}

std::optional<Reply> check_values(const Usage& usage, const Arguments& arguments) {
  for (const auto& option : usage.options)
    for (const auto& value : arguments.all(option.name))
      if (auto reply = check_value(usage, option, value)) return reply;
  return std::nullopt;
}

std::variant<Arguments, Reply> collect(const Usage& usage, const po::parsed_options& options) {
  Arguments::Values values;
  std::vector<std::string> rest;
  for (const auto& option : options.options) {
    if (option.position_key >= 0 || option.string_key.empty()) {
      const std::string word = option.value.empty() ? std::string{} : option.value.front();
      if (!usage.rest.empty()) {
        rest.push_back(word);
        continue;
      }
      return wrong_use(program_name(usage), "`" + word + "` is not expected here", help_hint(usage));
    }
    const std::string value = option.value.empty() ? std::string{} : option.value.front();
    auto& given = values[option.string_key];
    if (!given.empty() && !may_repeat(usage, option.string_key)) {
      return wrong_use(program_name(usage), "`--" + option.string_key + "` is given twice", help_hint(usage));
    }
    given.push_back(value);
  }
  if (values.contains("help")) return Reply{Exit::done, help_text(usage), {}};
  for (const auto& option : usage.options) {
    if (!option.required || values.contains(option.name)) continue;
    return wrong_use(
        program_name(usage), "`--" + std::string{option.name} + "` is missing",
        "give --" + std::string{option.name} + " " + std::string{option.value} + ": " + std::string{option.about});
  }
  Arguments arguments{std::move(values), std::move(rest)};
  if (auto reply = check_values(usage, arguments)) return *std::move(reply);
  return arguments;
}

// Either the arguments, or what to say instead: help, or what is wrong with them.
std::variant<Arguments, Reply> parse(const Usage& usage, const std::vector<std::string>& words) {
  try {
    const auto description = described(usage);
    return collect(usage, parsed(description, words));
  } catch (const po::unknown_option& problem) {
    return unknown_option(usage, problem.get_option_name());
  } catch (const po::invalid_command_line_syntax& problem) {
    const bool extra = problem.kind() == po::invalid_syntax::extra_parameter;
    return wrong_use(program_name(usage),
                     "`" + problem.get_option_name() + (extra ? "` takes no value" : "` needs a value"),
                     help_hint(usage));
  } catch (const po::error& problem) {
    return wrong_use(program_name(usage), problem.what(), help_hint(usage));
  }
}

}  // namespace

std::optional<std::string> Arguments::find(std::string_view name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? std::nullopt : std::optional{found->second.front()};
}

std::vector<std::string> Arguments::all(std::string_view name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? std::vector<std::string>{} : found->second;
}

std::string Arguments::get(std::string_view name, std::string_view otherwise) const {
  return find(name).value_or(std::string{otherwise});
}

std::string program_name(const Usage& usage) { return "vertebra " + std::string{usage.command}; }

Reply run_command(const Usage& usage, const std::vector<std::string>& words, Reply (*command)(const Arguments&)) {
  auto parsed = parse(usage, words);
  if (auto* reply = std::get_if<Reply>(&parsed)) return *std::move(reply);
  return command(std::get<Arguments>(parsed));
}

std::vector<std::string> split(std::string_view text, char mark) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(mark), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

bool is_id(std::string_view text) noexcept {
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  if (text.empty() || !is_lower(text.front())) return false;
  for (const char c : text)
    if (!is_lower(c) && c != '_' && !(c >= '0' && c <= '9')) return false;
  return true;
}

}  // namespace vertebra::cli
