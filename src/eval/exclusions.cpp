#include "eval/exclusions.hpp"

#include <algorithm>

#include "eval/answers.hpp"
#include "eval/domain.hpp"

namespace vertebra::eval {

Exclusions find_exclusions(const image::Image& image) {
  Exclusions result;
  std::vector<std::uint32_t> readers(image.facts.size(), 0);
  for (const image::Part& part : image.parts) ++readers[part.fact];
  for (const image::Part& part : image.parts) {
    Domain left = full_domain(image, part.fact);
    if (holds(image, part, left) == Truth::unknown) exclude(image, part, left);
    Planes known{std::vector<std::uint64_t>(image.first_gate / 64), std::vector<std::uint64_t>(image.first_gate / 64)};
    write_tests(image, part.fact, left, known);
    const auto begin = static_cast<std::uint32_t>(result.bits.size());
    const image::Range tests = image.facts[part.fact].tests;
    for (std::uint32_t word = tests.begin / 64; word < (tests.end + 63) / 64; ++word) {
      if ((known.yes[word] | known.no[word]) != 0) result.bits.push_back({word, known.yes[word], known.no[word]});
    }
    result.parts.push_back({{begin, static_cast<std::uint32_t>(result.bits.size())},
                            image.facts[part.fact].type == base::FactType::choice,
                            readers[part.fact] > 1});
  }
  return result;
}

}  // namespace vertebra::eval
