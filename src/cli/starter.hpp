#pragma once

#include <string_view>
#include <vector>

namespace vertebra::cli {

struct StarterFile {
  std::string_view name;
  std::string_view text;  // "{id}" stands for the id of the new rule set.
};

// A small rule set that passes every check, with a word at each part that an author changes first.
const std::vector<StarterFile>& starter_files();

}  // namespace vertebra::cli
