#include "base/explanations.hpp"

#include <algorithm>
#include <map>
#include <string>

#include <vertebra/diagnostic_codes.hpp>

#include "base/reporter.hpp"

namespace vertebra {
namespace base {

const Explanation* explanation(Code code) noexcept {
  for (const auto rows : {explanations_of_texts(), explanations_of_documents(), explanations_of_expressions(),
                          explanations_of_rules(), explanations_of_checks(), explanations_of_answers()}) {
    const auto found = std::ranges::find(rows, code, &Explanation::code);
    if (found != rows.end()) return &*found;
  }
  return nullptr;
}

namespace {

// Their texts, made once: views of them are handed out.
struct Named {
  std::string code;
  std::string name;
};

const std::map<Code, Named>& names() {
  static const std::map<Code, Named> table = [] {
    std::map<Code, Named> made;
    for (const CodeInfo& info : all_codes()) {
      const Diagnostic diagnostic = make_diagnostic(info.code, {});
      made.emplace(info.code, Named{diagnostic.code, diagnostic.name});
    }
    return made;
  }();
  return table;
}

}  // namespace
}  // namespace base

std::vector<DiagnosticCode> diagnostic_codes() {
  std::vector<DiagnosticCode> codes;
  for (const base::CodeInfo& info : base::all_codes()) {
    const base::Named& named = base::names().at(info.code);
    DiagnosticCode code{named.code, named.name, info.severity, info.about, {}, {}, {}};
    if (const base::Explanation* row = base::explanation(info.code)) {
      code.more = row->more;
      code.example = row->example;
      code.mended = row->mended;
    }
    codes.push_back(code);
  }
  return codes;
}

}  // namespace vertebra
