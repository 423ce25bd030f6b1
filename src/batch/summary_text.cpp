#include <algorithm>
#include <string>
#include <vector>

#include <vertebra/batch.hpp>
#include <vertebra/vocabulary.hpp>

namespace vertebra {
namespace {

constexpr std::size_t most_gaps = 10;

std::string counted(std::uint64_t count, std::string_view what) {
  return std::to_string(count) + " " + std::string{what} + (count == 1 ? "" : "s");
}

std::string right(std::string text, std::size_t width) {
  return std::string(width - std::min(width, text.size()), ' ') + text;
}
std::string left(std::string_view text, std::size_t width) {
  return std::string{text} + std::string(width - std::min(width, text.size()), ' ');
}

// "12.5 %", rounded; of nothing, nothing.
std::string percent(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return "-";
  const std::uint64_t tenths = (part * 2000 + whole) / (2 * whole);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " %";
}

class Table {
 public:
  explicit Table(std::uint64_t whole) : whole_{whole} {}
  void add(std::string_view name, const std::vector<std::uint64_t>& counts) {
    out_ += "  " + left(name, 28);
    for (const std::uint64_t each : counts) out_ += right(std::to_string(each), 12) + right(percent(each, whole_), 9);
    out_ += "\n";
  }
  std::string take() { return std::move(out_); }

 private:
  std::uint64_t whole_;
  std::string out_;
};

std::string heading(std::string_view name, const std::vector<std::string_view>& columns) {
  std::string out = "\n" + left(name, 30);
  for (const std::string_view each : columns) out += right(std::string{each}, 21);
  return out + "\n";
}

std::string care_text(const BatchSummary& summary, const RuleSet& rule_set) {
  Table table{summary.evaluated};
  for (const CareLevel& each : care_levels(rule_set)) {
    const auto rank = static_cast<std::size_t>(each.rank);
    table.add(each.id, {summary.care_least[rank], summary.care_most[rank]});
  }
  if (summary.not_assessed > 0) table.add("not assessed", {summary.not_assessed, summary.not_assessed});
  return heading("Care", {"at least", "at most"}) + table.take();
}

std::string verdict_text(const BatchSummary& summary, const RuleSet& rule_set) {
  Table table{summary.evaluated};
  const auto ids = ranked_treatments(rule_set);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const BatchSummary::Verdicts& each = summary.verdicts[i];
    table.add(ids[i], {each.offered, each.provisional, each.withheld});
  }
  return heading("Treatments", {"offered", "provisional", "withheld"}) + table.take();
}

std::string gap_text(const BatchSummary& summary, const RuleSet& rule_set) {
  const std::vector<FactInfo> known = facts(rule_set);
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < known.size(); ++i)
    if (summary.gaps[i].mattered > 0) order.push_back(i);
  std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t i) { return summary.gaps[i].mattered; });
  if (order.empty()) return "\nNo open question could have changed any advice.\n";
  const std::size_t more = order.size() - std::min(order.size(), most_gaps);
  order.resize(order.size() - more);
  Table table{summary.evaluated};
  for (const std::size_t i : order) table.add(known[i].id, {summary.gaps[i].unknown, summary.gaps[i].mattered});
  std::string out = heading("Facts most missed", {"unknown", "and it mattered"}) + table.take();
  if (more > 0) out += "  and " + std::to_string(more) + " more facts\n";
  return out;
}

}  // namespace

std::string to_text(const BatchSummary& summary, const RuleSet& rule_set) {
  std::string out =
      counted(summary.evaluated, "patient") + " evaluated, " + counted(summary.rejected, "line") + " rejected\n";
  if (summary.evaluated == 0) return out;
  out += care_text(summary, rule_set);
  out += "  undecided: " + percent(summary.care_undecided, summary.evaluated) +
         "; answers in conflict: " + percent(summary.in_conflict, summary.evaluated) + "\n";
  return out + verdict_text(summary, rule_set) + gap_text(summary, rule_set);
}

}  // namespace vertebra
