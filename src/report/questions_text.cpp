#include "report/questions_text.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "report/care_text.hpp"
#include "report/phrases.hpp"

namespace vertebra::report {
namespace {

constexpr std::size_t questions_shown = 10;

std::string heading_of(const Question& question) {
  if (question.decides_scope || !question.could_raise) return "First of all, because it tells which guides apply:";
  return "Could still mean " + quoted(*question.could_raise) + ":";
}

std::string wording(const Question& question) {
  return question.ask.empty() ? spelled(question.fact) : std::string{question.ask};
}

std::string names(const std::vector<Question>& questions, std::size_t from, std::size_t to) {
  std::vector<std::string_view> ids;
  for (std::size_t i = from; i < to; ++i) ids.push_back(questions[i].fact);
  return fact_list(ids);
}

// Questions stand in the order of asking, so those of one heading follow one another.
void write_group(const std::vector<Question>& questions, std::size_t from, std::size_t to, Page& page) {
  const std::string heading = heading_of(questions[from]);
  if (from >= questions_shown) return page.item(2, "", heading + " " + names(questions, from, to));
  page.text(2, heading);
  const std::size_t put = std::min(to, questions_shown);
  for (std::size_t i = from; i < put; ++i) page.item(4, "- ", wording(questions[i]));
  if (put < to) page.item(4, "- ", "and " + names(questions, put, to));
}

std::string remaining(std::size_t count, bool alone) {
  const std::string more = std::to_string(count) + (alone ? "" : " more");
  const std::string answers = count == 1 ? " answer" : " answers";
  return alone ? "No open answer can change how soon to be seen. " + more + answers + " could change the treatments."
               : more + answers + " could change the treatments only.";
}

}  // namespace

void write_questions(const OutcomeParts& parts, Page& page) {
  page.heading("ASK NEXT");
  std::vector<Question> urgent;
  std::size_t others = 0;
  for (const Question& each : parts.ask) {
    if (each.could_change.has(Change::care))
      urgent.push_back(each);
    else if (!each.could_change.empty())
      ++others;
  }
  for (std::size_t from = 0; from < urgent.size();) {
    std::size_t to = from + 1;
    while (to < urgent.size() && heading_of(urgent[to]) == heading_of(urgent[from])) ++to;
    write_group(urgent, from, to, page);
    from = to;
  }
  if (others > 0) page.text(2, remaining(others, urgent.empty()));
}

}  // namespace vertebra::report
