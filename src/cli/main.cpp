#include <unistd.h>

#include <csignal>
#include <exception>

#include <vertebra/version.hpp>

#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/suggestion.hpp"

namespace vertebra::cli {
namespace {

constexpr std::size_t name_columns = 17;

std::string help_text() {
  std::string text =
      "Usage: vertebra COMMAND [OPTION]...\n\nSays what a clinical rule set advises for a patient, and why.\n"
      "Not a medical device: it restates guides inside clinicians' systems.\n\nCommands:\n";
  for (const auto& command : commands) {
    text += "  " + std::string{command.name} + std::string(name_columns - command.name.size(), ' ');
    text += std::string{command.summary} + "\n";
  }
  return text + "\nOptions:\n  --help      say this and nothing else\n  --version   say the version\n\n" +
         "`vertebra COMMAND --help` tells more, with an example.\n\n" +
         "Exit status: 0 done, 1 the rules or the patient have errors, 2 wrong use or an unreadable file.\n";
}

Reply unknown_command(const std::string& word) {
  std::vector<std::string> known{"--help", "--version"};
  for (const auto& command : commands) known.emplace_back(command.name);
  const std::string near = suggestion(word, known);
  return wrong_use("vertebra", "`" + word + "` is not a command", near.empty() ? "see `vertebra --help`" : near);
}

Reply run(const Words& words) {
  if (words.empty()) return {Exit::wrong_use, {}, help_text()};
  const std::string& first = words.front();
  if (first == "--help" || first == "-h") return {Exit::done, help_text(), {}};
  if (first == "--version") return {Exit::done, "vertebra " + std::string{version()} + "\n", {}};
  for (const auto& command : commands) {
    if (command.name == first) return command.run({words.begin() + 1, words.end()});
  }
  return unknown_command(first);
}

// Memory can run out; nothing else throws this far.
Reply run_safely(const Words& words) {
  try {
    return run(words);
  } catch (const std::exception& problem) {
    return wrong_use("vertebra", std::string{"it had to stop: "} + problem.what());
  }
}

int say(const Reply& reply) {
  write_all(STDERR_FILENO, reply.err);
  if (write_all(STDOUT_FILENO, reply.out)) return static_cast<int>(reply.exit);
  write_all(STDERR_FILENO, "vertebra: the output could not be written: the disk is full or the reader has gone\n");
  return static_cast<int>(Exit::wrong_use);
}

}  // namespace
}  // namespace vertebra::cli

int main(int count, char** words) {
  std::signal(SIGPIPE, SIG_IGN);  // A reader that went away is then an error of write, which is reported.
  return vertebra::cli::say(vertebra::cli::run_safely({words + (count > 0 ? 1 : 0), words + count}));
}
