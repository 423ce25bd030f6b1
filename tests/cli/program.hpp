#pragma once

#include <string>
#include <vector>

namespace vertebra::test {

// What one run of a program left behind.
struct Ran {
  int exit = -1;  // -1 when it did not end by itself.
  std::string out;
  std::string err;
};

enum class Output { kept, full_disk, closed_pipe };

struct Setting {
  std::string in;                // Standard input.
  Output output = Output::kept;  // Where standard output goes.
  std::vector<std::string> environment;
  std::string interrupt_at;  // Ctrl-C once standard output holds this; standard input stays open until it ends.
};

// Runs the program `vertebra`, without a shell.
Ran run_vertebra(const std::vector<std::string>& words, const Setting& setting = {});

}  // namespace vertebra::test
