#include "eval/answers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include <vertebra/vertebra.hpp>

#include "api/state.hpp"
#include "eval/domain.hpp"

// What answers make of the tests, held against a reference that asks every test about every value. It knows neither cells of
// a quantity nor words of a plane.
namespace vertebra {
namespace {

bool lies_above(const image::Test& cut, double value) { return cut.strict ? value > cut.value : value >= cut.value; }

bool has(std::uint64_t cells, unsigned cell) { return (cells >> cell & 1) != 0; }

unsigned cell_count(const image::Fact& fact) { return fact.type == base::FactType::boolean ? 2 : fact.choices.size(); }

Truth truth_of(const image::Test& test, const image::Fact& fact, const base::Possible& answer) {
  bool some_yes = false;
  bool some_no = false;
  if (fact.type == base::FactType::quantity) {
    for (const double value : {answer.known ? answer.low : fact.min, answer.known ? answer.high : fact.max})
      (lies_above(test, value) ? some_yes : some_no) = true;
  } else {
    for (unsigned cell = 0; cell < cell_count(fact); ++cell) {
      if (answer.known && !has(answer.cells, cell)) continue;
      (has(test.cells, cell) ? some_yes : some_no) = true;
    }
  }
  return some_yes && some_no ? Truth::unknown : some_yes ? Truth::yes : Truth::no;
}

// More is known than the fact's list or range.
bool says_something(const image::Image& image, const image::Fact& fact, const base::Possible& answer) {
  if (!answer.known) return false;
  if (fact.type != base::FactType::quantity) {
    for (unsigned cell = 0; cell < cell_count(fact); ++cell)
      if (!has(answer.cells, cell)) return true;
    return false;
  }
  for (std::uint32_t node = fact.tests.begin; node < fact.tests.end; ++node) {
    const image::Test& cut = image.tests[node];
    if (lies_above(cut, answer.low) != lies_above(cut, fact.min)) return true;
    if (lies_above(cut, answer.high) != lies_above(cut, fact.max)) return true;
  }
  return false;
}

bool is_partial_choice(const image::Fact& fact, const base::Possible& answer) {
  unsigned members = 0;
  for (unsigned cell = 0; cell < cell_count(fact); ++cell) members += has(answer.cells, cell) ? 1 : 0;
  return fact.type == base::FactType::choice && members > 1;
}

void expect_as_the_reference(const image::Image& image, const eval::Answers& answers,
                             const std::vector<base::Possible>& given, const std::string& after) {
  bool partial = false;
  for (std::uint32_t i = 0; i < image.facts.size(); ++i) {
    const image::Fact& fact = image.facts[i];
    for (std::uint32_t node = fact.tests.begin; node < fact.tests.end; ++node)
      ASSERT_EQ(answers.tests().at(node), truth_of(image.tests[node], fact, given[i])) << after << ": test " << node;
    const bool answered = says_something(image, fact, given[i]);
    ASSERT_EQ(has(answers.answered()[i / 64], i % 64), answered) << after << ": fact " << i;
    partial |= answered && is_partial_choice(fact, given[i]);
  }
  ASSERT_EQ(answers.has_partial_choice(), partial) << after;
}

// Facts whose tests begin and end inside a word of the planes, and fill more than one.
struct Wide : image::Image {
  explicit Wide(std::mt19937_64& random) {
    add(base::FactType::boolean, 0, {{0, false, 0, 0b10}});
    std::vector<image::Test> subsets;
    for (int i = 0; i < 69; ++i) subsets.push_back({1, false, 0, random() | 1});
    add(base::FactType::choice, 64, subsets);
    std::vector<image::Test> cuts;
    for (int i = 0; i < 150; ++i) cuts.push_back({2, i % 2 != 0, i / 2 * 0.5, 0});  // x >= 3, x > 3, x >= 3.5, …
    add(base::FactType::quantity, 0, cuts);
    add(base::FactType::choice, 3, {{3, false, 0, 0b001}, {3, false, 0, 0b110}});
    add(base::FactType::quantity, 0, {});
    first_gate = 256;
  }

  void add(base::FactType type, std::uint32_t choices, const std::vector<image::Test>& its_tests) {
    image::Fact fact;
    fact.type = type;
    fact.max = 50;
    fact.choices = {0, choices};
    fact.tests.begin = static_cast<std::uint32_t>(tests.size());
    tests.insert(tests.end(), its_tests.begin(), its_tests.end());
    fact.tests.end = static_cast<std::uint32_t>(tests.size());
    facts.push_back(fact);
  }
};

base::Possible any_answer(const image::Fact& fact, std::mt19937_64& random) {
  if (random() % 4 == 0) return {};
  if (fact.type == base::FactType::quantity) {
    const double low = static_cast<double>(random() % 201) / 4;
    const double high = random() % 2 == 0 ? low : std::min(fact.max, low + static_cast<double>(random() % 201) / 4);
    return {true, random() % 8 == 0 ? fact.min : low, random() % 8 == 0 ? fact.max : high, 0};
  }
  const unsigned count = cell_count(fact);
  const std::uint64_t all = count == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
  const std::uint64_t several = random() & random() & all;
  const std::uint64_t one = std::uint64_t{1} << random() % count;
  return {true, 0, 0, random() % 8 == 0 ? all : random() % 2 == 0 ? several | one : one};
}

TEST(Answers, MakeOfTestsWhatEveryValueMakesOfThem) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    std::mt19937_64 random{seed};
    const Wide image{random};
    eval::Answers answers{image};
    std::vector<base::Possible> given(image.facts.size());
    expect_as_the_reference(image, answers, given, "nothing known");
    for (int step = 0; step < 200; ++step) {
      const auto fact = static_cast<std::uint32_t>(random() % image.facts.size());
      given[fact] = any_answer(image.facts[fact], random);
      answers.set(image, fact, eval::domain_of(image, fact, given[fact]));
      expect_as_the_reference(image, answers, given, "seed " + std::to_string(seed) + ", " + std::to_string(step));
      if (HasFatalFailure()) return;
    }
  }
}

