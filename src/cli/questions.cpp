#include "cli/questions.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "cli/terminal.hpp"

namespace vertebra::cli {
namespace {

std::string spelled(std::string_view id) {
  std::string text{id};
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string quoted(const CareLevel& level) {
  return "“" + (level.label.empty() ? spelled(level.id) : std::string{level.label}) + "”";
}

std::string wording(const Question& question) {
  return question.ask.empty() ? spelled(question.fact) + "?" : std::string{question.ask};
}

struct UnitWords {
  std::string_view unit;
  std::string_view name;
  std::string_view example;
};

constexpr std::array unit_words{
    UnitWords{"h", "hours", "`6 h` or `2 h .. 4 h`"},
    UnitWords{"d", "days", "`6 wk` or `3 wk .. 6 wk`"},
    UnitWords{"wk", "weeks", "`6 wk` or `3 wk .. 6 wk`"},
    UnitWords{"mo", "months", "`5 mo` or `4 mo .. 6 mo`"},
    UnitWords{"a", "years", "`60 .. 65`"},
    UnitWords{"min", "minutes", "`30 min` or `1 h .. 2 h`"},
    UnitWords{"Cel", "°C", "`38.2` or `38 .. 39`"},
    UnitWords{"{score}", "points", "`4 .. 6`"},
};

std::string number_text(double value) {
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
  return {buffer.data(), end.ptr};
}

std::string quantity_hint(const FactInfo& fact) {
  const auto found =
      std::find_if(unit_words.begin(), unit_words.end(), [&](const UnitWords& each) { return each.unit == fact.unit; });
  const bool known = found != unit_words.end();
  const std::string low = number_text(fact.min);
  const std::string high = number_text(fact.max);
  std::string hint = known ? std::string{found->name} : std::string{fact.unit};
  hint += ", " + low + " to " + high + "; also ";
  hint += known ? std::string{found->example} : "a range such as `" + low + " .. " + high + "`";
  for (const std::string_view word : fact.words) hint += ", `" + std::string{word} + "`";
  return hint;
}

std::string choice_hint(const FactInfo& fact) {
  std::string hint;
  for (std::size_t i = 0; i < fact.choices.size(); ++i)
    hint.append(i == 0 ? "" : ", ").append(std::to_string(i + 1)).append(" ").append(fact.choices[i]);
  return hint;
}

std::string hint_of(const FactInfo& fact) {
  switch (fact.kind) {
    case FactKind::boolean: return "yes or no";
    case FactKind::choice: return choice_hint(fact);
    case FactKind::quantity: break;
  }
  return quantity_hint(fact);
}

std::string page_text(const std::vector<Question>& page, std::string_view lead) {
  std::string text = hanging(lead, "Which of these are so?");
  for (std::size_t i = 0; i < page.size(); ++i) text += hanging("   " + std::to_string(i + 1) + "  ", wording(page[i]));
  return text + hanging("   ", "[none; the numbers of what is so, such as `1 3`; `2?` for not known; each]");
}

bool waits_on(const std::vector<std::string_view>& facts, std::string_view fact) {
  return std::find(facts.begin(), facts.end(), fact) != facts.end();
}

std::string count_text(int count, std::string_view thing) {
  return std::to_string(count) + " " + std::string{thing} + (count == 1 ? "" : "s");
}

// "it could still mean “…”; 17 treatments wait on it; it moves points".
std::string summary(const Question& question) {
  std::vector<std::string> parts;
  if (question.decides_scope) parts.push_back("it tells which guides apply");
  if (question.could_raise) parts.push_back("it could still mean " + quoted(*question.could_raise));
  if (question.verdicts > 0)
    parts.push_back(count_text(question.verdicts, "treatment") + (question.verdicts == 1 ? " waits" : " wait") +
                    " on it");
  if (question.could_change.has(Change::scores)) parts.push_back("it moves treatments up or down");
  if (question.could_change.has(Change::cautions)) parts.push_back("a treatment may need caution");
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : "; ") + part;
  return text.empty() ? "nothing that these guides say hangs on it" : text;
}

// The signs that wait on the answer, at the level that it could still mean.
std::string signs(const Question& question, const Outcome& outcome) {
  constexpr int most = 2;
  int shown = 0;
  std::string text;
  for (const RedFlagAdvice& flag : outcome.red_flags()) {
    const bool counts = question.could_raise && flag.truth == Truth::unknown &&
                        flag.level.rank == question.could_raise->rank && waits_on(flag.depends_on, question.fact);
    if (counts && ++shown <= most) text += hanging("     - ", flag.because);
  }
  return text;
}

std::string sentence(std::string text) {
  if (text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text + ".";
}

}  // namespace

std::string question_text(const std::vector<Question>& page, const std::vector<FactInfo>& facts, int number) {
  const std::string lead = std::to_string(number) + ". ";
  if (page.size() > 1) return "\n" + page_text(page, lead);
  const Question& question = page.front();
  return "\n" + hanging(lead, wording(question)) + hanging("   ", "[" + hint_of(facts[question.id.index]) + "]");
}

std::string stakes_text(const std::vector<Question>& page, const Outcome& outcome) {
  if (page.size() == 1) return hanging("   ", sentence(summary(page.front()))) + signs(page.front(), outcome);
  std::string text;
  for (std::size_t first = 0; first < page.size();) {
    const std::string said = sentence(summary(page[first]));
    std::size_t end = first + 1;
    while (end < page.size() && sentence(summary(page[end])) == said) ++end;
    const std::string numbers = std::to_string(first + 1) + (end > first + 1 ? " to " + std::to_string(end) : "");
    text += hanging("   " + numbers + "  ", said);
    first = end;
  }
  return text;
}

std::string care_text(const Outcome& outcome) {
  const auto care = outcome.care();
  if (!care) return hanging("→ ", "Care: not assessed, because no guide with warning signs is about this patient");
  if (care->decided()) return hanging("→ ", "Care: " + quoted(care->least));
  return hanging("→ ", "Care: between " + quoted(care->least) + " and " + quoted(care->most));
}

std::string fact_names(const std::vector<Question>& questions) {
  constexpr std::size_t most = 8;
  std::string text;
  for (std::size_t i = 0; i < std::min(most, questions.size()); ++i)
    text.append(i == 0 ? "" : i + 1 == questions.size() ? " and " : ", ").append(spelled(questions[i].fact));
  if (questions.size() > most) text += " and " + std::to_string(questions.size() - most) + " more";
  return text;
}

}  // namespace vertebra::cli
