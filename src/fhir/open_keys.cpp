#include "fhir/open_keys.hpp"

#include <algorithm>

namespace vertebra::fhir {

void OpenKeys::add_copy(std::string_view key) {
  if (step_ != nullptr) leave_path();
  note(Name{copies_.emplace_back(key)});
}

void OpenKeys::add(const Name& key, const Member* row) {
  if (step_ != nullptr) {
    KeyStep* const learnt = paths_.learn(*step_, key, row);
    if (learnt == nullptr) leave_path();
    step_ = learnt;
  }
  if (step_ == nullptr) note(key);
}

void OpenKeys::leave_path() {
  off_path_.push_back({0, keys_.size(), copies_.size(), false});
  for (const KeyStep* each = step_; each->before != nullptr; each = each->before) note(each->name);
  step_ = nullptr;
}

void OpenKeys::note(const Name& key) {
  OffPath& object = off_path_.back();
  const std::uint64_t mark = key.mark();
  const std::uint64_t bit = std::uint64_t{1} << (mark >> 58);
  if ((object.seen & bit) != 0 && !object.doubtful) object.doubtful = may_be_among(object.first_key, mark);
  object.seen |= bit;
  keys_.push_back({mark, key.text()});
}

bool OpenKeys::may_be_among(std::size_t first, std::uint64_t mark) const {
  if (keys_.size() - first > few) return true;
  const auto begin = keys_.begin() + static_cast<std::ptrdiff_t>(first);
  return std::any_of(begin, keys_.end(), [mark](const Key& key) { return key.mark == mark; });
}

bool OpenKeys::all_differ(std::size_t first) {
  const auto begin = keys_.begin() + static_cast<std::ptrdiff_t>(first);
  std::sort(begin, keys_.end(), [](const Key& a, const Key& b) { return a.text < b.text; });
  return std::adjacent_find(begin, keys_.end(), [](const Key& a, const Key& b) { return a.text == b.text; }) ==
         keys_.end();
}

bool OpenKeys::close_off_path() {
  const OffPath object = off_path_.back();
  off_path_.pop_back();
  const bool unique = !object.doubtful || all_differ(object.first_key);
  keys_.resize(object.first_key);
  if (copies_.size() > object.first_copy) copies_.resize(object.first_copy);
  return unique;
}

}  // namespace vertebra::fhir
