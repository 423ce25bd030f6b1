// How many questions it takes, in which order, and how many of those that are listed cannot matter: over random patients of
// the default profile. Prints the tables of README.md.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <numeric>
#include <vector>

#include "interview/people.hpp"
#include "interview/stakes.hpp"
#include "interview/talk.hpp"

namespace vertebra::figures {
namespace {

constexpr int people_count = 1000;

constexpr Plan plans[] = {
    {"contract, one by one", Order::contract, Paging::single},
    {"vocabulary, one by one", Order::vocabulary, Paging::single},
    {"random, one by one", Order::random, Paging::single},
    {"contract, panels", Order::contract, Paging::panels},
    {"contract, panels of one level", Order::contract, Paging::panels_by_level},
    {"vocabulary, panels", Order::vocabulary, Paging::panels},
};

double mean(const std::vector<int>& numbers) {
  return std::accumulate(numbers.begin(), numbers.end(), 0.0) / static_cast<double>(numbers.size());
}

int share(std::vector<int> numbers, double part) {
  std::sort(numbers.begin(), numbers.end());
  return numbers[static_cast<std::size_t>(part * static_cast<double>(numbers.size() - 1))];
}

void compare_plans(const Profile& profile, const std::vector<Answers>& people) {
  Talk talk{profile};
  std::printf(
      "| order | care decided: mean, median, 90 %% | nothing left to ask: mean, median, 90 %% |\n|---|---|---|\n");
  for (const Plan& plan : plans) {
    std::vector<int> care;
    std::vector<int> all;
    for (const Answers& person : people) {
      const Asked asked = talk.run(person, plan);
      care.push_back(asked.until_care);
      all.push_back(asked.until_all);
    }
    std::printf("| %s | %.1f, %d, %d | %.1f, %d, %d |\n", plan.name.data(), mean(care), share(care, 0.5),
                share(care, 0.9), mean(all), share(all, 0.5), share(all, 0.9));
  }
}

void weigh_questions(const Profile& profile, People& people, const std::vector<Answers>& whole, int samples) {
  Stakes stakes{profile, people, samples};
  Listed listed;
  for (const Answers& person : whole) stakes.count(people.half_known(person, people.pick()), listed);
  const auto percent = [&](long part) {
    return 100.0 * static_cast<double>(part) / static_cast<double>(listed.questions);
  };
  std::printf(
      "%ld questions listed: %.2f %% matter at once, %.2f %% once the rest is known, %.2f %% were not seen to\n",
      listed.questions, percent(listed.at_once), percent(listed.later), percent(listed.never));
}

}  // namespace
}  // namespace vertebra::figures

// The argument is the number of samples a question; without it questions are only counted.
int main(int count, char** words) {
  using namespace vertebra::figures;
  const int samples = count > 1 ? std::atoi(words[1]) : 0;
  const Profile profile;
  for (const double usual : {0.95, 0.8, 0.0}) {
    People people{profile};
    std::vector<Answers> whole;
    while (whole.size() < people_count)
      if (auto person = people.complete(profile.nothing(), usual)) whole.push_back(*std::move(person));
    std::printf("\n%.0f %% usual answers\n", usual * 100);
    compare_plans(profile, whole);
    if (samples > 0) weigh_questions(profile, people, whole, samples);
  }
}
