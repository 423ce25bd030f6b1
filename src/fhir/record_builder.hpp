#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fhir/elements.hpp"
#include "fhir/json_events.hpp"
#include "fhir/open_parts.hpp"
#include "fhir/record.hpp"
#include "fhir/version_cues.hpp"

namespace vertebra::fhir {

// Collects resources while the JSON is told. It knows at each moment which table row (Member) the value that comes next
// has; a value without a row is passed over, however deep it is.
class RecordBuilder {
 public:
  // Keeps resources of the kinds that are wanted; others are counted.
  explicit RecordBuilder(Kinds wanted) : wanted_{wanted} {}

  // Collects from one JSON text, and may from others after it. `place` names its resource where that has no id.
  std::optional<JsonStop> read(std::string_view json, std::string_view place);
  // The resource that was its root becomes one of the record's.
  void keep_root();

  // What read_json tells.
  Shape begin_object() {
    if (expected_ != nullptr) return begin_expected_object();
    ++passing_over_;
    return Shape::anything;
  }
  void end_object() {
    if (passing_over_ > 0)
      end_passed_over();
    else
      end_expected_object();
  }
  void begin_array() {
    if (expected_ == nullptr)
      ++passing_over_;
    else
      begin_expected_array();
  }
  void end_array() {
    if (passing_over_ > 0)
      end_passed_over();
    else
      leave();
  }
  const Member* find(const Name& name) const noexcept {
    return passing_over_ > 0 ? nullptr : members.find(frame().member->is, name);
  }
  void key(const Member* row) {
    expected_ = row;
    if (row != nullptr && frame().member->is == Shape::resource && !is_looked_at(*row)) expected_ = nullptr;
  }
  bool wants_text() const noexcept { return expected_ != nullptr; }
  void text(std::string_view value) {
    if (expected_ != nullptr) leaf(Shape::text, Given::text, value);
  }
  void number(std::string_view digits) {
    if (expected_ != nullptr) leaf(Shape::number, Given::malformed, digits);
  }
  void flag(bool value) {
    if (expected_ != nullptr) leaf(Shape::flag, Given::malformed, value ? "true" : "false");
  }
  void null() {
    if (expected_ != nullptr) leaf(Shape::anything, Given::malformed, {});
  }

  // What stood at the root: nothing when it was no object.
  const std::optional<Resource>& root() const noexcept { return root_; }
  // Those inside the root.
  Record& record() noexcept { return record_; }
  // Entries that delete a resource (in a history): its "Condition/123", and how many resources stood before.
  struct Deletion {
    std::string url;
    std::size_t position;
  };
  const std::vector<Deletion>& deletions() const noexcept { return deletions_; }
  const std::optional<VersionCue>& version_cue() const noexcept { return cue_; }
  bool too_many() const noexcept { return too_many_; }

 private:
  // An object or array that is looked into.
  struct Frame {
    const Member* member;
    Element element;  // Where a member without an element of its own is noted.
    bool array;
  };
  struct Entry {
    Place place{};
    std::string_view full_url{};
    std::string_view method{};
    std::string_view url{};
    std::optional<std::size_t> resource{};  // Its place in the record, when it was kept.
    bool empty = true;
    int number_inside = 0;             // Entries of the bundle in it.
    std::string_view before_inside{};  // What their places begin with.
  };

  const Frame& frame() const noexcept { return frames_[depth_ - 1]; }
  bool in_array() const noexcept { return depth_ > 0 && frame().array; }
  Element element_of(const Member& member) const noexcept;
  bool is_wanted(std::string_view type) const noexcept { return (kind_bit(type) & wanted_) != 0; }
  void expect_next() noexcept { expected_ = in_array() ? frame().member : nullptr; }
  void end_passed_over() noexcept {
    if (--passing_over_ == 0) expect_next();
  }
  Shape begin_expected_object();
  void end_expected_object();
  void begin_expected_array();
  bool is_looked_at(const Member& row) const noexcept;
  void leaf(Shape shape, Given otherwise, std::string_view value);
  void pass_over(const Member& member);
  void note_beginning(const Member& member, Element element);
  void store(const Member& member, Element element, std::string_view value);
  std::string_view lasting(std::string_view text);
  void enter(const Member& member, Element element, bool array);
  void leave();
  void open_entry();
  void close_resource();
  void close_entry();
  void keep(const Resource& resource, std::string_view type, bool wanted);

  Kinds wanted_;
  std::string_view json_;
  std::string_view place_;
  std::string_view before_entries_;  // What the places of the root's entries begin with.
  std::array<Frame, deepest> frames_{};
  std::size_t depth_ = 0;
  const Member* expected_ = nullptr;  // The row of the next value; null for one that is not looked at.
  int passing_over_ = 0;              // Depth inside a value that is not looked at.
  OpenParts open_;
  std::vector<Entry> entries_;
  int entries_at_root_ = 0;
  std::vector<Deletion> deletions_;
  std::optional<Resource> root_;
  Record record_;
  std::optional<VersionCue> cue_;
  bool too_many_ = false;
};

}  // namespace vertebra::fhir
