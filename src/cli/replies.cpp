#include "cli/replies.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace vertebra::cli {
namespace {

// Digits alone, from 1 to `most`; 0 for anything else.
std::size_t number_of(std::string_view text, std::size_t most) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() && number <= most ? number : 0;
}

bool is_not_known(const std::string& said) { return said.empty() || said == "unknown" || said == "?"; }

void skip(FactId id, Known& known) {
  known.unknown.insert(id.index);
  known.asked.insert(id.index);
}

// As a patient file has it: the number of a choice and the first letter of yes and no are shorter to type.
std::string spelt_out(const FactInfo& fact, const std::string& said) {
  if (fact.kind == FactKind::boolean) return said == "y" ? "yes" : said == "n" ? "no" : said;
  if (fact.kind == FactKind::quantity) return said;
  const std::size_t number = number_of(said, fact.choices.size());
  return number == 0 ? said : std::string{fact.choices[number - 1]};
}

enum class Tick { no, yes, not_known };

Diagnostic not_a_number(const std::string& said, std::size_t at, const std::string& word, std::size_t most) {
  Diagnostic problem;
  problem.code = "V0702";
  problem.name = "wrong-answer-type";
  problem.file = "answer";
  problem.line = 1;
  problem.column = static_cast<int>(at) + 1;
  problem.length = static_cast<int>(word.size());
  problem.message = "`" + word + "` is not the number of one of these";
  problem.help = "give numbers from 1 to " + std::to_string(most) + ", such as `1 3`, or `none`, or `each`";
  problem.excerpt = said;
  return problem;
}

// "1 3" and "1, 3 and 4?": what is not named is not so.
std::vector<Diagnostic> read_ticks(const std::string& said, std::vector<Tick>& ticks) {
  constexpr std::string_view between = " ,;";
  std::vector<Diagnostic> problems;
  for (std::size_t at = said.find_first_not_of(between); at != std::string::npos;) {
    const std::size_t end = std::min(said.find_first_of(between, at), said.size());
    const std::string word = said.substr(at, end - at);
    const bool doubtful = word.ends_with('?');
    const std::size_t number = number_of(doubtful ? word.substr(0, word.size() - 1) : word, ticks.size());
    if (number > 0) ticks[number - 1] = doubtful ? Tick::not_known : Tick::yes;
    if (number == 0 && word != "and" && word != "none") problems.push_back(not_a_number(said, at, word, ticks.size()));
    at = said.find_first_not_of(between, end);
  }
  return problems;
}

Choice all_but_none(const FactInfo& fact) {
  Choice rest;
  for (const std::string_view each : fact.choices)
    if (each != "none") rest.members.emplace_back(each);
  return rest;
}

// Of a choice that is so, which one is asked next.
Status take_tick(Tick tick, const FactInfo& fact, FactId id, Known& known) {
  if (tick == Tick::not_known) {
    skip(id, known);
    return {};
  }
  const bool so = tick == Tick::yes;
  if (fact.kind == FactKind::boolean) return known.patient.set(id, so);
  if (!so) return known.patient.set(id, choice("none"));
  if (fact.choices.size() > 2) known.singled.push_back(id.index);
  return known.patient.set(id, all_but_none(fact));
}

}  // namespace

std::vector<Diagnostic> take_reply(const FactInfo& fact, FactId id, const std::string& said, Known& known) {
  std::erase(known.singled, id.index);
  known.asked.insert(id.index);
  if (is_not_known(said)) {
    skip(id, known);
    return {};
  }
  known.unknown.erase(id.index);
  return read_patient(known.patient, std::string{fact.id} + ": " + spelt_out(fact, said) + "\n", "answer").diagnostics;
}

std::vector<Diagnostic> take_reply(const std::vector<Question>& page, const std::vector<FactInfo>& facts,
                                   const std::string& said, Known& known) {
  if (said == "each") {
    for (const Question& each : page) known.singled.push_back(each.id.index);
    return {};
  }
  std::vector<Tick> ticks(page.size(), is_not_known(said) ? Tick::not_known : Tick::no);
  if (!is_not_known(said)) {
    if (auto problems = read_ticks(said, ticks); !problems.empty()) return problems;
  }
  for (std::size_t i = 0; i < page.size(); ++i) {
    const FactId id = page[i].id;
    if (auto status = take_tick(ticks[i], facts[id.index], id, known); !status) return {status.problem()};
  }
  return {};
}

}  // namespace vertebra::cli
