#pragma once

#include <string>
#include <vector>

#include <vertebra/diagnostic.hpp>

namespace vertebra::cli {

enum class Exit : int {
  done = 0,
  findings = 1,   // The rules or the patient have errors.
  wrong_use = 2,  // The command line is wrong, or a file cannot be read or written.
};

// What a command wants to say. Nothing is printed before a command is through, so that a failure leaves no half output.
struct Reply {
  Exit exit = Exit::done;
  std::string out;
  std::string err;
};

// A problem of the command line: "vertebra evaluate: …", and what to do next.
Reply wrong_use(const std::string& program, const std::string& message, const std::string& help = {});

// Problems in files, in the form for a terminal.
std::string listed(const std::vector<Diagnostic>& diagnostics);
Reply refused(const std::vector<Diagnostic>& diagnostics);

}  // namespace vertebra::cli
