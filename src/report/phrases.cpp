#include "report/phrases.hpp"

#include <algorithm>

namespace vertebra::report {
namespace {

constexpr std::size_t facts_shown = 6;

std::string with_commas(const std::vector<std::string_view>& ids) {
  std::string out;
  for (const auto id : ids) out.append(out.empty() ? "" : ", ").append(id);
  return out;
}

}  // namespace

std::string spelled(std::string_view id) {
  std::string out{id};
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

std::string named(std::string_view label, std::string_view id) {
  return label.empty() ? spelled(id) : std::string{label};
}

std::string capitalized(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

std::string_view sign_of(Truth truth) noexcept { return truth == Truth::yes ? "✓" : truth == Truth::no ? "✗" : "?"; }

std::string identity_of(std::string_view profile, Date as_of) {
  return "Profile " + std::string{profile} + " as of " + to_string(as_of);
}

std::string name_list(const std::vector<std::string>& names, std::size_t limit) {
  const bool all = names.size() <= limit;
  const std::size_t shown = all ? names.size() : limit;
  std::string out;
  for (std::size_t i = 0; i < shown; ++i) {
    const bool last = all && i + 1 == shown;
    out.append(i == 0 ? "" : last ? " and " : ", ").append(names[i]);
  }
  if (!all) out.append(" and ").append(std::to_string(names.size() - shown)).append(" more");
  return out;
}

std::string fact_list(const std::vector<std::string_view>& facts) {
  std::vector<std::string> names;
  for (const auto fact : facts) names.push_back(spelled(fact));
  // "and 1 more" would take the room of the name itself.
  return name_list(names, names.size() == facts_shown + 1 ? names.size() : facts_shown);
}

std::string cited(std::string_view text, const std::vector<std::string_view>& sources) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.remove_suffix(1);
  if (sources.empty()) return std::string{text};
  if (text.ends_with('.') && !text.ends_with("..")) text.remove_suffix(1);
  return std::string{text}.append(" (").append(with_commas(sources)).append(")");
}

std::string cited_open(std::string_view text, const std::vector<std::string_view>& sources,
                       const std::vector<std::string_view>& depends_on) {
  std::string out = cited(text, sources);
  if (depends_on.empty()) return out;
  if (!out.ends_with('.')) out += '.';
  return out.append(" Not known yet: ").append(fact_list(depends_on));
}

}  // namespace vertebra::report
