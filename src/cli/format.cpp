#include <vertebra/format.hpp>

#include <algorithm>
#include <filesystem>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"

namespace vertebra::cli {
namespace {

namespace fs = std::filesystem;

const Usage& usage() {
  static const Usage text{
      "format",
      "Writes YAML rule files in the one layout, in place, with units in UCUM. What they mean stays the same. A file "
      "with\n"
      "comments is left as it is and reported, for they would be lost; a first line that names a schema is kept.",
      {{"check", "", "write nothing; fail when a file is not in the layout"}},
      "vertebra format rules/our_clinic --check",
      "FILE|FOLDER",
  };
  return text;
}

bool is_yaml(const fs::path& path) { return path.extension() == ".yaml" || path.extension() == ".yml"; }

// The YAML files below a folder, by path and without hidden ones; a file is itself.
std::vector<std::string> yaml_files(const std::string& path) {
  std::error_code error;
  if (!fs::is_directory(path, error)) return {path};
  std::vector<std::string> files;
  for (fs::recursive_directory_iterator at{path, error}, end; !error && at != end; at.increment(error)) {
    std::error_code ignored;
    if (at->path().filename().string().starts_with('.')) {
      at.disable_recursion_pending();
    } else if (at->is_regular_file(ignored) && is_yaml(at->path())) {
      files.push_back(at->path().generic_string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

void add(Reply& reply, const Reply& more) {
  reply.exit = std::max(reply.exit, more.exit);
  reply.out += more.out;
  reply.err += more.err;
}

Reply format_file(const std::string& path, bool check) {
  const auto input = read_input(path, patient_limit);
  if (const auto* problem = std::get_if<Diagnostic>(&input)) return refused({*problem});
  const auto& [name, text] = std::get<Input>(input);
  const auto formatted = format_yaml(text, name);
  if (has_errors(formatted.diagnostics)) return refused(formatted.diagnostics);
  if (formatted.text == text) return {};
  if (check) return {Exit::findings, name + " is not in the layout\n", {}};
  if (const auto problem = write_file(path, formatted.text)) return refused({*problem});
  return {Exit::done, name + " was formatted\n", {}};
}

Reply format(const Arguments& arguments) {
  if (arguments.rest().empty())
    return wrong_use(program_name(usage()), "there is nothing to format", "give a YAML file, or a folder of them");
  Reply reply;
  for (const std::string& path : arguments.rest())
    for (const std::string& file : yaml_files(path)) {
      if (is_yaml(file))
        add(reply, format_file(file, arguments.find("check").has_value()));
      else
        add(reply, wrong_use(program_name(usage()), "`" + file + "` is not a YAML file", "only .yaml and .yml are"));
    }
  return reply;
}

}  // namespace

Reply run_format(const Words& words) { return run_command(usage(), words, format); }

}  // namespace vertebra::cli
