#include "base/place.hpp"

#include <utility>

namespace vertebra::base {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// A byte order mark is not part of the first line, so that columns count from what a person sees.
std::size_t first_line_start(std::string_view text) {
  return text.substr(0, byte_order_mark.size()) == byte_order_mark ? byte_order_mark.size() : 0;
}

}  // namespace

int Files::add(std::string name, std::string text) {
  File file{std::move(name), std::move(text), {}};
  file.line_starts.push_back(first_line_start(file.text));
  for (std::size_t end = file.text.find('\n'); end != std::string::npos; end = file.text.find('\n', end + 1)) {
    file.line_starts.push_back(end + 1);
  }
  files_.push_back(std::move(file));
  return static_cast<int>(files_.size()) - 1;
}

std::string_view Files::name(int file) const noexcept {
  return file < 0 ? std::string_view{} : files_[static_cast<std::size_t>(file)].name;
}

std::string_view Files::text(int file) const noexcept {
  return file < 0 ? std::string_view{} : files_[static_cast<std::size_t>(file)].text;
}

std::string_view Files::line(int file, int line) const noexcept {
  if (file < 0 || line < 1) return {};
  const File& read = files_[static_cast<std::size_t>(file)];
  const auto index = static_cast<std::size_t>(line) - 1;
  if (index >= read.line_starts.size()) return {};
  const std::string_view rest = std::string_view{read.text}.substr(read.line_starts[index]);
  const std::string_view found = rest.substr(0, rest.find('\n'));
  return found.empty() || found.back() != '\r' ? found : found.substr(0, found.size() - 1);
}

}  // namespace vertebra::base
