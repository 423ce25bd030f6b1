#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "load/fields.hpp"

namespace vertebra::load {

enum class Form { id, source_id };

// The ids of things that share one space of names, numbered as they were added.
class Ids {
 public:
  explicit Ids(Reading& reading, Form form = Form::id) : reading_{&reading}, form_{form} {}

  // Reports an id that is not written as ids are, is taken, or differs from another only in case or punctuation.
  // False only when it is taken. `kind` is what it names, such as "treatment".
  bool add(std::string_view id, base::Place place, std::string_view kind);
  // The same for names in expressions, which no word of the grammar may be.
  bool add_unreserved(std::string_view id, base::Place place, std::string_view kind);

  // The number of a name, or -1 after a report in the user's words: "`heet` is not a treatment".
  int resolve(const Name& name, std::string_view kind, base::Code code = base::Code::unknown_name) const;
  std::vector<int> resolve_all(const std::vector<Name>& names, std::string_view kind) const;
  int find(std::string_view id) const noexcept;  // -1 when there is none.
  // Says to whoever still names it that an id is no more; `help` names who took it out.
  void withdraw(std::string_view id, std::string help) { withdrawn_.emplace(id, std::move(help)); }

  const std::vector<std::string>& words() const noexcept { return words_; }

 private:
  struct Known {
    int index;
    base::Place place;
    std::string kind;
  };
  void check_likeness(std::string_view id, base::Place place);

  Reading* reading_;
  Form form_;
  std::vector<std::string> words_;
  std::map<std::string, Known, std::less<>> known_;
  std::map<std::string, std::string, std::less<>> withdrawn_;  // Id to help.
  std::map<std::string, std::string, std::less<>> folded_;     // Folded form to the id that has it.
};

}  // namespace vertebra::load
