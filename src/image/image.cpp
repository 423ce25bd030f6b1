#include "image/image.hpp"

namespace vertebra::image {

std::vector<base::FactShape> shapes(const Image& image) {
  std::vector<base::FactShape> result;
  result.reserve(image.facts.size());
  for (const Fact& fact : image.facts) {
    base::FactShape shape;
    shape.id = image.view(fact.id);
    shape.type = fact.type;
    shape.unit = base::find_unit(image.view(fact.unit)).value_or(base::Unit{});
    shape.min = fact.min;
    shape.max = fact.max;
    for (std::uint32_t i = fact.choices.begin; i < fact.choices.end; ++i)
      shape.choices.emplace_back(image.view(image.lists[i]));
    for (std::uint32_t i = fact.words.begin; i < fact.words.end; ++i) {
      const Word& word = image.words[i];
      shape.words.emplace_back(image.view(word.id), std::pair{word.low, word.high});
    }
    result.push_back(std::move(shape));
  }
  return result;
}

}  // namespace vertebra::image
