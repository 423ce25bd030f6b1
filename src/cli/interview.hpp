#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <vertebra/engine.hpp>
#include <vertebra/vocabulary.hpp>

#include "cli/answers_file.hpp"
#include "cli/replies.hpp"
#include "cli/reply.hpp"
#include "cli/terminal.hpp"

namespace vertebra::cli {

struct InterviewPlan {
  Date as_of;
  Until until = Until::everything;
};

// Asks one page of questions after another until enough is certain, nobody knows more, the most urgent level is reached, or
// the person stops. Every answer is kept at once.
class Interview {
 public:
  Interview(const Engine& engine, const InterviewPlan& plan, const AnswersFile& file, Known known);

  // Returns what is left to say: how it ended, and the whole outcome.
  Reply run();

 private:
  enum class Ending { settled, most_urgent, stopped };

  Ending converse();
  void tell_news();
  std::vector<Question> next_page();
  // False when the person, or a file that cannot be written, ends the interview.
  bool put(const std::vector<Question>& page);
  std::vector<Diagnostic> take(const std::vector<Question>& page, const std::string& said);
  void go_back();
  bool save();
  std::string closing(Ending ending);

  const Engine& engine_;
  const InterviewPlan plan_;
  const AnswersFile& file_;
  const std::vector<FactInfo> facts_;
  Evaluator evaluator_;
  Talk talk_;
  Known known_;
  std::vector<Known> history_;
  std::string care_;  // As it was told last.
  std::vector<std::string> conflicts_;
  std::optional<Diagnostic> unsaved_;
};

}  // namespace vertebra::cli
