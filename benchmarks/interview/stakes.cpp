#include "interview/stakes.hpp"

#include <vector>

namespace vertebra::figures {

Stakes::Stakes(const Profile& profile, People& people, int samples)
    : profile_{profile},
      people_{people},
      samples_{samples},
      executor_{profile.image()},
      result_{eval::prepare(profile.image())},
      questions_{profile.image(), result_} {}

void Stakes::count(const Answers& known, Listed& listed) {
  executor_.run(known, date(2026, 1, 31), result_);
  std::vector<std::uint32_t> facts;
  for (const Question& each : questions_.list()) facts.push_back(each.id.index);
  for (const std::uint32_t fact : facts) {
    ++listed.questions;
    if (matters_at_once(known, fact)) {
      ++listed.at_once;
    } else if (matters_later(known, fact)) {
      ++listed.later;
    } else {
      ++listed.never;
    }
  }
}

std::string Stakes::advice(const Answers& answers) {
  executor_.run(answers, date(2026, 1, 31), result_);
  if (!result_.conflicts.empty()) return {};
  std::string said;
  const auto say = [&](auto number) { said += std::to_string(number) + ' '; };
  say(result_.care_assessed), say(result_.care_least), say(result_.care_most);
  const image::Image& image = profile_.image();
  for (const TreatmentSummary& each : result_.treatments) {
    say(static_cast<int>(each.verdict));
    if (each.verdict == Verdict::withheld) continue;
    say(each.score.low), say(each.score.high);
    const image::Range warnings = image.treatments[each.index].warnings;
    for (std::uint32_t i = warnings.begin; i < warnings.end; ++i)
      if (!image.warnings[i].blocks)
        say(static_cast<int>(result_.planes.at(image.contraindications[image.warnings[i].contraindication].holds)));
  }
  return said;
}

bool Stakes::matters_at_once(const Answers& known, std::uint32_t fact) {
  const std::string before = advice(known);
  Answers more = known;
  for (const eval::Domain& answer : exact_answers(profile_.image(), fact, known[fact])) {
    more.set(profile_.image(), fact, answer);
    const std::string after = advice(more);
    if (!after.empty() && after != before) return true;
  }
  return false;
}

// People who are mostly as usual, half as usual, and as it happens.
bool Stakes::matters_later(const Answers& known, std::uint32_t fact) {
  constexpr double usual[] = {0.9, 0.5, 0.0};
  for (int i = 0; i < samples_; ++i) {
    const auto person = people_.complete(known, usual[i % 3]);
    if (person && differs(*person, known, fact)) return true;
  }
  return false;
}

bool Stakes::differs(Answers person, const Answers& known, std::uint32_t fact) {
  std::string first;
  for (const eval::Domain& answer : exact_answers(profile_.image(), fact, known[fact])) {
    person.set(profile_.image(), fact, answer);
    const std::string said = advice(person);
    if (!first.empty() && !said.empty() && said != first) return true;
    if (first.empty()) first = said;
  }
  return false;
}

}  // namespace vertebra::figures
