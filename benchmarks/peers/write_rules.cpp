#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "generated_rules.hpp"
#include "plan.hpp"

// vertebra_peers_rules RULES FOLDER: writes a generated rule set of that many rules as files.
int main(int count, char** words) {
  if (count != 3) peers::fail("usage: vertebra_peers_rules RULES FOLDER");
  for (const auto& [name, text] : generated::rule_set(std::atoi(words[1]))) {
    const std::filesystem::path path = std::filesystem::path{words[2]} / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream file{path, std::ios::binary};
    file << text;
    if (!file.flush()) peers::fail("cannot write " + path.string());
  }
}
