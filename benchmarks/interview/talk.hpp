#pragma once

#include <string_view>

#include <vertebra/interview.hpp>

#include "explain/questions.hpp"
#include "interview/people.hpp"

// An interview with somebody who knows every answer, to count what they are asked.
namespace vertebra::figures {

enum class Order { contract, vocabulary, random };
enum class Paging { single, panels, panels_by_level };

struct Plan {
  std::string_view name;
  Order order = Order::contract;
  Paging paging = Paging::single;
};

struct Asked {
  int until_care = 0;  // Pages, each one question or one panel; asking which choice holds is one more.
  int until_all = 0;
};

class Talk {
 public:
  explicit Talk(const Profile& profile);

  Asked run(const Answers& person, const Plan& plan);

 private:
  std::vector<Question> next_page(const Plan& plan, std::uint32_t single);
  // The fact of which only the choice is still open; image::none where there is none.
  std::uint32_t answer(const std::vector<Question>& page, const Answers& person, Answers& known) const;
  bool is_none(std::uint32_t fact, const eval::Domain& answer) const;
  bool is_care_decided() const { return !result_.care_assessed || result_.care_least == result_.care_most; }
  bool is_most_urgent() const;

  const Profile& profile_;
  eval::PatientExecutor executor_;
  eval::Result result_;
  explain::Questions questions_;
  std::mt19937 random_{1};
};

}  // namespace vertebra::figures
