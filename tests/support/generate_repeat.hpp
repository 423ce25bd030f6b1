#pragma once

#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace vertebra::generate {

// One seed serves all tests of a process, so each test makes its own of it: else they would all draw the same.
inline std::uint64_t seed_of_test(std::uint64_t seed, std::string_view name) {
  for (const char c : name) seed = (seed ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return seed;
}

// Checks a property so many times, or max_success times where RC_PARAMS says so. A failure is shrunk, and says what to put
// into RC_PARAMS to see it again.
template <class Property>
void repeat(int times, Property&& property) {
  const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
  rc::detail::TestMetadata metadata{std::string{test->test_suite_name()} + "/" + test->name(), test->name()};
  rc::detail::TestParams params = rc::detail::configuration().testParams;
  params.seed = seed_of_test(params.seed, metadata.id);
  const char* chosen = std::getenv("RC_PARAMS");
  if (chosen == nullptr || std::string_view{chosen}.find("max_success") == std::string_view::npos)
    params.maxSuccess = times;
  const auto result = rc::detail::checkTestable(std::forward<Property>(property), metadata, params);
  if (result.template is<rc::detail::SuccessResult>()) return;
  std::ostringstream message;
  rc::detail::printResultMessage(result, message);
  FAIL() << message.str();
}

}  // namespace vertebra::generate
