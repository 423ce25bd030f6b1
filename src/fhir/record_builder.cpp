#include "fhir/record_builder.hpp"

#include <algorithm>
#include <cassert>
#include <functional>

namespace vertebra::fhir {
namespace {

constexpr Member whole{Shape::resource, "", false, Shape::resource, Element::none};

// Kinds that hold others, and those whose elements may tell an older version of FHIR.
bool is_looked_through(std::string_view type) noexcept { return type == "Bundle" || elements_tell_version(type); }

// A copy that lasts as long as the memory.
std::string_view copied(std::string_view text, std::pmr::memory_resource& memory) {
  if (text.empty()) return {};
  char* const copy = static_cast<char*>(memory.allocate(text.size(), 1));
  std::copy(text.begin(), text.end(), copy);
  return {copy, text.size()};
}

}  // namespace

// The text itself where it stands in the JSON, else a copy.
inline std::string_view RecordBuilder::lasting(std::string_view text) {
  const std::less_equal<const char*> not_after;
  const char* const end = json_.data() + json_.size();
  if (not_after(json_.data(), text.data()) && not_after(text.data() + text.size(), end)) return text;
  return copied(text, *record_.memory);
}

std::optional<JsonStop> RecordBuilder::read(std::string_view json, std::string_view place) {
  json_ = json;
  constexpr std::size_t usual_entry = 1024;  // Bytes of JSON.
  if (record_.resources.empty()) record_.resources.reserve(json.size() / usual_entry);
  place_ = copied(place, *record_.memory);
  before_entries_ = {};
  entries_at_root_ = 0;
  deletions_.clear();
  root_.reset();
  expected_ = &whole;
  return read_json(json, *this);
}

void RecordBuilder::keep_root() {
  if (root_) keep(*root_, root_->type, is_wanted(root_->type));
  root_.reset();
}

inline Element RecordBuilder::element_of(const Member& member) const noexcept {
  if (member.element != Element::none || depth_ == 0) return member.element;
  return frame().element;
}

// What stands in a list, or is noted where it stands in, was noted when that began.
inline void RecordBuilder::note_beginning(const Member& member, Element element) {
  if (member.element != Element::none && !in_array()) open_.note(element, Given::yes);
}

void RecordBuilder::pass_over(const Member& member) {
  if (!open_.empty()) open_.note(element_of(member), member.is == Shape::anything ? Given::yes : Given::malformed);
  expected_ = nullptr;
  ++passing_over_;
}

inline void RecordBuilder::enter(const Member& member, Element element, bool array) {
  assert(depth_ < frames_.size());  // The parser goes no deeper.
  Frame& frame = frames_[depth_++];
  frame.member = &member;
  frame.element = element;
  frame.array = array;
  expected_ = array ? &member : nullptr;
}

inline void RecordBuilder::leave() {
  --depth_;
  expect_next();
}

inline Shape RecordBuilder::begin_expected_object() {
  const Member& member = *expected_;
  if (!has_members(member.is) || member.many != in_array()) {
    pass_over(member);
    return Shape::anything;
  }
  const Element element = element_of(member);
  note_beginning(member, element);
  enter(member, element, false);
  if (member.is == Shape::coding) open_.add_coding(element);
  if (member.is == Shape::entry) open_entry();
  if (member.is == Shape::resource) open_.open(Element::none);
  if (is_part(member.is)) open_.open(element);
  return member.is;
}

inline void RecordBuilder::end_expected_object() {
  const Shape shape = frame().member->is;
  if (shape == Shape::resource) close_resource();
  if (is_part(shape)) open_.close_into_outer(*record_.memory);
  if (shape == Shape::entry) close_entry();
  leave();
}

inline void RecordBuilder::begin_expected_array() {
  const Member& member = *expected_;
  if (!member.many || in_array()) return pass_over(member);
  const Element element = element_of(member);
  note_beginning(member, element);
  enter(member, element, true);
}

// Of a member of a resource.
inline bool RecordBuilder::is_looked_at(const Member& row) const noexcept {
  if (row.element == Element::lone_entry && depth_ > 1) return false;
  return !open_.ignores_rest() || tells_version(row.element);
}

inline void RecordBuilder::leaf(Shape shape, Given otherwise, std::string_view value) {
  if (depth_ == 0) return;
  const Member& member = *expected_;
  const Element element = element_of(member);
  const bool takes_text = !has_members(member.is) && member.is != Shape::flag && member.is != Shape::number;
  const bool type_fits = member.is == shape || (shape == Shape::text && takes_text);
  if (member.is == Shape::anything || (type_fits && member.many == in_array()))
    store(member, element, value);
  else
    open_.note(element, otherwise);
}

inline void RecordBuilder::store(const Member& member, Element element, std::string_view value) {
  const bool keeps_text = member.is != Shape::anything && member.is != Shape::flag;
  if (keeps_text) value = lasting(value);
  switch (member.is) {
    case Shape::listed_text: open_.add_coding(element).code = value; break;
    case Shape::coding_system: open_.last_coding().system = value; break;
    case Shape::coding_code: open_.last_coding().code = value; break;
    case Shape::full_url: entries_.back().full_url = value; break;
    case Shape::method: entries_.back().method = value; break;
    case Shape::url: entries_.back().url = value; break;
    default:
      if (Value& noted = open_.note(element, Given::yes); member.is != Shape::anything) noted.text = value;
  }
  if (element == Element::resource_type) open_.ignore_rest(!is_wanted(value) && !is_looked_through(value));
}

inline void RecordBuilder::close_resource() {
  Resource resource = open_.top();
  resource.type = resource.text(Element::resource_type);
  resource.place = entries_.empty() ? Place{place_, Place::no_entry} : entries_.back().place;
  const auto cue = fhir::version_cue(resource);
  if (cue && (!cue_ || cue_->version == FhirVersion::dstu2_or_stu3)) cue_ = cue;
  const std::string_view type = resource.type;
  if (type == "OperationOutcome") record_.is_page = true;
  const bool is_root = depth_ == 1;
  const bool is_contained = !is_root && frame().element == Element::contained;
  const bool is_referred_to = type == "Medication" || type == "Questionnaire";
  const bool wanted = is_wanted(type);
  const bool lasts = is_root || (is_contained ? is_referred_to : wanted);
  if (lasts) make_lasting(resource, *record_.memory);
  if (!is_root && !is_contained) keep(resource, type, wanted);
  open_.drop();
  if (is_root) root_ = resource;
  if (is_contained && lasts) open_.add_contained(resource);
}

inline void RecordBuilder::keep(const Resource& resource, std::string_view type, bool wanted) {
  if (!entries_.empty()) entries_.back().empty = false;
  if (wanted) {
    too_many_ = too_many_ || record_.resources.size() >= most_resources;
    if (too_many_) return;
    if (!entries_.empty()) entries_.back().resource = record_.resources.size();
    record_.resources.push_back(resource);
  } else if (type != "Bundle") {
    count_kind(record_, type);
  }
}

inline void RecordBuilder::open_entry() {
  Place place;
  if (entries_.empty()) {
    if (entries_at_root_ == 0 && !place_.empty()) before_entries_ = copied(std::string{place_} + " ", *record_.memory);
    place = {before_entries_, entries_at_root_++};
  } else {
    Entry& outer = entries_.back();
    if (outer.number_inside == 0) outer.before_inside = copied(to_string(outer.place) + ".", *record_.memory);
    place = {outer.before_inside, outer.number_inside++};
  }
  entries_.emplace_back().place = place;
}

inline void RecordBuilder::close_entry() {
  const Entry& entry = entries_.back();
  if (entry.resource) record_.resources[*entry.resource].full_url = entry.full_url;
  if (entry.empty && entry.method == "DELETE") deletions_.push_back({std::string{entry.url}, record_.resources.size()});
  entries_.pop_back();
}

}  // namespace vertebra::fhir
