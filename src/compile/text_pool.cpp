#include "compile/text_pool.hpp"

namespace vertebra::compile {

image::Text TextPool::add(std::string_view text) {
  if (text.empty()) return {};
  const auto [found, is_new] = known_.try_emplace(std::string{text});
  if (is_new) {
    found->second = {static_cast<std::uint32_t>(image_.pool.size()), static_cast<std::uint32_t>(text.size())};
    image_.pool += text;
  }
  return found->second;
}

image::Range TextPool::add_list(const std::vector<std::string_view>& texts) {
  const auto begin = static_cast<std::uint32_t>(image_.lists.size());
  for (const std::string_view text : texts) image_.lists.push_back(add(text));
  return {begin, static_cast<std::uint32_t>(image_.lists.size())};
}

}  // namespace vertebra::compile
