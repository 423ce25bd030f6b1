#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/reply.hpp"

namespace vertebra::cli {

struct Option {
  std::string_view name;
  // What stands for it in help, such as "DIR"; empty for one that takes none. Where it is "DATE", a day must be given.
  std::string_view value;
  std::string_view about;
  bool required = false;
  bool repeats = false;        // May be given several times.
  std::string_view choices{};  // As in "text,json"; empty for one that takes anything.
  bool takes_several = false;  // Of its choices, as in "a,b"; else exactly one.
};

constexpr Option one_of(std::string_view choices, Option option) {
  option.choices = choices;
  return option;
}

constexpr Option some_of(std::string_view choices, Option option) {
  option.takes_several = true;
  return one_of(choices, option);
}

// A sub-command as `--help` and the reader of its arguments see it.
struct Usage {
  std::string_view command;
  std::string_view summary;
  std::vector<Option> options;
  std::string_view example;
  std::string_view rest{};  // What stands for further words in help; without it there may be none.
};

// The options that were given, by name.
class Arguments {
 public:
  using Values = std::map<std::string, std::vector<std::string>, std::less<>>;
  Arguments(Values values, std::vector<std::string> rest) : values_{std::move(values)}, rest_{std::move(rest)} {}

  std::optional<std::string> find(std::string_view name) const;
  std::vector<std::string> all(std::string_view name) const;  // In the order in which they were given.
  std::string get(std::string_view name, std::string_view otherwise = {}) const;
  const std::vector<std::string>& rest() const noexcept { return rest_; }

 private:
  Values values_;
  std::vector<std::string> rest_;
};

std::string program_name(const Usage& usage);  // "vertebra evaluate"

// Runs a command with its arguments. Where they are not as the usage has them it is not run, and the reply says what is
// wrong; for --help it is the help.
Reply run_command(const Usage& usage, const std::vector<std::string>& words, Reply (*command)(const Arguments&));

// "a,b" as its parts; what ends with the mark has no further one.
std::vector<std::string> split(std::string_view text, char mark = ',');

// As the rule files have ids.
bool is_id(std::string_view text) noexcept;

}  // namespace vertebra::cli
