#pragma once

#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/program.hpp"

namespace vertebra::test {

// The program as a user meets it: arguments in; exit status, standard output and standard error out.
struct CliCase {
  std::string name;
  std::vector<std::string> words;  // "@" stands for the folder of test data.
  int exit;
  std::string out;  // Standard output holds this; it is empty where this is.
  std::string err;  // The same for standard error.
  std::string in{};
};

void PrintTo(const CliCase& row, std::ostream* out);
std::string named(const testing::TestParamInfo<CliCase>& row);

std::vector<std::string> placed(std::vector<std::string> words);

// Rows are run by INSTANTIATE_TEST_SUITE_P(…, Cli, testing::ValuesIn(rows), test::named).
class Cli : public testing::TestWithParam<CliCase> {};

}  // namespace vertebra::test
