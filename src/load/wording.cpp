#include "load/wording.hpp"

#include "base/text.hpp"

namespace vertebra::load {
namespace {

std::vector<std::string_view> views(const std::vector<std::string>& names) { return {names.begin(), names.end()}; }

}  // namespace

std::string ticked(std::string_view text) { return "`" + std::string{text} + "`"; }

std::string with_article(std::string_view noun) {
  constexpr std::string_view vowels = "aeiou";
  const bool vowel = !noun.empty() && vowels.find(noun.front()) != std::string_view::npos;
  return (vowel ? "an " : "a ") + std::string{noun};
}

std::string did_you_mean(std::string_view name, const std::vector<std::string>& candidates) {
  const auto close = base::closest(name, views(candidates));
  return close.empty() ? std::string{} : "did you mean " + ticked(close) + "?";
}

std::string help_for_name(std::string_view name, const std::vector<std::string>& candidates,
                          const base::Reporter& reporter) {
  constexpr int most_errors = 1000;
  constexpr std::size_t most_listed = 6;
  if (reporter.errors() >= most_errors) return {};
  std::string close = did_you_mean(name, candidates);
  if (!close.empty() || candidates.empty() || candidates.size() > most_listed) return close;
  return candidates.size() == 1 ? "there is only " + ticked(candidates.front())
                                : "there are " + list_text(candidates, "and");
}

std::string place_text(const base::Files& files, base::Place place) {
  return ticked(files.name(place.file)) + ", line " + std::to_string(place.line);
}

std::string list_text(const std::vector<std::string>& names, std::string_view conjunction) {
  return base::list_of(views(names), conjunction);
}

}  // namespace vertebra::load
