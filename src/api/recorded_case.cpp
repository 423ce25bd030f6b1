#include <vertebra/cases.hpp>

#include <array>

#include "api/answer_lines.hpp"
#include "api/state.hpp"
#include "cases/actual.hpp"

namespace vertebra {
namespace {

constexpr std::size_t line_columns = 120;
constexpr std::string_view deep = "        ";

// Items between brackets, broken into lines that can be read.
std::string flow(const std::vector<std::string>& items, std::string_view open, std::string_view close) {
  std::string line;
  for (const std::string& each : items) line += (line.empty() ? "" : ", ") + each;
  if (line.size() + 30 <= line_columns) return std::string{open} + line + std::string{close} + "\n";
  std::string text = std::string{open} + "\n" + std::string{deep};
  std::size_t column = deep.size();
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string item = items[i] + (i + 1 < items.size() ? "," : "");
    if (column > deep.size() && column + item.size() + 1 > line_columns) {
      text += "\n" + std::string{deep};
      column = deep.size();
    }
    text += (column > deep.size() ? " " : "") + item;
    column += item.size() + 1;
  }
  return text + "\n      " + std::string{close} + "\n";
}

// "heat: a" and "heat: b" are one entry.
std::vector<std::string> grouped(const std::vector<std::string>& pairs) {
  std::vector<std::string> result;
  std::string last;
  for (const std::string& each : pairs) {
    const std::size_t colon = each.find(": ");
    const std::string treatment = each.substr(0, colon);
    const std::string id = each.substr(colon + 2);
    if (treatment == last) {
      result.back().insert(result.back().size() - 1, ", " + id);
    } else {
      result.push_back(treatment + ": [" + id + "]");
      last = treatment;
    }
  }
  return result;
}

std::string expectation(const Outcome::State& state, model::CaseKey key) {
  const auto items = cases::actual(state.rule_set->image, state.result, key);
  const std::string head = "      " + std::string{cases::to_string(key)} + ": ";
  switch (key) {
    case model::CaseKey::care:
    case model::CaseKey::first: return head + items.front() + "\n";
    case model::CaseKey::withheld: return head + flow(items, "{", "}");
    case model::CaseKey::cautions: return head + flow(grouped(items), "{", "}");
    default: return head + flow(items, "[", "]");
  }
}

constexpr std::array keys{model::CaseKey::care,      model::CaseKey::red_flags,   model::CaseKey::open_flags,
                          model::CaseKey::offered,   model::CaseKey::provisional, model::CaseKey::withheld,
                          model::CaseKey::cautions,  model::CaseKey::first,       model::CaseKey::ask,
                          model::CaseKey::conflicts, model::CaseKey::notices};

}  // namespace

std::string to_case(const Patient& patient, const Outcome& outcome, std::string_view name) {
  const Outcome::State& state = outcome.state();
  std::string text = "# Recorded from an evaluation of " + to_string(outcome.as_of()) +
                     ": it says what the rules said, not what is right.\n"
                     "# Review every line against the sources before it is kept, then take this comment away.\n";
  text += "cases: " + state.rule_set->vocabulary + "\nprofile: " + std::string{outcome.profile()} + "\n\ncases:\n  " +
          std::string{name} + ":\n    given: " + flow(answer_lines(patient.state()), "{", "}") + "    expect:\n";
  for (const model::CaseKey key : keys) text += expectation(state, key);
  return text;
}

}  // namespace vertebra
