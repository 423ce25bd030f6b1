#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <system_error>

#include "document/reader.hpp"
#include "fhir/mapping.hpp"

namespace vertebra::fhir {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view first_key = "fhir_mapping:";
constexpr std::uintmax_t most_file_bytes = std::uintmax_t{4} << 20;
constexpr std::size_t most_files = 10'000;

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with("."); }

bool is_yaml(const fs::path& path) { return path.extension() == ".yaml" || path.extension() == ".yml"; }

// Paths below the folder in the order of their names; hidden ones and links are left out.
std::vector<std::string> yaml_files(const fs::path& folder, std::error_code& problem) {
  std::vector<std::string> result;
  for (fs::recursive_directory_iterator it{folder, problem}, end; !problem && it != end; it.increment(problem)) {
    std::error_code ignored;
    const bool is_folder = it->is_directory(ignored);
    if (is_folder && is_hidden(it->path())) it.disable_recursion_pending();
    if (is_folder || it->is_symlink(ignored) || !it->is_regular_file(ignored)) continue;
    if (is_hidden(it->path()) || !is_yaml(it->path())) continue;
    if (result.size() < most_files) result.push_back(it->path().lexically_relative(folder).generic_string());
  }
  std::sort(result.begin(), result.end());
  return result;
}

// Empty when it cannot be read or is over the limit: then the rules cannot be loaded either, and that is said there.
std::string text_of(const fs::path& path) {
  std::error_code problem;
  const std::uintmax_t size = fs::file_size(path, problem);
  if (problem || size > most_file_bytes) return {};
  std::ifstream file{path, std::ios::binary};
  std::string text(static_cast<std::size_t>(size), '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(file.gcount()));
  return text;
}

// The first line that is neither empty nor a comment names the kind of document.
bool is_mapping(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    const std::size_t begin = line.find_first_not_of(" \r");
    if (begin != std::string_view::npos && line[begin] != '#') return line.substr(begin).starts_with(first_key);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return false;
}

MappingResult failed(base::Code code, std::string_view folder, std::string message, std::string help) {
  MappingResult result;
  result.diagnostics.push_back(base::make_diagnostic(code, std::move(message), std::move(help)));
  result.diagnostics.back().file = folder;
  return result;
}

}  // namespace

MappingResult load_mapping(std::string_view folder, const RuleSet& rule_set) {
  if (rule_set.is_compiled())
    return failed(base::Code::missing_document, folder, "a compiled rule set has no codes to read records by",
                  "load the folder of its rules");
  const fs::path root{folder};
  std::error_code problem;
  const bool is_file = fs::is_regular_file(root, problem);
  const std::vector<std::string> names = is_file ? std::vector<std::string>{""} : yaml_files(root, problem);
  if (problem) return failed(base::Code::unreadable_file, folder, "the folder cannot be read", {});
  base::Files files;
  base::Reporter reporter{files};
  std::vector<document::Node> documents;
  bool found = false;
  for (const std::string& name : names) {
    const fs::path path = name.empty() ? root : root / name;
    std::string text = text_of(path);
    if (!is_mapping(text)) continue;
    found = true;
    const int file = files.add(path.generic_string(), std::move(text));
    if (auto node = document::read(files, file, document::Format::yaml, reporter))
      documents.push_back(*std::move(node));
  }
  if (!found)
    return failed(base::Code::missing_document, folder, "no file here says how facts are read from FHIR records",
                  "add a document whose first key is `fhir_mapping`");
  auto state = read_mapping(documents, facts(rule_set), reporter);
  MappingResult result;
  result.diagnostics = reporter.take();
  if (state && !has_errors(result.diagnostics))
    result.mapping = Mapping{std::make_shared<const Mapping::State>(*std::move(state))};
  return result;
}

}  // namespace vertebra::fhir
