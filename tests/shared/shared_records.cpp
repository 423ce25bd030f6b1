#include "shared/shared_records.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>

namespace vertebra::shared {
namespace {

namespace fs = std::filesystem;

std::string unpacked(const fs::path& path) {
  std::string result;
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe{popen(("gzip -dc '" + path.string() + "'").c_str(), "r"),
                                                             pclose};
  char buffer[65536];
  while (pipe) {
    const std::size_t size = std::fread(buffer, 1, sizeof buffer, pipe.get());
    if (size == 0) break;
    result.append(buffer, size);
  }
  return result;
}

}  // namespace

fs::path data_folder() { return VERTEBRA_SHARED_DATA; }

std::string text_of(const fs::path& path) {
  if (path.extension() == ".gz") return unpacked(path);
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

std::vector<fs::path> records_in(std::string_view folder, std::string_view ending) {
  std::vector<fs::path> result;
  if (!fs::is_directory(data_folder() / folder)) return result;
  for (const auto& entry : fs::recursive_directory_iterator{data_folder() / folder}) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(ending) || name.ends_with(std::string{ending} + ".gz")) result.push_back(entry.path());
  }
  std::sort(result.begin(), result.end());
  return result;
}

}  // namespace vertebra::shared