// One answer that a caller may give, and what it leaves possible.
struct Said {
  Answer answer;
  base::Possible possible;
};

void add_numbers(const image::Image& image, const image::Fact& fact, std::vector<Said>& result) {
  const std::string unit{image.view(fact.unit)};
  std::vector<double> values{fact.min, fact.max};
  for (std::uint32_t node = fact.tests.begin; node < fact.tests.end; ++node)
    for (const double beside : {-1, 0, 1}) values.push_back(image.tests[node].value + beside);
  std::erase_if(values, [&](double value) { return value < fact.min || value > fact.max; });
  for (const double value : values) {
    result.push_back({quantity(value, unit), {true, value, value, 0}});
    result.push_back({quantity(value, ""), {true, value, value, 0}});
    result.push_back({range(fact.min, value, ""), {true, fact.min, value, 0}});
    result.push_back({range(value, fact.max, unit), {true, value, fact.max, 0}});
  }
}

void add_choices(const image::Image& image, const image::Fact& fact, std::vector<Said>& result) {
  Choice all;
  for (unsigned i = 0; i < fact.choices.size(); ++i) {
    const std::string word{image.view(image.lists[fact.choices.begin + i])};
    result.push_back({choice(word), {true, 0, 0, std::uint64_t{1} << i}});
    all.members.push_back(word);
    result.push_back({all, {true, 0, 0, (std::uint64_t{2} << i) - 1}});
  }
}

std::vector<Said> good_answers(const image::Image& image, const image::Fact& fact) {
  std::vector<Said> result{{Unknown{}, {}}};
  if (fact.type == base::FactType::quantity) add_numbers(image, fact, result);
  if (fact.type == base::FactType::choice) add_choices(image, fact, result);
  if (fact.type == base::FactType::boolean) {
    result.push_back({true, {true, 0, 0, 0b10}});
    result.push_back({false, {true, 0, 0, 0b01}});
  }
  return result;
}

std::vector<Answer> bad_answers(const image::Fact& fact) {
  std::vector<Answer> result{quantity(std::numeric_limits<double>::quiet_NaN(), ""), quantity(1, "furlongs"),
                             choice("canary"), Choice{}, range(1e300, -1e300, "")};
  if (fact.type != base::FactType::boolean) result.emplace_back(true);
  return result;
}

Status set_exactly(Patient& patient, FactId fact, const Answer& answer) {
  return std::visit([&](const auto& each) { return patient.set(fact, each); }, answer);
}

TEST(Answers, OfEveryShippedFactAndKindAreThoseOfTheReference) {
  const Engine engine{load_rule_set(VERTEBRA_SOURCE_DIR "/rules/low_back_pain", "default").rule_set.value()};
  const image::Image& image = engine.rule_set().state().image;
  Patient patient{engine};
  std::vector<base::Possible> given(image.facts.size());
  for (std::uint32_t i = 0; i < image.facts.size(); ++i) {
    const std::string id{image.view(image.facts[i].id)};
    for (const Said& said : good_answers(image, image.facts[i])) {
      ASSERT_TRUE(set_exactly(patient, {i}, said.answer)) << id;
      given[i] = said.possible;
      expect_as_the_reference(image, patient.state().answers, given, id);
      Patient by_variant{engine};
      Patient alone{engine};
      ASSERT_TRUE(by_variant.set(id, said.answer));
      ASSERT_TRUE(set_exactly(alone, {i}, said.answer));
      EXPECT_EQ(by_variant.state().answers, alone.state().answers) << id;
      EXPECT_EQ(patient.is_known({i}), said.possible.known) << id;
    }
    for (const Answer& bad : bad_answers(image.facts[i])) ASSERT_FALSE(set_exactly(patient, {i}, bad)) << id;
    expect_as_the_reference(image, patient.state().answers, given, id + " after refusals");
    if (HasFatalFailure()) return;
  }
  patient.clear();
  EXPECT_EQ(patient.state().answers, Patient{engine}.state().answers);
  EXPECT_EQ(to_yaml(patient), to_yaml(Patient{engine}));
}

}  // namespace
}  // namespace vertebra
