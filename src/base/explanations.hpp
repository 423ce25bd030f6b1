#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/diagnostic_codes.hpp"

namespace vertebra::base {

// What stands around an example. The tests put it there and expect the code, and of the mended form that it is gone.
enum class Around : std::uint8_t {
  nothing,     // It is a file of rules by itself.
  vocabulary,  // Sections of a vocabulary.
  guide,       // Sections of a guide.
  patient,     // It is a file of answers.
  elsewhere,   // Something that the tests of its own part show, such as clinical data.
};

struct Explanation {
  Code code;
  Around around;
  std::string_view more;     // What it means and what to do, in one or two sentences.
  std::string_view example;  // Empty where no text can show it.
  std::string_view mended;
};

// Each code has one row, in the file of its hundred.
std::span<const Explanation> explanations_of_texts() noexcept;        // V01xx
std::span<const Explanation> explanations_of_documents() noexcept;    // V02xx
std::span<const Explanation> explanations_of_expressions() noexcept;  // V03xx
std::span<const Explanation> explanations_of_rules() noexcept;        // V04xx and V05xx
std::span<const Explanation> explanations_of_checks() noexcept;       // V06xx
std::span<const Explanation> explanations_of_answers() noexcept;      // V07xx and V08xx

// The row of a code; nothing when it has none, which a test forbids.
const Explanation* explanation(Code code) noexcept;

}  // namespace vertebra::base
