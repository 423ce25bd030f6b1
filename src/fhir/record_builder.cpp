#include "fhir/record_builder.hpp"

#include <functional>
#include <utility>

#include "fhir/version_cues.hpp"

namespace vertebra::fhir {
namespace {

constexpr Member whole{Shape::resource, "", false, Shape::resource, Element::none};
constexpr std::size_t usual_values = 8;  // Of a resource, so that most need one allocation.
constexpr std::size_t usual_codings = 4;

// Kinds that hold others, and those whose elements may tell an older version of FHIR.
bool is_looked_through(std::string_view type) noexcept { return type == "Bundle" || elements_tell_version(type); }

}  // namespace

void RecordBuilder::begin(std::string_view json, std::string place) {
  json_ = json;
  place_ = std::move(place);
  entries_at_root_ = 0;
  deletions_.clear();
  root_.reset();
}

void RecordBuilder::keep_root() {
  if (root_) keep(*std::move(root_));
  root_.reset();
}

const Member* RecordBuilder::expected() const noexcept {
  if (frames_.empty()) return &whole;
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
  if (member.is == Shape::entry) open_entry();
  if (member.is == Shape::resource) {
    Resource& resource = open_.emplace_back();
    resource.place = entries_.empty() ? place_ : entries_.back().place;
    resource.values.reserve(usual_values);
    resource.codings.reserve(usual_codings);
  }
  if (is_part(member.is)) open_part(element);
}

void RecordBuilder::open_entry() {
  const std::string outer = !entries_.empty() ? entries_.back().place + "." : place_.empty() ? place_ : place_ + " ";
  int& number = entries_.empty() ? entries_at_root_ : entries_.back().number_inside;
  Entry entry;
  entry.place = outer + "entry[" + std::to_string(number++) + "]";
  entries_.push_back(std::move(entry));
}

void RecordBuilder::open_part(Element element) { open_.emplace_back().element = element; }

void RecordBuilder::close_part() {
  Part part = std::move(static_cast<Part&>(open_.back()));
  open_.pop_back();
  open_.back().parts.push_back(std::move(part));
}

void RecordBuilder::end_object() {
  if (passing_over_ > 0) {
    --passing_over_;
    return;
  }
  const Shape shape = frames_.back().member->is;
  if (shape == Shape::resource) close_resource();
  if (is_part(shape)) close_part();
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
  const Shape in = frames_.back().member->is;
  next_ = find_member(in, name);
  if (next_ == nullptr || in != Shape::resource) return;
  const bool lone_entry = next_->element == Element::lone_entry && frames_.size() > 1;
  const bool only_counted = open_.back().ignored && !tells_version(next_->element);
  if (lone_entry || only_counted) next_ = nullptr;
}

void RecordBuilder::leaf(Shape shape, Given otherwise, std::string_view value) {
  const Member* member = passing_over_ > 0 || frames_.empty() ? nullptr : expected();
  if (member == nullptr) return;
  const bool takes_text = !has_members(member->is) && member->is != Shape::flag && member->is != Shape::number;
  const bool type_fits = member->is == shape || (shape == Shape::text && takes_text);
  const bool fits = member->is == Shape::anything || (type_fits && member->many == frames_.back().array);
  note(element_of(*member), fits ? Given::yes : otherwise);
  if (fits) store(*member, value);
}

// The text itself where it stands in the JSON, else a copy.
std::string_view RecordBuilder::lasting(std::string_view text) {
  const std::less_equal<const char*> not_after;
  const char* const end = json_.data() + json_.size();
  if (not_after(json_.data(), text.data()) && not_after(text.data() + text.size(), end)) return text;
  return record_.unescaped.emplace_back(text);
}

void RecordBuilder::store(const Member& member, std::string_view value) {
  switch (member.is) {
    case Shape::number:
    case Shape::text: open_.back().value(element_of(member)).text = lasting(value); break;
    case Shape::flag: open_.back().value(element_of(member)).text = value; break;
    case Shape::listed_text: open_.back().codings.push_back({element_of(member), {}, lasting(value)}); break;
    case Shape::coding_system: open_.back().codings.back().system = lasting(value); break;
    case Shape::coding_code: open_.back().codings.back().code = lasting(value); break;
    case Shape::full_url: entries_.back().full_url = lasting(value); break;
    case Shape::method: entries_.back().method = lasting(value); break;
    case Shape::url: entries_.back().url = lasting(value); break;
    default: return;
  }
  if (member.element != Element::resource_type) return;
  Resource& resource = open_.back();
  resource.ignored = (kind_bit(value) & wanted_) == 0 && !is_looked_through(value);
}

void RecordBuilder::text(std::string_view value) { leaf(Shape::text, Given::text, value); }
void RecordBuilder::number(std::string_view digits) { leaf(Shape::number, Given::malformed, digits); }
void RecordBuilder::flag(bool value) { leaf(Shape::flag, Given::malformed, value ? "true" : "false"); }
void RecordBuilder::null() { leaf(Shape::anything, Given::malformed, {}); }

void RecordBuilder::close_resource() {
  Resource resource = std::move(open_.back());
  open_.pop_back();
  const auto cue = fhir::version_cue(resource);
  if (cue && (!cue_ || cue_->version == FhirVersion::dstu2_or_stu3)) cue_ = cue;
  if (resource.type() == "OperationOutcome") record_.is_page = true;
  if (frames_.size() == 1) {
    root_ = std::move(resource);
  } else if (frames_.back().element == Element::contained) {
    const bool is_used = resource.type() == "Medication" || resource.type() == "Questionnaire";
    if (is_used) open_.back().contained.push_back(std::move(resource));
  } else {
    keep(std::move(resource));
  }
}

void RecordBuilder::keep(Resource resource) {
  if (!entries_.empty()) entries_.back().empty = false;
  if ((kind_bit(resource.type()) & wanted_) != 0) {
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
  if (entry.resource) record_.resources[*entry.resource].full_url = entry.full_url;
  if (entry.empty && entry.method == "DELETE") deletions_.push_back({std::string{entry.url}, record_.resources.size()});
  entries_.pop_back();
}

}  // namespace vertebra::fhir
