#include "api/folder.hpp"

#include <iterator>

#include "check/check.hpp"

namespace vertebra {

void append(std::vector<Diagnostic>& to, std::vector<Diagnostic> more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

load::Loaded read_rules(std::string_view folder, const LoadOptions& options) {
  load::Loaded loaded;
  std::vector<load::NamedText> texts = load::read_rules(folder, loaded.diagnostics);
  std::vector<load::NamedText> site;
  if (!options.site.empty()) site = load::read_site(options.site, loaded.diagnostics);
  if (has_errors(loaded.diagnostics)) return loaded;
  loaded = load::load(std::move(texts), std::move(site));
  if (loaded.rules) {
    base::Reporter reporter{*loaded.rules->files};
    check::run_checks(*loaded.rules, reporter);
    append(loaded.diagnostics, reporter.take());
  }
  return loaded;
}

}  // namespace vertebra
