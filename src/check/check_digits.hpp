#pragma once

#include <string_view>

namespace vertebra::check {

// A SNOMED CT identifier: 6 to 18 digits, the first not 0, the last a Verhoeff check digit over all of them.
bool is_snomed_id(std::string_view code) noexcept;

// A LOINC code: up to 7 digits, a hyphen, and a check digit by the Luhn (mod 10) rule.
bool is_loinc_code(std::string_view code) noexcept;

}  // namespace vertebra::check
