#include "writers.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace peers {

std::string word(const std::string& id) {
  constexpr std::array<std::string_view, 22> taken{
      "and",  "or",      "not",    "new",  "default", "double", "long",   "short", "int", "bool",   "class",
      "this", "private", "public", "true", "false",   "float",  "signed", "union", "xor", "static", "switch"};
  return std::ranges::find(taken, id) != taken.end() ? id + "_" : id;
}

std::string written(const std::string& style) {
  return R"(struct Written {
  using Patient = ::Patient;
  using Advice = ::Advice;
  static constexpr std::size_t facts = ::facts;
  static constexpr std::size_t treatments = ::treatments;
  template <class Answers>
  static Patient read(const Answers& answers) {
    return ::read(answers);
  }
  static void advise(const Patient& patient, Advice& advice) { ::advise(patient, advice); }
};

}  // namespace

const peers::HandWritten peers::)" +
         style + "{peers::hand_written<Written>(\"" + style + "\")};\n";
}

std::vector<bool> narrowed_tests(const Plan& plan) {
  std::vector<bool> result(plan.tests.size());
  for (const Implication& each : plan.implications) {
    for (const Literal then : each.then) result[static_cast<std::size_t>(then.index)] = true;
  }
  return result;
}

std::vector<int> readers_of_gates(const Plan& plan) {
  std::vector<int> result(plan.gates.size(), 0);
  const auto read = [&](Literal each) {
    if (!each.is_test) ++result[static_cast<std::size_t>(each.index)];
  };
  for (const Gate& each : plan.gates) std::ranges::for_each(each.of, read);
  // What the advice rests on directly is read in more places than one.
  for (const Literal each : outputs(plan)) read(each), read(each);
  return result;
}

}  // namespace peers
