#include "cli/interview.hpp"

#include <algorithm>
#include <utility>

#include "cli/questions.hpp"

namespace vertebra::cli {
namespace {

constexpr std::string_view commands = "Answer as asked, or `unknown` (an empty line), `why`, `back`, `quit`, `help`.";

std::string settled(Until until) {
  switch (until) {
    case Until::care: return "No open answer can change how soon to be seen.";
    case Until::verdicts: return "No open answer can change how soon to be seen, or which treatments are offered.";
    case Until::rank:
      return "No open answer can change how soon to be seen, which treatments are offered, or their order.";
    case Until::everything: break;
  }
  return "No open answer can change the advice.";
}

}  // namespace

Interview::Interview(const Engine& engine, const InterviewPlan& plan, const AnswersFile& file, Known known)
    : engine_{engine},
      plan_{plan},
      file_{file},
      facts_{facts(engine.rule_set())},
      evaluator_{engine},
      known_{std::move(known)} {}

Reply Interview::run() {
  talk_.say("Profile " + std::string{engine_.rule_set().profile()} + " as of " + to_string(plan_.as_of) + "\n");
  talk_.say(hanging("", commands));
  const Ending ending = converse();
  if (unsaved_) return refused({*unsaved_});
  return {Exit::done,
          closing(ending) + "\n" + to_text(evaluator_.evaluate(known_.patient, plan_.as_of), terminal_style()),
          {}};
}

Interview::Ending Interview::converse() {
  while (true) {
    tell_news();
    const auto care = evaluator_.evaluate(known_.patient, plan_.as_of).care();
    if (care && care->most_urgent) return Ending::most_urgent;
    const std::vector<Question> page = next_page();
    if (page.empty()) return Ending::settled;
    if (!put(page)) return Ending::stopped;
  }
}

void Interview::tell_news() {
  const Outcome& outcome = evaluator_.evaluate(known_.patient, plan_.as_of);
  if (std::string care = care_text(outcome); care != care_) talk_.say(care_ = std::move(care));
  std::vector<std::string> conflicts;
  for (const ConflictAdvice& each : outcome.conflicts()) {
    conflicts.emplace_back(each.id);
    if (std::find(conflicts_.begin(), conflicts_.end(), each.id) != conflicts_.end()) continue;
    talk_.say(hanging("! ", "These answers do not agree: " + std::string{each.because}));
  }
  conflicts_ = std::move(conflicts);
}

std::vector<Question> Interview::next_page() {
  std::vector<Question> open = evaluator_.ask_next(known_.patient, plan_.as_of, plan_.until);
  for (const std::uint32_t single : known_.singled) {
    const auto found =
        std::find_if(open.begin(), open.end(), [&](const Question& each) { return each.id.index == single; });
    if (found != open.end()) return {*found};
  }
  std::erase_if(open, [&](const Question& each) {
    return known_.unknown.contains(each.id.index) || known_.asked.contains(each.id.index);
  });
  return first_page(open);
}

bool Interview::put(const std::vector<Question>& page) {
  const std::string question = question_text(page, facts_, static_cast<int>(history_.size()) + 1);
  talk_.say(question);
  while (true) {
    talk_.say("> ");
    const auto said = talk_.hear();
    if (!said) talk_.say("\n");
    if (!said || *said == "quit") return false;
    if (*said == "back" && !history_.empty()) {
      go_back();
      return save();
    }
    if (*said == "back") talk_.say("   There is nothing to go back to.\n");
    if (*said == "help") talk_.say(hanging("   ", commands) + question);
    if (*said == "why") talk_.say(stakes_text(page, evaluator_.evaluate(known_.patient, plan_.as_of)));
    if (*said == "back" || *said == "help" || *said == "why") continue;
    const auto problems = take(page, *said);
    talk_.say(listed(problems));
    if (!has_errors(problems)) return save();
  }
}

std::vector<Diagnostic> Interview::take(const std::vector<Question>& page, const std::string& said) {
  Known next = known_;
  const Question& first = page.front();
  auto problems =
      page.size() > 1 ? take_reply(page, facts_, said, next) : take_reply(facts_[first.id.index], first.id, said, next);
  if (has_errors(problems)) return problems;
  history_.push_back(std::exchange(known_, std::move(next)));
  return problems;
}

void Interview::go_back() {
  known_ = std::move(history_.back());
  history_.pop_back();
}

bool Interview::save() {
  unsaved_ = file_.save(engine_, known_);
  return !unsaved_;
}

std::string Interview::closing(Ending ending) {
  const auto& open = evaluator_.ask_next(known_.patient, plan_.as_of, plan_.until);
  if (ending == Ending::most_urgent) return "\nNothing more is asked: there is no more urgent level than this.\n";
  if (ending == Ending::settled && open.empty()) return "\n" + hanging("", settled(plan_.until));
  if (ending == Ending::settled)
    return "\n" + hanging("", "Nothing is left to ask. Not known: " + fact_names(open) + ".");
  const std::string kept =
      file_.path().empty() ? "" : " The answers are kept in " + file_.path() + "; the same command goes on from there.";
  return "\n" + hanging("", "Stopped with " + std::to_string(open.size()) + (open.size() == 1 ? " fact" : " facts") +
                                " open." + kept);
}

}  // namespace vertebra::cli
