#include "check/silences.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace vertebra::check {
namespace {

class Judge {
 public:
  Judge(const model::RuleSet& rules, const model::Silence& silence)
      : rules_{rules}, silence_{silence}, used_(std::max<std::size_t>(silence.of.size(), 1), false) {}

  bool silences(const Diagnostic& diagnostic) {
    if (diagnostic.severity != Severity::warning || diagnostic.code != silence_.code || !speaks_for(diagnostic))
      return false;
    if (silence_.of.empty()) used_[0] = true;
    bool named = silence_.of.empty();
    for (std::size_t i = 0; i < silence_.of.size(); ++i) {
      if (diagnostic.message.find("`" + silence_.of[i].text + "`") == std::string::npos) continue;
      used_[i] = true;
      named = true;
    }
    return named;
  }

  void report_unused(base::Reporter& reporter) const {
    if (silence_.of.empty() && !used_[0])
      reporter.report(base::Code::unused_silence, silence_.place,
                      "nothing needs the silence of `" + silence_.code + "` here", "take it out");
    for (std::size_t i = 0; i < silence_.of.size(); ++i)
      if (!used_[i])
        reporter.report(base::Code::unused_silence, silence_.of[i].place,
                        "no `" + silence_.code + "` here names `" + silence_.of[i].text + "`",
                        "take it out of the silence");
  }

 private:
  bool speaks_for(const Diagnostic& diagnostic) const {
    return silence_.files.empty() ||
           std::ranges::any_of(silence_.files, [&](int file) { return rules_.files->name(file) == diagnostic.file; });
  }

  const model::RuleSet& rules_;
  const model::Silence& silence_;
  std::vector<bool> used_;  // For each of `of`, or one for all.
};

}  // namespace

void apply_silences(const model::RuleSet& rules, Looked looked, std::vector<Diagnostic>& diagnostics) {
  const std::string expired = base::make_diagnostic(base::Code::expired, {}).code;
  base::Reporter reporter{*rules.files};
  std::vector<Judge> judges;
  for (const model::Silence& silence : rules.silences) judges.emplace_back(rules, silence);
  std::erase_if(diagnostics, [&](const Diagnostic& each) {
    bool silent = false;
    for (Judge& judge : judges) silent = judge.silences(each) || silent;
    return silent;
  });
  if (looked.with_a_site) return;
  for (std::size_t i = 0; i < judges.size(); ++i)
    if (looked.for_expired_guides || rules.silences[i].code != expired) judges[i].report_unused(reporter);
  std::vector<Diagnostic> unused = reporter.take();
  diagnostics.insert(diagnostics.end(), std::make_move_iterator(unused.begin()), std::make_move_iterator(unused.end()));
}

}  // namespace vertebra::check
