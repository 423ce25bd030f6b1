#include "cases/runner.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <tuple>

#include "cases/actual.hpp"
#include "cases/session.hpp"

namespace vertebra::cases {
namespace {

std::vector<std::string> without(std::vector<std::string> items, std::vector<std::string> others) {
  std::ranges::sort(others);
  std::erase_if(items, [&](const std::string& each) { return std::ranges::binary_search(others, each); });
  return items;
}

std::vector<CaseDifference> compare(const Session& session, const eval::Result& result, const model::Case& each) {
  std::vector<CaseDifference> differences;
  for (const model::Expectation& expected : each.expects) {
    const auto found = actual(session.image(), result, expected.key);
    CaseDifference difference{std::string{to_string(expected.key)}, expected.place.line, without(expected.items, found),
                              without(found, expected.items)};
    if (!difference.missing.empty() || !difference.unexpected.empty()) differences.push_back(std::move(difference));
  }
  return differences;
}

class Runner {
 public:
  Runner(const model::RuleSet& rules, const model::Cases& cases, Date as_of)
      : rules_{rules}, files_{*cases.files}, as_of_{as_of}, list_{rules_of(rules)}, counts_(list_.size()) {}

  void run(const model::CaseFile& file) {
    Session& session = session_for(file.profile);
    for (const model::Case& each : file.cases) {
      const eval::Result& result = session.run(each, as_of_);
      results_.push_back({std::string{files_.name(each.place.file)}, each.place.line, each.id, file.profile.id,
                          compare(session, result, each)});
      for (const auto& [rule, truth] : session.outcomes()) ++counts_[rule][static_cast<std::size_t>(truth)];
    }
  }

  // A rule that no profile runs is asked in a session of its guide alone, so that it counts, and counts as uncovered.
  void count_the_rest() {
    for (int guide = 0; guide < static_cast<int>(rules_.guides.size()); ++guide) {
      session_for(*model::find_profile(rules_, rules_.guides[static_cast<std::size_t>(guide)].id));
    }
  }

  void count(const model::Profile& profile) { session_for(profile); }

  CaseRun take() {
    CaseRun run;
    run.results = std::move(results_);
    std::set<int> files;
    for (std::size_t i = 0; i < list_.size(); ++i) {
      if (!counted_.contains(i)) continue;
      run.coverage.rules.push_back(covered(i));
      files.insert(list_[i].place.file);
    }
    for (const int file : files) {
      run.coverage.files.push_back({std::string{rules_.files->name(file)}, std::string{rules_.files->text(file)}});
    }
    std::ranges::stable_sort(run.coverage.rules, {}, [](const RuleCoverage& each) {
      return std::tuple{std::string_view{each.file}, each.line};
    });
    return run;
  }

 private:
  Session& session_for(const model::Profile& profile) {
    auto& session = sessions_[profile.id];
    if (!session) {
      session = std::make_unique<Session>(rules_, profile, list_);
      counted_.insert(session->counted().begin(), session->counted().end());
    }
    return *session;
  }

  RuleCoverage covered(std::size_t i) const {
    const Rule& rule = list_[i];
    RuleCoverage result;
    result.kind = rule.kind;
    if (rule.guide >= 0) result.guide = rules_.guides[static_cast<std::size_t>(rule.guide)].id;
    result.id = rule.id;
    result.file = rules_.files->name(rule.place.file);
    result.line = rule.place.line;
    result.last_line = last_line(*rules_.files, rule.place);
    result.yes = counts_[i][static_cast<std::size_t>(Truth::yes)];
    result.no = counts_[i][static_cast<std::size_t>(Truth::no)];
    result.unknown = counts_[i][static_cast<std::size_t>(Truth::unknown)];
    return result;
  }

  const model::RuleSet& rules_;
  const base::Files& files_;
  Date as_of_;
  std::vector<Rule> list_;
  std::vector<std::array<std::uint64_t, 3>> counts_;  // As list_, by truth.
  std::map<std::string, std::unique_ptr<Session>> sessions_;
  std::set<std::size_t> counted_;
  std::vector<CaseResult> results_;
};

}  // namespace

CaseRun run(const model::RuleSet& rules, const model::Cases& cases, std::string_view profile, Date as_of) {
  Runner runner{rules, cases, as_of};
  for (const model::CaseFile& file : cases.in_files) {
    if (profile.empty() || file.profile.id == profile) runner.run(file);
  }
  if (profile.empty()) {
    runner.count_the_rest();
  } else if (const auto chosen = model::find_profile(rules, profile)) {
    runner.count(*chosen);
  }
  return runner.take();
}

}  // namespace vertebra::cases
