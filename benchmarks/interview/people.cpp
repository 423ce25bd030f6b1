#include "interview/people.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace vertebra::figures {
namespace {

constexpr const char* folder = VERTEBRA_SOURCE_DIR "/rules/low_back_pain";
constexpr const char* usual_patient = VERTEBRA_SOURCE_DIR "/examples/data/acute_tight_muscles.yaml";

RuleSet load() {
  auto loaded = load_rule_set(folder, "default");
  if (loaded.rule_set) return *std::move(loaded.rule_set);
  std::fputs("the default profile does not load: run vertebra check\n", stderr);
  std::exit(1);
}

}  // namespace

Profile::Profile() : rules_{load()} {
  const Engine engine{rules_};
  Patient patient{engine};
  std::ifstream file{usual_patient};
  const std::string text{std::istreambuf_iterator<char>{file}, {}};
  const PatientResult read = read_patient(patient, text, usual_patient);
  for (const Diagnostic& each : read.diagnostics) std::fputs(to_string(each).c_str(), stderr);
  if (!read) std::exit(1);
  usual_ = patient.state().answers;
}

std::vector<eval::Domain> exact_answers(const image::Image& image, std::uint32_t fact, const eval::Domain& possible) {
  std::vector<eval::Domain> answers;
  if (image.facts[fact].type == base::FactType::quantity) {
    for (std::uint32_t cell = possible.low; cell <= possible.high; ++cell) answers.push_back({0, cell, cell});
  } else {
    for (std::uint64_t left = possible.cells; left != 0; left &= left - 1)
      answers.push_back({left & (~left + 1), 0, 0});
  }
  return answers;
}

std::optional<Answers> People::complete(const Answers& known, double usual) {
  constexpr int tries = 100;
  for (int i = 0; i < tries; ++i) {
    Answers person = known;
    for (std::uint32_t fact = 0; fact < person.size(); ++fact) {
      const auto possible = exact_answers(profile_.image(), fact, known[fact]);
      if (possible.size() == 1) continue;
      person.set(profile_.image(), fact,
                 pick() < usual ? usual_answer(fact, possible) : possible[below(possible.size())]);
    }
    executor_.run(person, date(2026, 1, 31), result_);
    if (result_.conflicts.empty()) return person;
  }
  return std::nullopt;
}

// Any where the usual patient has none, or what is known rules that one out.
eval::Domain People::usual_answer(std::uint32_t fact, const std::vector<eval::Domain>& possible) {
  const eval::Domain& usual = profile_.usual()[fact];
  const bool can_be = std::ranges::find(possible, usual) != possible.end();
  return can_be ? usual : possible[below(possible.size())];
}

Answers People::half_known(const Answers& whole, double share) {
  Answers known = profile_.nothing();
  for (std::uint32_t fact = 0; fact < known.size(); ++fact)
    if (pick() < share) known.set(profile_.image(), fact, whole[fact]);
  return known;
}

}  // namespace vertebra::figures
