#include "check/check_digits.hpp"

#include <gtest/gtest.h>

#include <string>

namespace vertebra::check {
namespace {

// The root concept and others of the international edition.
TEST(SnomedCheckDigits, FitPublishedConcepts) {
  for (const char* id : {"138875005", "404684003", "22298006", "73211009", "386661006", "161891005", "74400008"})
    EXPECT_TRUE(is_snomed_id(id)) << id;
}

// Verhoeff's scheme finds every single wrong digit and every swap of unequal neighbours.
TEST(SnomedCheckDigits, FitNoConceptWithOneSlip) {
  const std::string id = "386661006";
  for (std::size_t i = 0; i < id.size(); ++i) {
    for (char digit = '0'; digit <= '9'; ++digit) {
      std::string other = id;
      other[i] = digit;
      EXPECT_EQ(is_snomed_id(other), other == id) << other;
    }
    if (i + 1 == id.size() || id[i] == id[i + 1]) continue;
    std::string swapped = id;
    std::swap(swapped[i], swapped[i + 1]);
    EXPECT_FALSE(is_snomed_id(swapped)) << swapped;
  }
}

TEST(SnomedCheckDigits, FitNothingOfAnotherForm) {
  for (const char* id :
       {"", "0", "38666100", "3866610060", "0386661006", "38666 1006", "M54.5", "38666100６", "1111111111111111111"})
    EXPECT_FALSE(is_snomed_id(id)) << id;
}

// The worked example of the LOINC users' guide is 12345, whose check digit is 5; the others are in wide use.
TEST(LoincCheckDigits, FitPublishedCodes) {
  for (const char* code : {"12345-5", "8310-5", "8867-4", "29463-7", "2160-0", "82810-3", "72514-3"})
    EXPECT_TRUE(is_loinc_code(code)) << code;
}

TEST(LoincCheckDigits, FitNoCodeWithOneWrongDigit) {
  const std::string code = "29463-7";
  for (std::size_t i = 0; i < code.size(); ++i)
    for (char digit = '0'; digit <= '9' && code[i] != '-'; ++digit) {
      std::string other = code;
      other[i] = digit;
      EXPECT_EQ(is_loinc_code(other), other == code) << other;
    }
}

TEST(LoincCheckDigits, FitNothingOfAnotherForm) {
  for (const char* code : {"", "-", "8310", "83105", "8310-", "-5", "8310-55", "LP8310-5", "12345678-1"})
    EXPECT_FALSE(is_loinc_code(code)) << code;
}

}  // namespace
}  // namespace vertebra::check
