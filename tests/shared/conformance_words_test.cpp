// The cases under tests/conformance name a section and the first words of a statement; here they are looked up in the
// contract, so that neither can move without the other.

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>

#include "support/statement_cases.hpp"

namespace vertebra::conformance {
namespace {

// Without the marks of emphasis, and with one blank wherever there are some or a new line.
std::string plain(const std::string& text) {
  std::string result;
  for (const char c : text) {
    const char next = c == '\n' ? ' ' : c;
    if (next != '*' && !(next == ' ' && result.ends_with(' '))) result += next;
  }
  return result;
}

// The text of each numbered section.
std::map<std::string, std::string> sections() {
  std::map<std::string, std::string> result;
  std::ifstream file{VERTEBRA_SHARED_DATA "/../design/rule-language.md"};
  std::string now = "0";  // What stands before the first.
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("## ")) now = line.substr(3, 1);
    result[now] += line + "\n";
  }
  for (auto& [number, text] : result) text = plain(text);
  return result;
}

class Contract : public testing::Test {
 protected:
  void SetUp() override {
    if (sections_.empty()) GTEST_SKIP() << "the contract is not part of the repository";
  }

  void expect(const std::string& section, const std::string& words) const {
    const auto text = sections_.find(section);
    ASSERT_NE(text, sections_.end()) << "section " << section;
    EXPECT_NE(text->second.find(plain(words)), std::string::npos) << "section " << section << ": " << words;
  }

  const std::map<std::string, std::string> sections_ = sections();
};

TEST_F(Contract, HoldsTheStatementOfEachCase) {
  for (const Case& each : read_cases()) expect(each.section, each.statement);
}

TEST_F(Contract, HoldsTheStatementOfEachRowOfTheIndex) {
  std::ifstream file{VERTEBRA_SOURCE_DIR "/tests/conformance/INDEX.tsv"};
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    const auto first = line.find('\t');
    const auto second = line.find('\t', first + 1);
    expect(line.substr(0, first), line.substr(first + 1, second - first - 1));
  }
}

}  // namespace
}  // namespace vertebra::conformance
