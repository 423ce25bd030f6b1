#pragma once

#include <string>
#include <vector>

#include "plan.hpp"
#include "workload.hpp"

// What is generated from a plan, one function a file.
namespace peers {

// C++ as a good engineer would write it for these rules: a struct of optional answers, three-valued truth, named signs, if
// and else, std::sort.
std::string idiomatic_cpp(const Plan& plan);

// The fastest plain C++ that we know how to write for these rules: both bounds of a truth in one register, both ends of a
// score in another, every test made when an answer is set, no branches but those of a long sort.
std::string best_cpp(const Plan& plan);

// CLIPS: a template a fact and a sign, rules for what makes each sign yes and what makes it no.
std::string clips_rules(const Plan& plan);

// For the JavaScript peers: the plan, the patients, and what Vertebra says of each.
std::string plan_json(const Workload& all);

// One patient file; unknown answers are left out.
std::string answers_json(const Plan& plan, const Answers& answers);

// The part of best_cpp that ranks.
std::string best_ranking(const Plan& plan);

// The end of a generated file: what it defined, behind the doors of its style.
std::string written(const std::string& style);

// An id that is no keyword of C++.
std::string word(const std::string& id);

// The texts of a list, one after another.
template <class List, class Function>
std::string joined(const List& list, const char* between, Function text_of) {
  std::string result;
  for (const auto& each : list) {
    if (!result.empty()) result += between;
    result += text_of(each);
  }
  return result;
}

// Tests that the answer to another question may decide.
std::vector<bool> narrowed_tests(const Plan& plan);

// How often each gate is read, to write those in place that are read once and have no name of their own.
std::vector<int> readers_of_gates(const Plan& plan);

}  // namespace peers
