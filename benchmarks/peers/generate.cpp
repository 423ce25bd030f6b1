#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>

#include "writers.hpp"

// vertebra_peers_generate RULES PROFILE FOLDER: writes into the folder what the peers of that profile are made from.

namespace {

void write(const std::string& name, const std::string& text) {
  std::ofstream file{name, std::ios::binary};
  file << text;
  if (!file.flush()) peers::fail("cannot write " + name);
}

}  // namespace

int main(int count, char** words) {
  if (count != 4) peers::fail("usage: vertebra_peers_generate RULES PROFILE FOLDER");
  const peers::Workload all = peers::make_workload(words[1], words[2]);
  const std::string folder = std::string{words[3]} + "/";
  write(folder + "idiomatic.cpp", peers::idiomatic_cpp(all.plan));
  write(folder + "best.cpp", peers::best_cpp(all.plan));
  write(folder + "rules.clp", peers::clips_rules(all.plan));
  write(folder + "plan.json", peers::plan_json(all));
}
