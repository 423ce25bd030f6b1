#include "fhir/record_builder.hpp"

#include <utility>

#include "fhir/version_cues.hpp"

namespace vertebra::fhir {
namespace {

constexpr Member root{Shape::resource, "", false, Shape::resource, Element::none};

}  // namespace

const Member* RecordBuilder::expected() const noexcept {
  if (frames_.empty()) return &root;
  return frames_.back().array ? frames_.back().member : next_;
}

Element RecordBuilder::element_of(const Member& member) const noexcept {
  if (member.element != Element::none || frames_.empty()) return member.element;
  return frames_.back().element;
}

// Once malformed, an element stays so.
void RecordBuilder::note(Element element, Given given) {
  if (open_.empty()) return;
  Given& noted = open_.back().value(element).given;
  if (noted != Given::malformed && noted != Given::text) noted = given;
}

void RecordBuilder::pass_over(const Member* member) {
  if (member != nullptr) note(element_of(*member), member->is == Shape::anything ? Given::yes : Given::malformed);
  ++passing_over_;
}

void RecordBuilder::begin_object() {
  const Member* member = passing_over_ > 0 ? nullptr : expected();
  const bool in_array = !frames_.empty() && frames_.back().array;
  if (member == nullptr || !has_members(member->is) || member->many != in_array) {
    pass_over(member);
    return;
  }
  open(*member);
}

void RecordBuilder::open(const Member& member) {
  const Element element = element_of(member);
  note(element, Given::yes);
  frames_.push_back({&member, element, false});
  next_ = nullptr;
  if (member.is == Shape::coding) open_.back().codings.push_back({element, {}, {}});
  if (member.is == Shape::entry) {
    const std::string outer = entries_.empty() ? std::string{} : entries_.back().place + ".";
    int& number = entries_.empty() ? entries_at_root_ : entries_.back().number_inside;
    Entry entry;
    entry.place = outer + "entry[" + std::to_string(number++) + "]";
    entries_.push_back(std::move(entry));
  }
  if (member.is == Shape::resource) {
    Resource resource;
    if (!entries_.empty()) resource.place = entries_.back().place;
    open_.push_back(std::move(resource));
  }
}

void RecordBuilder::end_object() {
  if (passing_over_ > 0) {
    --passing_over_;
    return;
  }
  const Shape shape = frames_.back().member->is;
  if (shape == Shape::resource) close_resource();
  frames_.pop_back();
  if (shape == Shape::entry) close_entry();
}

void RecordBuilder::begin_array() {
  const Member* member = passing_over_ > 0 ? nullptr : expected();
  const bool in_array = !frames_.empty() && frames_.back().array;
  if (member == nullptr || !member->many || in_array) {
    pass_over(member);
    return;
  }
  note(element_of(*member), Given::yes);
  frames_.push_back({member, element_of(*member), true});
}

void RecordBuilder::end_array() {
  if (passing_over_ > 0) {
    --passing_over_;
  } else {
    frames_.pop_back();
  }
}

void RecordBuilder::key(std::string_view name) {
  if (passing_over_ > 0) return;
  next_ = find_member(frames_.back().member->is, name);
  const bool lone_entry = next_ != nullptr && next_->element == Element::lone_entry;
  if (lone_entry && frames_.size() > 1) next_ = nullptr;
}

void RecordBuilder::leaf(Shape shape, Given otherwise, std::string_view value) {
  const Member* member = passing_over_ > 0 || frames_.empty() ? nullptr : expected();
  if (member == nullptr) return;
  const bool text_fits = shape == Shape::text && !has_members(member->is) && member->is != Shape::flag;
  const bool type_fits = member->is == shape || text_fits;
  const bool fits = member->is == Shape::anything || (type_fits && member->many == frames_.back().array);
  note(element_of(*member), fits ? Given::yes : otherwise);
  if (fits) store(*member, value);
}

void RecordBuilder::store(const Member& member, std::string_view value) {
  const std::string text{value};
  switch (member.is) {
    case Shape::text:
    case Shape::flag: open_.back().value(element_of(member)).text = text; break;
    case Shape::listed_text: open_.back().codings.push_back({element_of(member), {}, text}); break;
    case Shape::coding_system: open_.back().codings.back().system = text; break;
    case Shape::coding_code: open_.back().codings.back().code = text; break;
    case Shape::full_url: entries_.back().full_url = text; break;
    case Shape::method: entries_.back().method = text; break;
    case Shape::url: entries_.back().url = text; break;
    default: break;
  }
}

void RecordBuilder::text(std::string_view value) { leaf(Shape::text, Given::text, value); }
void RecordBuilder::number(std::string_view) { leaf(Shape::number, Given::malformed, {}); }
void RecordBuilder::flag(bool value) { leaf(Shape::flag, Given::malformed, value ? "true" : "false"); }
void RecordBuilder::null() { leaf(Shape::number, Given::malformed, {}); }

void RecordBuilder::close_resource() {
  Resource resource = std::move(open_.back());
  open_.pop_back();
  const auto cue = fhir::version_cue(resource);
  if (cue && (!cue_ || cue_->version == FhirVersion::dstu2_or_stu3)) cue_ = cue;
  if (frames_.size() == 1) {
    root_ = std::move(resource);
  } else if (frames_.back().element == Element::contained) {
    if (resource.type() == "Medication") open_.back().contained.push_back(std::move(resource));
  } else {
    keep(std::move(resource));
  }
}

void RecordBuilder::keep(Resource resource) {
  if (!entries_.empty()) entries_.back().empty = false;
  if (is_kind_read(resource.type())) {
    too_many_ = too_many_ || record_.resources.size() >= most_resources;
    if (too_many_) return;
    if (!entries_.empty()) entries_.back().resource = record_.resources.size();
    record_.resources.push_back(std::move(resource));
  } else if (resource.type() != "Bundle") {
    count_kind(record_, resource.type());
  }
}

void RecordBuilder::close_entry() {
  Entry& entry = entries_.back();
  if (entry.resource) record_.resources[*entry.resource].full_url = std::move(entry.full_url);
  if (entry.empty && entry.method == "DELETE") deletions_.push_back({entry.url, record_.resources.size()});
  entries_.pop_back();
}

}  // namespace vertebra::fhir
