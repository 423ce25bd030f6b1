// Reads the #include lines of the project and holds them against layers.txt, so that the table of the architecture
// stays true: `eval` never sees `model`, `check` never sees `eval`, programs use only what a customer can use.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::string trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == text.npos) return {};
  return std::string{text.substr(first, text.find_last_not_of(" \t") - first + 1)};
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in{std::string{text}};
  for (std::string part; std::getline(in, part, separator);) {
    if (!trim(part).empty()) parts.push_back(trim(part));
  }
  return parts;
}

struct Include {
  int line;
  std::string path;
  bool quoted;
};

std::vector<Include> includes_of(std::istream& source) {
  std::vector<Include> found;
  std::string line;
  for (int number = 1; std::getline(source, line); ++number) {
    std::string rest = trim(line);
    if (!rest.starts_with('#')) continue;
    rest = trim(rest.substr(1));
    if (!rest.starts_with("include")) continue;
    rest = trim(rest.substr(7));
    const bool quoted = rest.starts_with('"');
    if (!quoted && !rest.starts_with('<')) continue;  // a macro: its definition is checked where it is written
    const auto end = rest.find(quoted ? '"' : '>', 1);
    if (end != rest.npos) found.push_back({number, rest.substr(1, end - 1), quoted});
  }
  return found;
}

bool is_standard(const std::string& header) {
  static const std::set<std::string> of_c{"assert.h", "errno.h",  "float.h",   "inttypes.h", "limits.h",
                                          "math.h",   "stdarg.h", "stdbool.h", "stddef.h",   "stdint.h",
                                          "stdio.h",  "stdlib.h", "string.h",  "time.h"};
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return of_c.contains(header) || std::ranges::all_of(header, plain);
}

class LayerTable {
 public:
  explicit LayerTable(std::istream& table) {
    for (std::string line; std::getline(table, line);) {
      line = trim(line.substr(0, line.find('#')));
      if (line.empty()) continue;
      const auto bar = line.find('|');
      const auto equals = line.find('=');
      if (bar != line.npos) {
        add_layer(line, bar);
      } else if (equals != line.npos) {
        packages_[trim(line.substr(0, equals))] = split(line.substr(equals + 1), ' ');
      } else {
        unreadable_.push_back(line);
      }
    }
  }

  // Names that no row defines; empty when the table is whole.
  std::vector<std::string> unknown_names() const {
    std::vector<std::string> unknown = unreadable_;
    for (const auto& [name, layer] : layers_) {
      for (const auto& below : layer.below) {
        if (!layers_.contains(below)) unknown.push_back(below);
      }
      for (const auto& package : layer.packages) {
        if (package != "*" && !packages_.contains(package)) unknown.push_back(package);
      }
    }
    return unknown;
  }

  std::set<std::string> may_include(const std::string& layer) const {
    std::set<std::string> reached;
    std::vector<std::string> open{layer};
    while (!open.empty()) {
      const std::string next = open.back();
      open.pop_back();
      if (!reached.insert(next).second || !layers_.contains(next)) continue;
      for (const auto& below : layers_.at(next).below) open.push_back(below);
    }
    return reached;
  }

  // One line for each include that the table does not allow.
  std::vector<std::string> violations(const std::string& file, std::istream& source) const {
    std::vector<std::string> found;
    const auto layer = layer_of(file);
    for (const auto& include : includes_of(source)) {
      const std::string place = file + ":" + std::to_string(include.line) + ": ";
      if (!layer) {
        found.push_back(place + "layers.txt has no layer for this file");
        break;
      }
      if (const auto problem = judge(*layer, include)) found.push_back(place + *problem + allowed_in(*layer));
    }
    return found;
  }

 private:
  struct Layer {
    std::vector<std::string> below;
    std::vector<std::string> packages;
  };

  void add_layer(const std::string& line, std::size_t bar) {
    const auto second = std::min(line.find('|', bar + 1), line.size());
    Layer& layer = layers_[trim(line.substr(0, bar))];
    layer.below = split(line.substr(bar + 1, second - bar - 1), ',');
    if (second < line.size()) layer.packages = split(line.substr(second + 1), ',');
  }

  std::optional<std::string> layer_of(const std::string& path) const {
    for (const auto& [name, layer] : layers_) {
      if (path.starts_with(name + "/")) return name;
    }
    return std::nullopt;
  }

  std::optional<std::string> package_of(const std::string& header) const {
    for (const auto& [name, prefixes] : packages_) {
      for (const auto& prefix : prefixes) {
        if (header.starts_with(prefix)) return name;
      }
    }
    return std::nullopt;
  }

