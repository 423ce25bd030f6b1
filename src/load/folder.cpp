#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "base/text.hpp"
#include "load/loader.hpp"
#include "load/wording.hpp"

namespace vertebra::load {
namespace {

namespace fs = std::filesystem;
using base::Code;

constexpr std::size_t most_bytes_a_file = std::size_t{4} << 20;
constexpr std::size_t most_bytes_in_all = std::size_t{64} << 20;

struct Found {
  std::string name;
  fs::path path;
};

bool is_rule_file(const fs::path& path) {
  const auto ending = path.extension();
  return ending == ".yaml" || ending == ".yml" || ending == ".json";
}

class FolderReader {
 public:
  FolderReader(fs::path root, std::vector<Diagnostic>& problems) : root_{std::move(root)}, problems_{problems} {}

  std::vector<NamedText> read_only(const Found& file) {
    read_file(file);
    return std::move(texts_);
  }

  std::vector<NamedText> read() {
    std::error_code error;
    real_root_ = fs::canonical(root_, error);
    if (error) return report(Code::unreadable_file, root_.generic_string(), "the folder cannot be opened"), texts_;
    find_files();
    std::sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) { return a.name < b.name; });
    for (const Found& file : found_)
      if (!read_file(file)) break;
    return std::move(texts_);
  }

 private:
  void report(Code code, const std::string& name, std::string message, std::string help = {}) {
    auto problem = base::make_diagnostic(code, std::move(message), std::move(help));
    problem.file = name;
    problems_.push_back(std::move(problem));
  }

  std::string name_of(const fs::path& path) const { return path.lexically_relative(root_).generic_string(); }

  void find_files() {
    std::vector<fs::path> folders{root_};
    while (!folders.empty()) {
      const fs::path folder = std::move(folders.back());
      folders.pop_back();
      std::error_code error;
      fs::directory_iterator entry{folder, error};
      for (; !error && entry != fs::directory_iterator{}; entry.increment(error)) consider(*entry, folders);
      if (error) report(Code::unreadable_file, folder.generic_string(), "the folder cannot be opened");
    }
  }

  void consider(const fs::directory_entry& entry, std::vector<fs::path>& folders) {
    const auto own_name = entry.path().filename().string();
    if (own_name.starts_with('.')) return;
    if (base::first_invalid_utf8(own_name))
      return report(Code::unreadable_file, entry.path().parent_path().generic_string(),
                    "a file here has a name that is not valid UTF-8");
    std::error_code error;
    const bool link = entry.is_symlink(error);
    if (entry.is_directory(error)) {
      if (!link) return folders.push_back(entry.path());
      return report(Code::unreadable_file, name_of(entry.path()), "a link to a folder is not followed",
                    "put the folder itself here");
    }
    if (!is_rule_file(entry.path())) return;
    if (link && !stays_inside(entry.path()))
      return report(Code::unreadable_file, name_of(entry.path()), "the link leads out of the folder",
                    "put the file itself here");
    found_.push_back({name_of(entry.path()), entry.path()});
  }

  bool stays_inside(const fs::path& link) const {
    std::error_code error;
    const auto target = fs::canonical(link, error);
    if (error) return false;
    const auto [end, _] = std::mismatch(real_root_.begin(), real_root_.end(), target.begin(), target.end());
    return end == real_root_.end();
  }

  // False when nothing more is to be read.
  bool read_file(const Found& file) {
    std::error_code error;
    std::ifstream stream;
    if (fs::is_regular_file(file.path, error)) stream.open(file.path, std::ios::binary);
    if (!stream.is_open()) return report(Code::unreadable_file, file.name, "the file cannot be opened"), true;
    std::string text(most_bytes_a_file + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (stream.bad()) return report(Code::unreadable_file, file.name, "the file cannot be read"), true;
    text.resize(static_cast<std::size_t>(stream.gcount()));
    text.shrink_to_fit();
    if (text.size() > most_bytes_a_file)
      return report(Code::too_large, file.name, "the file is over the limit of 4 MiB", "split it"), true;
    bytes_ += text.size();
    if (bytes_ > most_bytes_in_all) {
      report(Code::too_large, file.name, "the files up to this one are over the limit of 64 MiB in all",
             "keep only the files of one rule set in the folder");
      return false;
    }
    texts_.push_back({file.name, std::move(text)});
    return true;
  }

  fs::path root_;
  fs::path real_root_;
  std::vector<Diagnostic>& problems_;
  std::vector<Found> found_;
  std::vector<NamedText> texts_;
  std::size_t bytes_ = 0;
};

void sort_by_file(std::vector<Diagnostic>& problems) {
  std::stable_sort(problems.begin(), problems.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.file < b.file; });
}

}  // namespace

std::vector<NamedText> read_folder(std::string_view folder, std::vector<Diagnostic>& problems) {
  auto texts = FolderReader{fs::path{folder}, problems}.read();
  sort_by_file(problems);
  return texts;
}

std::vector<NamedText> read_rules(std::string_view folder, std::vector<Diagnostic>& problems) {
  const std::string prefix = std::string{folder} + (folder.ends_with('/') ? "" : "/");
  std::vector<Diagnostic> own;
  auto texts = read_folder(folder, own);
  for (NamedText& text : texts) text.name.insert(0, prefix);
  for (Diagnostic& each : own) {
    if (!each.file.starts_with(folder)) each.file.insert(0, prefix);
    problems.push_back(std::move(each));
  }
  return texts;
}

std::vector<NamedText> read_site(std::string_view path, std::vector<Diagnostic>& problems) {
  std::error_code error;
  if (fs::is_directory(fs::path{path}, error)) return read_rules(path, problems);
  return FolderReader{{}, problems}.read_only({std::string{path}, path});
}

}  // namespace vertebra::load
