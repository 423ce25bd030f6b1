#include "cli/progress.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "cli/files.hpp"

namespace vertebra::cli {
namespace {

constexpr std::uint64_t width = 40;

}  // namespace

Progress::Progress(const std::string& path) : is_terminal_{::isatty(STDERR_FILENO) == 1} {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (!error) size_ = size;
}

void Progress::show(std::uint64_t bytes, std::uint64_t lines) {
  const auto now = Clock::now();
  if (!is_terminal_ || now - start_ < std::chrono::seconds{1} || now - shown_ < std::chrono::milliseconds{200}) return;
  shown_ = now;
  visible_ = true;
  const std::uint64_t done = size_ == 0 ? 0 : std::min(width, bytes * width / size_);
  std::string text = "\r\x1b[K";
  if (size_ != 0) text += "[" + std::string(done, '#') + std::string(width - done, '.') + "] ";
  write_all(STDERR_FILENO, text + std::to_string(lines) + " lines");
}

void Progress::clear() {
  if (visible_) write_all(STDERR_FILENO, "\r\x1b[K");
}

}  // namespace vertebra::cli
