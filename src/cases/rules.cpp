#include "cases/rules.hpp"

#include <algorithm>

namespace vertebra::cases {
namespace {

class Collector {
 public:
  explicit Collector(const model::RuleSet& rules) : rules_{rules} {}

  std::vector<Rule> collect() {
    for (const model::Condition& each : rules_.vocabulary.conditions) add("condition", each.id, each.place, each.when);
    for (guide_ = 0; guide_ < static_cast<int>(rules_.guides.size()); ++guide_) {
      collect(rules_.guides[static_cast<std::size_t>(guide_)]);
    }
    return std::move(list_);
  }

 private:
  void collect(const model::Guide& guide) {
    if (guide.scope) add("scope", {}, guide.scope->place, *guide.scope);
    for (const auto& each : guide.conditions) add("condition", each.id, each.place, each.when);
    for (const auto& each : guide.red_flags) add("red_flag", each.id, each.place, each.when);
    for (const auto& each : guide.contraindications) add("contraindication", each.id, each.place, each.when);
    for (const auto& each : guide.opinions) collect(each);
    for (const auto& each : guide.notices) {
      if (each.when) add("notice", each.id, each.place, *each.when);
    }
  }

  void collect(const model::Opinion& opinion) {
    const std::string& treatment = rules_.vocabulary.treatments[static_cast<std::size_t>(opinion.treatment)].id;
    if (opinion.when) add("indication", treatment, opinion.when->place, *opinion.when);
    for (const auto& each : opinion.arguments) add("argument", treatment + "." + each.id, each.place, each.when);
  }

  void add(std::string_view kind, std::string id, base::Place place, const model::Expression& condition) {
    list_.push_back({kind, guide_, std::move(id), place, &condition});
  }

  const model::RuleSet& rules_;
  int guide_ = -1;
  std::vector<Rule> list_;
};

}  // namespace

std::vector<Rule> rules_of(const model::RuleSet& rules) { return Collector{rules}.collect(); }

int last_line(const base::Files& files, base::Place place) {
  const auto indentation = [&](int line) { return files.line(place.file, line).find_first_not_of(' '); };
  const auto lines = static_cast<int>(std::ranges::count(files.text(place.file), '\n')) + 1;
  const std::size_t own = indentation(place.line);
  int last = place.line;
  for (int line = place.line + 1; line <= lines; ++line) {
    const std::size_t depth = indentation(line);
    if (depth == std::string_view::npos) continue;  // A blank line belongs to what comes after it.
    if (depth <= own) break;
    last = line;
  }
  return last;
}

}  // namespace vertebra::cases
