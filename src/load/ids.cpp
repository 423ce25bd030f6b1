#include "load/ids.hpp"

#include "base/text.hpp"
#include "load/expressions.hpp"
#include "load/wording.hpp"

namespace vertebra::load {

using base::Code;

bool Ids::add(std::string_view id, base::Place place, std::string_view kind) {
  const bool source = form_ == Form::source_id;
  if (!(source ? base::is_source_id(id) : base::is_id(id)))
    reading_->reporter.report(Code::bad_id, place, ticked(id) + " is not an id for " + with_article(kind),
                              source
                                  ? "begin with a capital, then capitals, digits, `.` and `-`, such as `S40` or `I-1`"
                                  : "use lower-case letters, digits and `_`, and begin with a letter");
  if (const auto taken = known_.find(id); taken != known_.end()) {
    const bool same_kind = taken->second.kind == kind;
    reading_->reporter.report(
        Code::duplicate_id, place,
        std::string{kind} + " " + ticked(id) +
            (same_kind ? " is there twice" : " has the name of " + with_article(taken->second.kind)),
        "the other is in " + place_text(reading_->files, taken->second.place));
    return false;
  }
  check_likeness(id, place);
  known_.emplace(id, Known{static_cast<int>(words_.size()), place, std::string{kind}});
  words_.emplace_back(id);
  return true;
}

bool Ids::add_unreserved(std::string_view id, base::Place place, std::string_view kind) {
  if (is_reserved(id))
    reading_->reporter.report(Code::reserved_word, place,
                              ticked(id) + " is a word of the grammar and cannot name " + with_article(kind),
                              "choose another id");
  return add(id, place, kind);
}

void Ids::check_likeness(std::string_view id, base::Place place) {
  const auto [entry, is_new] = folded_.emplace(base::folded(id), id);
  if (is_new) return;
  const auto& other = known_.find(entry->second)->second;
  reading_->reporter.report(
      Code::similar_id, place, ticked(id) + " differs from " + ticked(entry->second) + " only in case or punctuation",
      "that one is " + with_article(other.kind) + " in " + place_text(reading_->files, other.place));
}

int Ids::resolve(const Name& name, std::string_view kind, Code code) const {
  const int index = find(name.text);
  if (index >= 0) return index;
  const auto gone = withdrawn_.find(name.text);
  reading_->reporter.report(
      code, name.place, ticked(name.text) + " is not " + with_article(kind),
      gone != withdrawn_.end() ? gone->second : help_for_name(name.text, words_, reading_->reporter));
  return index;
}

std::vector<int> Ids::resolve_all(const std::vector<Name>& names, std::string_view kind) const {
  std::vector<int> result;
  for (const Name& name : names)
    if (const int index = resolve(name, kind); index >= 0) result.push_back(index);
  return result;
}

int Ids::find(std::string_view id) const noexcept {
  const auto found = known_.find(id);
  return found == known_.end() ? -1 : found->second.index;
}

}  // namespace vertebra::load