  // The layer of ours that an include names: <vertebra/…> or "folder of src/…".
  std::optional<std::string> target_of(const std::string& header) const {
    if (const auto layer = layer_of("include/" + header)) return layer;
    return layer_of("src/" + header);
  }

  std::optional<std::string> judge(const std::string& layer, const Include& include) const {
    const auto quote = "`" + include.path + "` ";
    const auto& packages = layers_.at(layer).packages;
    const auto has = [&](const std::string& name) { return std::ranges::count(packages, name) > 0; };
    if (const auto target = target_of(include.path)) {
      if (may_include(layer).contains(*target)) return std::nullopt;
      return quote + "is of " + *target;
    }
    if (const auto package = package_of(include.path)) {
      if (has(*package) || has("*")) return std::nullopt;
      return quote + "is of " + *package;
    }
    if (include.quoted) {
      if (include.path.find('/') == include.path.npos) return std::nullopt;  // a neighbour in the same folder
      return quote + "is not a path from src/";
    }
    if (is_standard(include.path) || has("*")) return std::nullopt;
    return quote + "is of no package in layers.txt";
  }

  std::string allowed_in(const std::string& layer) const {
    std::string text = "; " + layer + " may include the standard library";
    for (const auto& below : may_include(layer)) text += ", " + below;
    for (const auto& package : layers_.at(layer).packages) text += ", " + package;
    return text;
  }

  std::map<std::string, Layer> layers_;
  std::map<std::string, std::vector<std::string>> packages_;
  std::vector<std::string> unreadable_;
};

const fs::path root{VERTEBRA_SOURCE_DIR};

LayerTable table_of_project() {
  std::ifstream file{root / "tests/layers/layers.txt"};
  return LayerTable{file};
}

std::vector<std::string> violations_in(std::string_view table, const std::string& file, const std::string& source) {
  std::istringstream table_text{std::string{table}};
  std::istringstream source_text{source};
  return LayerTable{table_text}.violations(file, source_text);
}

constexpr std::string_view small_table =
    "include/vertebra | |\n"
    "src/base  | include/vertebra |\n"
    "src/model | src/base |\n"
    "src/graph | src/model | Boost.Graph\n"
    "Boost.Graph = boost/graph/\n";

TEST(Layers, TheTableDefinesEveryNameItUses) {
  EXPECT_EQ(table_of_project().unknown_names(), std::vector<std::string>{});
}

TEST(Layers, NoSourceIncludesWhatItsLayerMayNot) {
  const LayerTable table = table_of_project();
  int files = 0;
  for (const char* folder : {"include", "src", "bindings", "examples"}) {
    if (!fs::exists(root / folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator{root / folder}) {
      const auto extension = entry.path().extension();
      if (extension != ".hpp" && extension != ".cpp" && extension != ".h" && extension != ".c") continue;
      std::ifstream source{entry.path()};
      for (const auto& violation : table.violations(entry.path().lexically_relative(root).generic_string(), source)) {
        ADD_FAILURE() << violation;
      }
      ++files;
    }
  }
  EXPECT_GT(files, 0);
}

TEST(Layers, WhatALowerLayerMayIncludeIsAllowedToo) {
  EXPECT_TRUE(violations_in(small_table, "src/graph/a.cpp",
                            "#include <vector>\n"
                            "#include <vertebra/truth.hpp>\n"
                            "#include <boost/graph/adjacency_list.hpp>\n"
                            "#include \"base/text.hpp\"\n"
                            "#include \"graph/a.hpp\"\n")
                  .empty());
}

TEST(Layers, AnIncludeOfAHigherLayerIsReportedWithItsPlace) {
  const auto found = violations_in(small_table, "src/model/a.cpp", "\n#  include \"graph/a.hpp\"\n");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0],
            "src/model/a.cpp:2: `graph/a.hpp` is of src/graph; src/model may include the standard library, "
            "include/vertebra, src/base, src/model");
}

TEST(Layers, APackageIsForTheLayersThatNameItOnly) {
  EXPECT_EQ(violations_in(small_table, "src/model/a.cpp", "#include <boost/graph/dag.hpp>\n").size(), 1u);
  EXPECT_EQ(violations_in(small_table, "include/vertebra/a.hpp", "#include <boost/graph/dag.hpp>\n").size(), 1u);
}

TEST(Layers, APackageNobodyNamedAPathUpwardsAndAFileOutsideEveryLayerAreRefused) {
  EXPECT_EQ(violations_in(small_table, "src/model/a.cpp", "#include <fmt/core.h>\n").size(), 1u);
  EXPECT_EQ(violations_in(small_table, "src/model/a.cpp", "#include \"../model/a.hpp\"\n").size(), 1u);
  EXPECT_EQ(violations_in(small_table, "src/misc/a.cpp", "#include <vector>\n").size(), 1u);
}

}  // namespace
