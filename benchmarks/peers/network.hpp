#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "plan.hpp"

namespace peers {

// Turns expressions into tests and gates; equal ones appear once, as an engineer would name them once.
class Network {
 public:
  explicit Network(const vertebra::model::RuleSet& rules) : rules_{rules} {}

  // `name` is for a gate that this makes; a test keeps its own.
  Literal compile(const vertebra::model::Expression& expression, const std::string& name);
  Literal scope(int guide);
  Literal red_flag(int guide, int index);
  // The rule's own condition together with the scope of its guide.
  Literal scoped(int guide, const vertebra::model::Expression& when, const std::string& name);

  // Takes what clauses imply, leaves out what nothing reads, and writes facts, tests, gates and implications.
  void finish(Plan& plan);

 private:
  struct Exclusion {  // When all of `when` are yes, the fact has none of the values for which `part` is yes.
    std::vector<Literal> when;
    Literal part;
  };

  Literal constant(bool value);
  Literal test(Test test);
  Literal comparison(const vertebra::model::Expression& expression);
  Literal gate(int count, std::vector<Literal> of, const std::string& name);
  Literal condition(int guide, int index);
  std::string unique(std::string name);
  const vertebra::base::FactShape& shape(int fact) const;

  std::vector<Exclusion> exclusions();
  std::vector<Literal> consequences(Literal part) const;
  void check_parts(const std::vector<Exclusion>& all) const;
  void write(Plan& plan, const std::vector<Exclusion>& all, const std::vector<bool>& taken,
             const std::vector<bool>& test_used, const std::vector<bool>& gate_used) const;

  const vertebra::model::RuleSet& rules_;
  std::vector<Test> tests_;  // Their facts are those of the vocabulary until finish().
  std::vector<Gate> gates_;
  std::set<std::string> names_;
  std::map<std::tuple<int, bool, double, std::uint64_t>, int> test_by_key_;
  std::map<std::pair<int, std::vector<Literal>>, int> gate_by_key_;
  std::map<std::pair<int, int>, Literal> conditions_;
  std::map<std::pair<int, int>, Literal> red_flags_;
  std::map<int, Literal> scopes_;
};

}  // namespace peers
