#include "api/folder.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

#include "check/check.hpp"
#include "check/silences.hpp"

namespace vertebra {

void append(std::vector<Diagnostic>& to, std::vector<Diagnostic> more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void sort_by_place(std::vector<Diagnostic>& diagnostics, const base::Files& files) {
  std::map<std::string_view, int> order;
  for (int file = 0; file < static_cast<int>(files.size()); ++file) order.try_emplace(files.name(file), file);
  std::ranges::stable_sort(diagnostics, {}, [&](const Diagnostic& each) {
    const auto known = order.find(each.file);
    return std::tuple{known == order.end() ? -1 : known->second, each.line, each.column};
  });
}

load::Loaded read_rules(std::string_view folder, const CheckOptions& options, load::CaseFiles case_files) {
  load::Loaded loaded;
  std::vector<load::NamedText> texts = load::read_rules(folder, loaded.diagnostics);
  std::vector<load::NamedText> site;
  if (!options.site.empty()) site = load::read_site(options.site, loaded.diagnostics);
  if (has_errors(loaded.diagnostics)) return loaded;
  loaded = load::load(std::move(texts), std::move(site), case_files);
  if (loaded.rules) {
    base::Reporter reporter{*loaded.rules->files};
    check::run_checks(*loaded.rules, reporter, options.as_of);
    append(loaded.diagnostics, reporter.take());
    check::apply_silences(*loaded.rules, {options.as_of.has_value(), !options.site.empty()}, loaded.diagnostics);
    sort_by_place(loaded.diagnostics, *loaded.rules->files);
  }
  return loaded;
}

}  // namespace vertebra
