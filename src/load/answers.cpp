#include "load/answers.hpp"

#include <string>
#include <utility>

#include "base/text.hpp"
#include "document/reader.hpp"
#include "load/wording.hpp"

namespace vertebra::load {
namespace {

using base::Code;

// A file of something else altogether must not be compared with every fact, key by key.
constexpr int most_suggestions = 100;

class AnswerReader {
 public:
  AnswerReader(std::span<const base::FactShape> facts, base::Reporter& reporter) : facts_{facts}, reporter_{reporter} {}

  std::vector<FactAnswer> read(const document::Node& root) {
    if (!root.is_map()) {
      reporter_.report(Code::wrong_type, root.place, "a patient file is a map of facts to answers",
                       "write one line a fact, such as `fever: no`");
      return {};
    }
    std::vector<FactAnswer> answers;
    for (const document::Entry& entry : root.entries) read_entry(entry, answers);
    return answers;
  }

 private:
  void read_entry(const document::Entry& entry, std::vector<FactAnswer>& answers) {
    const int fact = find(entry.key);
    if (fact < 0) return refuse_fact(entry);
    const base::FactShape& shape = facts_[static_cast<std::size_t>(fact)];
    if (!entry.value.is_scalar()) return refuse_nesting(entry, shape);
    base::Possible possible;
    if (base::Refusal problem = base::interpret_text(shape, entry.value.text, possible)) {
      reporter_.report(problem->code, entry.value.place, std::move(problem->message), std::move(problem->help));
      return;
    }
    answers.push_back({fact, possible});
  }

  // Most files keep the order of the vocabulary, so it looks on from where it last found one.
  int find(std::string_view id) {
    for (std::size_t tried = 0; tried < facts_.size(); ++tried) {
      const std::size_t fact = next_;
      next_ = fact + 1 == facts_.size() ? 0 : fact + 1;
      if (facts_[fact].id == id) return static_cast<int>(fact);
    }
    return -1;
  }

  void refuse_fact(const document::Entry& entry) {
    std::string help;
    if (++unknown_facts_ <= most_suggestions) {
      std::vector<std::string> ids;
      for (const base::FactShape& fact : facts_) ids.push_back(fact.id);
      help = did_you_mean(entry.key, ids);
    }
    reporter_.report(Code::unknown_fact, entry.place, ticked(entry.key) + " is not a fact", std::move(help));
  }

  void refuse_nesting(const document::Entry& entry, const base::FactShape& fact) {
    const bool quantity = fact.type == base::FactType::quantity;
    const std::string several = quantity                              ? "write a range in one line: `… .. …`"
                                : fact.type == base::FactType::choice ? "write several choices in one line: `… or …`"
                                                                      : "write `yes`, `no` or `unknown`";
    reporter_.report(Code::wrong_answer_type, entry.value.place,
                     ticked(entry.key) + " takes one value, not a " + (entry.value.is_list() ? "list" : "map"),
                     several);
  }

  std::span<const base::FactShape> facts_;
  base::Reporter& reporter_;
  std::size_t next_ = 0;  // The fact to look at first.
  int unknown_facts_ = 0;
};

}  // namespace

Answers read_answers(std::span<const base::FactShape> facts, std::string_view text, std::string_view name) {
  base::Files files;
  base::Reporter reporter{files};
  const int file = files.add(std::string{name}, std::string{text});
  Answers result;
  if (const auto root = document::read(files, file, document::format_of(name), reporter)) {
    result.answers = AnswerReader{facts, reporter}.read(*root);
  }
  result.diagnostics = reporter.take();
  return result;
}

std::vector<FactAnswer> read_answers(std::span<const base::FactShape> facts, const document::Node& map,
                                     base::Reporter& reporter) {
  return AnswerReader{facts, reporter}.read(map);
}

}  // namespace vertebra::load
