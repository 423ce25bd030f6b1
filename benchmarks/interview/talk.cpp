#include "interview/talk.hpp"

#include <algorithm>

namespace vertebra::figures {
namespace {

int level_of(const Question& question) { return question.could_raise ? question.could_raise->rank : 0; }

}  // namespace

Talk::Talk(const Profile& profile)
    : profile_{profile},
      executor_{profile.image()},
      result_{eval::prepare(profile.image())},
      questions_{profile.image(), result_} {}

Asked Talk::run(const Answers& person, const Plan& plan) {
  Answers known = profile_.nothing();
  std::uint32_t single = image::none;
  Asked asked;
  for (bool care_decided = false;; ++asked.until_all) {
    executor_.run(known, date(2026, 1, 31), result_);
    if (!care_decided && is_care_decided()) {
      care_decided = true;
      asked.until_care = asked.until_all;
    }
    if (is_most_urgent()) return asked;
    const std::vector<Question> page = next_page(plan, single);
    if (page.empty()) return asked;
    single = answer(page, person, known);
  }
}

std::vector<Question> Talk::next_page(const Plan& plan, std::uint32_t single) {
  std::vector<Question> open = questions_.list();
  if (plan.order == Order::vocabulary) std::ranges::sort(open, {}, [](const Question& each) { return each.id.index; });
  if (plan.order == Order::random) std::ranges::shuffle(open, random_);
  for (const Question& each : open)
    if (each.id.index == single) return {each};
  if (open.empty() || plan.paging == Paging::single) return open.empty() ? open : std::vector{open.front()};
  std::vector<Question> page = first_page(open);
  const int level = level_of(open.front());
  if (plan.paging == Paging::panels_by_level)
    std::erase_if(page, [&](const Question& each) { return level_of(each) != level; });
  return page;
}

std::uint32_t Talk::answer(const std::vector<Question>& page, const Answers& person, Answers& known) const {
  std::uint32_t open = image::none;
  for (const Question& each : page) {
    const std::uint32_t fact = each.id.index;
    known.set(profile_.image(), fact, person[fact]);
    if (page.size() == 1 || profile_.image().facts[fact].type != base::FactType::choice || is_none(fact, person[fact]))
      continue;
    eval::Domain any = profile_.nothing()[fact];
    for (std::uint32_t i = 0; i < profile_.image().facts[fact].choices.size(); ++i)
      if (is_none(fact, {std::uint64_t{1} << i, 0, 0})) any.cells &= ~(std::uint64_t{1} << i);
    known.set(profile_.image(), fact, any);
    open = fact;
  }
  return open;
}

bool Talk::is_none(std::uint32_t fact, const eval::Domain& answer) const {
  const image::Image& image = profile_.image();
  const image::Range choices = image.facts[fact].choices;
  for (std::uint32_t i = 0; i < choices.size(); ++i)
    if (image.view(image.lists[choices.begin + i]) == "none") return answer.cells == std::uint64_t{1} << i;
  return false;
}

bool Talk::is_most_urgent() const {
  return result_.care_assessed && result_.care_least + 1 == profile_.image().care_levels.size();
}

}  // namespace vertebra::figures
