#include "cli/terminal.hpp"

#include <sys/select.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>

#include "cli/files.hpp"

namespace vertebra::cli {
namespace {

constexpr std::size_t width = 80;

bool wants_color() {
  const char* no_color = std::getenv("NO_COLOR");
  return ::isatty(STDOUT_FILENO) == 1 && (no_color == nullptr || *no_color == '\0');
}

void handle_interrupt(void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  ::sigaction(SIGINT, &action, nullptr);
}

// SIG_BLOCK: Ctrl-C waits until it is asked for; SIG_UNBLOCK: no longer.
void hold_interrupt(int how) {
  sigset_t interrupt;
  ::sigemptyset(&interrupt);
  ::sigaddset(&interrupt, SIGINT);
  ::sigprocmask(how, &interrupt, nullptr);
}

// Waits for input or Ctrl-C, whichever is first; false for the latter, also when it came before the wait.
bool wait_for_input() {
  sigset_t open;
  ::sigprocmask(SIG_BLOCK, nullptr, &open);  // Asks only.
  ::sigdelset(&open, SIGINT);
  fd_set input;
  FD_ZERO(&input);
  FD_SET(STDIN_FILENO, &input);
  return ::pselect(STDIN_FILENO + 1, &input, nullptr, nullptr, nullptr, &open) >= 0;
}

std::string trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return std::string{text.substr(first, text.find_last_not_of(blanks) - first + 1)};
}

std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char each) {
    return (static_cast<unsigned char>(each) & 0xc0U) != 0x80U;  // Not the rest of a UTF-8 character.
  }));
}

}  // namespace

TextStyle terminal_style() {
  TextStyle style;
  style.color = wants_color();
  return style;
}

std::string hanging(std::string_view lead, std::string_view text) {
  const std::string margin(columns(lead), ' ');
  std::string out;
  std::string line{lead};
  bool fresh = true;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!fresh && columns(line) + 1 + columns(word) > width) {
      out += line + "\n";
      line = margin;
      fresh = true;
    }
    line.append(fresh ? "" : " ").append(word);
    fresh = false;
  }
  return out + line + "\n";
}

// Held back but while a line is waited for, so that no Ctrl-C is lost in between.
Talk::Talk() {
  hold_interrupt(SIG_BLOCK);
  handle_interrupt([](int) {});
}

// In this order: a Ctrl-C that still waits was meant for the talk.
Talk::~Talk() {
  hold_interrupt(SIG_UNBLOCK);
  handle_interrupt(SIG_DFL);
}

void Talk::say(std::string_view text) { write_all(STDOUT_FILENO, text); }

std::optional<std::string> Talk::hear() {
  std::size_t end = pending_.find('\n');
  while (end == std::string::npos && read_more()) end = pending_.find('\n');
  if (end == std::string::npos && (ended_ || pending_.empty())) return std::nullopt;
  const std::string line = trimmed(std::string_view{pending_}.substr(0, end));
  pending_.erase(0, end == std::string::npos ? end : end + 1);
  if (::isatty(STDIN_FILENO) != 1) say(line + "\n");
  return line;
}

// False at the end, where a last line without a line break still counts, and when interrupted, where nothing does.
bool Talk::read_more() {
  char buffer[4096];
  if (ended_ || pending_.size() > patient_limit) return false;
  const ssize_t got = wait_for_input() ? ::read(STDIN_FILENO, buffer, sizeof buffer) : -1;
  if (got < 0) ended_ = true;
  if (got <= 0) return false;
  pending_.append(buffer, static_cast<std::size_t>(got));
  return true;
}

}  // namespace vertebra::cli
