#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <vertebra/outcome.hpp>

namespace vertebra::cli {

// How outcomes are to look on standard output.
TextStyle terminal_style();

// A wrapped text that hangs beside its lead, such as "  - "; ends with a newline.
std::string hanging(std::string_view lead, std::string_view text);

// A talk over standard input and output. While it lives, Ctrl-C ends the wait for a line and not the program.
class Talk {
 public:
  Talk();
  ~Talk();
  Talk(const Talk&) = delete;
  Talk& operator=(const Talk&) = delete;

  void say(std::string_view text);
  // The next line without blanks at its ends; nothing at the end of the input and after Ctrl-C. What does not come from a
  // terminal is repeated on the output, so that it can be read afterwards.
  std::optional<std::string> hear();

 private:
  bool read_more();

  std::string pending_;
  bool ended_ = false;
};

}  // namespace vertebra::cli
