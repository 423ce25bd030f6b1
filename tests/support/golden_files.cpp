#include "support/golden_files.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include <vertebra/rule_set.hpp>

namespace vertebra::support {

std::string read_source_file(const std::string& path) {
  std::ifstream file{VERTEBRA_SOURCE_DIR "/" + path, std::ios::binary};
  EXPECT_TRUE(file) << path;
  return {std::istreambuf_iterator<char>{file}, {}};
}

const Engine& shipped_engine() {
  static const Engine made{*load_rule_set(VERTEBRA_SOURCE_DIR "/rules/low_back_pain", "default").rule_set};
  return made;
}

void expect_golden(const std::string& text, const std::string& path) {
  if (std::getenv("VERTEBRA_UPDATE_GOLDEN") != nullptr) {
    std::ofstream{VERTEBRA_SOURCE_DIR "/" + path, std::ios::binary} << text;
  }
  EXPECT_EQ(text, read_source_file(path));
}

}  // namespace vertebra::support
