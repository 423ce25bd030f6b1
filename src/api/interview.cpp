#include <vertebra/interview.hpp>

#include <algorithm>
#include <iterator>

namespace vertebra {

std::vector<Question> first_page(const std::vector<Question>& questions) {
  if (questions.empty()) return {};
  const Question& first = questions.front();
  if (first.panel.empty() || !first.by_none) return {first};
  std::vector<Question> page;
  std::ranges::copy_if(questions, std::back_inserter(page),
                       [&](const Question& each) { return each.panel == first.panel && each.by_none; });
  return page;
}

}  // namespace vertebra
