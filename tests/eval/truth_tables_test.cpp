#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "support/generate_booleans.hpp"
#include "support/generate_expressions.hpp"
#include "support/reference_evaluator.hpp"
#include "support/reference_view.hpp"

// tests/conformance/truth_tables.tsv holds for the reference and for the library, and leaves nothing out.
namespace vertebra {
namespace {

using model::Operator;

struct Row {
  std::string text;
  std::string name;
  std::vector<Truth> operands;
  Truth result = Truth::unknown;
};

Truth parse_truth(const std::string& word) {
  EXPECT_TRUE(word == "yes" || word == "unknown" || word == "no") << word;
  return word == "yes" ? Truth::yes : word == "no" ? Truth::no : Truth::unknown;
}

std::vector<Row> read_rows() {
  std::ifstream file{VERTEBRA_SOURCE_DIR "/tests/conformance/truth_tables.tsv"};
  std::vector<Row> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    Row row{line, {}, {}, {}};
    std::istringstream words{line};
    words >> row.name;
    for (std::string word; words >> word;) row.operands.push_back(parse_truth(word));
    if (row.operands.empty()) {
      ADD_FAILURE() << "no operands: " << line;
      continue;
    }
    row.result = row.operands.back();
    row.operands.pop_back();
    rows.push_back(row);
  }
  return rows;
}

// "points_2_-1_at_least_1" compares the score that adds up the operands.
model::Expression comparison_of(const Row& row) {
  model::Expression result;
  result.op = Operator::score;
  result.guide = 0;
  result.index = 0;
  result.relation = model::Relation::greater_or_equal;
  result.threshold = row.name.back() - '0';
  return result;
}

model::Score score_of(const Row& row) {
  model::Score score;
  std::istringstream words{row.name.substr(row.name.find('_') + 1)};
  for (std::string word; std::getline(words, word, '_') && word != "at";)
    score.sum.push_back({word, {}, std::stoi(word), generate::boolean_fact(static_cast<int>(score.sum.size()))});
  EXPECT_EQ(score.sum.size(), row.operands.size()) << row.text;
  return score;
}

model::Expression condition_of(const Row& row) {
  std::vector<model::Expression> facts;
  for (std::size_t i = 0; i < row.operands.size(); ++i) facts.push_back(generate::boolean_fact(static_cast<int>(i)));
  if (row.name.starts_with("points_")) return comparison_of(row);
  if (row.name == "not") return generate::negation(facts[0]);
  if (row.name == "and") return generate::joined(Operator::all, facts);
  if (row.name == "or") return generate::joined(Operator::any, facts);
  if (row.name == "none") return generate::negation(generate::joined(Operator::any, facts));
  EXPECT_TRUE(row.name.starts_with("at_least_")) << row.text;
  return generate::joined(Operator::at_least, facts, row.name.back() - '0');
}

// An argument that is not listed is no.
Truth truth_in(const reference::Outcome& outcome) {
  const auto& arguments = outcome.treatments.at(0).arguments;
  return arguments.empty() ? Truth::no : arguments[0].truth;
}

TEST(TruthTables, HoldForTheReferenceAndForTheLibrary) {
  for (const Row& row : read_rows()) {
    const model::Expression condition = condition_of(row);
    model::RuleSet rules = generate::boolean_rules(static_cast<int>(row.operands.size()), {&condition, 1});
    if (condition.op == Operator::score) rules.guides[0].scores.push_back(score_of(row));
    std::vector<base::Possible> answers;
    for (const Truth each : row.operands) answers.push_back(generate::boolean_answer(each));
    EXPECT_EQ(truth_in(reference::evaluate(rules, generate::only_guide(), answers)), row.result) << row.text;
    EXPECT_EQ(truth_in(reference::run_library(rules, generate::only_guide(), answers)), row.result) << row.text;
  }
}

TEST(TruthTables, AreComplete) {
  using Table = std::pair<std::string, std::size_t>;  // Operator and number of operands.
  std::set<std::pair<std::string, std::vector<Truth>>> seen;
  std::map<Table, int> sizes;
  for (const Row& row : read_rows()) {
    EXPECT_TRUE(seen.insert({row.name, row.operands}).second) << "twice: " << row.text;
    ++sizes[Table{row.name, row.operands.size()}];
  }
  const std::map<Table, int> complete{
      {{"not", 1}, 3},
      {{"and", 2}, 9},
      {{"and", 3}, 27},
      {{"or", 2}, 9},
      {{"or", 3}, 27},
      {{"none", 1}, 3},
      {{"none", 2}, 9},
      {{"none", 3}, 27},
      {{"at_least_1", 1}, 3},
      {{"at_least_1", 2}, 9},
      {{"at_least_2", 2}, 9},
      {{"at_least_1", 3}, 27},
      {{"at_least_2", 3}, 27},
      {{"at_least_3", 3}, 27},
      {{"points_2_-1_at_least_1", 2}, 9},
      {{"points_1_2_at_least_2", 2}, 9},
  };
  EXPECT_EQ(sizes, complete);
}

}  // namespace
}  // namespace vertebra
