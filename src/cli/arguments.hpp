#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/reply.hpp"

namespace vertebra::cli {

struct Option {
  std::string_view name;
  std::string_view value;  // What stands for it in help, such as "DIR"; empty for one that takes none.
  std::string_view about;
  bool required = false;
  bool repeats = false;  // May be given several times.
};

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

// Either the arguments, or what to say instead: help, or what is wrong with them.
std::variant<Arguments, Reply> parse(const Usage& usage, const std::vector<std::string>& words);

// "a,b" as its words.
std::vector<std::string> split_list(std::string_view text);

// "`xml` is not a form that …" with the nearest choice, when the value is not one of them.
std::optional<Reply> check_choice(const Usage& usage, std::string_view option, const std::string& value,
                                  const std::vector<std::string>& choices);

}  // namespace vertebra::cli
