#include "report/questions_text.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "report/care_text.hpp"
#include "report/phrases.hpp"

namespace vertebra::report {
namespace {

constexpr std::size_t questions_shown = 10;

struct OpenGroup {
  std::string heading;
  std::vector<explain::OpenFact> facts;
};

// Sorts the open facts into groups; each goes into the first that takes it.
class OpenGroups {
 public:
  explicit OpenGroups(const OutcomeParts& parts) : parts_{parts} {}

  template <class Wanted>
  void add(std::string heading, const Wanted& wanted) {
    OpenGroup group{std::move(heading), {}};
    for (const auto& fact : parts_.open_facts) {
      if (wanted(fact.id) && taken_.insert(fact.id).second) group.facts.push_back(fact);
    }
    if (!group.facts.empty()) groups_.push_back(std::move(group));
  }

  std::vector<OpenGroup> take() { return std::move(groups_); }

 private:
  const OutcomeParts& parts_;
  std::unordered_set<std::string_view> taken_;
  std::vector<OpenGroup> groups_;
};

bool contains(const std::vector<std::string_view>& ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// True where a sign of this level still waits on the fact.
bool could_raise(const OutcomeParts& parts, int level, std::string_view fact) {
  return std::any_of(parts.red_flags.begin(), parts.red_flags.end(), [&](const auto& flag) {
    return flag.truth == Truth::unknown && flag.level.rank == level && contains(flag.depends_on, fact);
  });
}

std::vector<OpenGroup> sorted(const OutcomeParts& parts) {
  OpenGroups groups{parts};
  const int least = parts.care ? parts.care->least.rank : -1;
  int level = -1;
  for (const auto& flag : parts.red_flags) {  // The open ones stand by level, the most urgent first.
    if (flag.truth != Truth::unknown || flag.level.rank <= least || flag.level.rank == level) continue;
    level = flag.level.rank;
    groups.add("Could still mean " + quoted(flag.level) + ":",
               [&](std::string_view fact) { return could_raise(parts, level, fact); });
  }
  if (parts.care) {
    groups.add("Could still make the treatments wait for a visit:",
               [&](std::string_view fact) { return contains(parts.care->deferral_waits_on, fact); });
  }
  groups.add("Could still change the treatments:", [](std::string_view) { return true; });
  return groups.take();
}

std::string names(const std::vector<explain::OpenFact>& facts, std::size_t from) {
  std::vector<std::string_view> ids;
  for (std::size_t i = from; i < facts.size(); ++i) ids.push_back(facts[i].id);
  return fact_list(ids);
}

}  // namespace

void write_questions(const OutcomeParts& parts, Page& page) {
  page.heading("ASK NEXT");
  std::size_t left = questions_shown;
  for (const auto& [heading, facts] : sorted(parts)) {
    const std::size_t shown = std::min(left, facts.size());
    left -= shown;
    if (shown == 0) {
      page.item(2, "", heading + " " + names(facts, 0));
      continue;
    }
    page.text(2, heading);
    for (std::size_t i = 0; i < shown; ++i) {
      page.item(4, "- ", facts[i].ask.empty() ? spelled(facts[i].id) : std::string{facts[i].ask});
    }
    if (shown < facts.size()) page.item(4, "- ", "and " + names(facts, shown));
  }
}

}  // namespace vertebra::report
