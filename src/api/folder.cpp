#include "api/folder.hpp"

#include <iterator>

#include "check/check.hpp"

namespace vertebra {

void append(std::vector<Diagnostic>& to, std::vector<Diagnostic> more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::string placed(std::string_view file, std::string_view folder) {
  if (file.empty() || file.starts_with(folder)) return std::string{file};
  return std::string{folder} + (folder.ends_with('/') ? "" : "/") + std::string{file};
}

std::vector<Diagnostic> placed(std::vector<Diagnostic> diagnostics, std::string_view folder) {
  for (Diagnostic& each : diagnostics) each.file = placed(each.file, folder);
  return diagnostics;
}

load::Loaded read_rules(std::string_view folder) {
  load::Loaded loaded;
  std::vector<Diagnostic> problems;
  std::vector<load::NamedText> texts = load::read_folder(folder, problems);
  if (has_errors(problems)) {
    loaded.diagnostics = placed(std::move(problems), folder);
    return loaded;
  }
  loaded = load::load(std::move(texts));
  if (loaded.rules) {
    base::Reporter reporter{*loaded.rules->files};
    check::run_checks(*loaded.rules, reporter);
    append(loaded.diagnostics, reporter.take());
  }
  loaded.diagnostics = placed(std::move(loaded.diagnostics), folder);
  return loaded;
}

}  // namespace vertebra
