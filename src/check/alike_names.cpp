#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "check/checks.hpp"

namespace vertebra::check {
namespace {

struct Name {
  std::string_view id;
  std::string_view kind;
  base::Place place;
};

// Shorter words are often one letter apart and mean quite different things: heat and head.
constexpr std::size_t shortest = 8;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string without_digits(std::string_view id) {
  std::string rest;
  for (const char c : id)
    if (!is_digit(c)) rest += c;
  return rest;
}

std::string in_word_order(std::string_view id) {
  std::vector<std::string> words(1);
  for (const char c : id) {
    if (c == '_')
      words.emplace_back();
    else
      words.back() += c;
  }
  std::ranges::sort(words);
  std::string joined;
  for (const std::string& word : words) joined += word + '_';
  return joined;
}

// One letter more, less or other, or two neighbours changed places.
bool one_slip_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  const auto first = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  const std::string_view a_rest = a.substr(first);
  const std::string_view b_rest = b.substr(first);
  if (a.size() != b.size()) return a_rest == b_rest.substr(1);
  if (a_rest.empty() || a_rest.substr(1) == b_rest.substr(1)) return true;
  return a_rest.size() > 1 && a_rest[0] == b_rest[1] && a_rest[1] == b_rest[0] && a_rest.substr(2) == b_rest.substr(2);
}

bool alike(std::string_view a, std::string_view b) {
  // Numbered things are told apart by their numbers.
  if (a == b || without_digits(a) == without_digits(b)) return false;
  return in_word_order(a) == in_word_order(b) || one_slip_apart(a, b);
}

// Two names that are one slip apart have a spelling with one letter left out in common, so only such pairs are compared.
std::vector<std::string> shared_spellings(std::string_view id) {
  std::vector<std::string> spellings{in_word_order(id), std::string{id}};
  for (std::size_t i = 0; i < id.size(); ++i) {
    std::string shorter{id};
    spellings.push_back(shorter.erase(i, 1));
  }
  return spellings;
}

void compare(const std::vector<Name>& names, base::Reporter& reporter) {
  std::map<std::string, std::vector<std::size_t>> by_spelling;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i].id.size() < shortest) continue;
    std::size_t nearest = i;
    for (const std::string& spelling : shared_spellings(names[i].id)) {
      std::vector<std::size_t>& earlier = by_spelling[spelling];
      for (const std::size_t other : earlier)
        if (other < nearest && alike(names[i].id, names[other].id)) nearest = other;
      if (earlier.empty() || earlier.back() != i) earlier.push_back(i);
    }
    if (nearest == i) continue;
    reporter.report(base::Code::alike_names, names[i].place,
                    "the " + std::string{names[i].kind} + " `" + std::string{names[i].id} +
                        "` is easily taken for the " + std::string{names[nearest].kind} + " `" +
                        std::string{names[nearest].id} + "`",
                    "if they are one thing, keep one; else give them names that differ more");
  }
}

template <class List>
void add(std::vector<Name>& names, const List& list, std::string_view kind) {
  for (const auto& each : list) names.push_back({each.id, kind, each.place});
}

}  // namespace

void check_alike_names(const model::RuleSet& rules, const graph::RuleGraph&, base::Reporter& reporter) {
  std::vector<Name> shared;
  for (const model::Fact& fact : rules.vocabulary.facts) shared.push_back({fact.shape.id, "fact", fact.place});
  add(shared, rules.vocabulary.conditions, "condition");
  for (const model::Guide& guide : rules.guides) {
    std::vector<Name> names = shared;
    add(names, guide.parameters, "parameter");
    add(names, guide.conditions, "condition");
    add(names, guide.red_flags, "red flag");
    add(names, guide.scores, "score");
    compare(names, reporter);
  }
  if (rules.guides.empty()) compare(shared, reporter);
  std::vector<Name> treatments;
  add(treatments, rules.vocabulary.treatments, "treatment");
  compare(treatments, reporter);
}

}  // namespace vertebra::check
