#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fhir/elements.hpp"
#include "fhir/json_events.hpp"
#include "fhir/record.hpp"

namespace vertebra::fhir {

// Collects resources while the JSON is told. It knows at each moment which table row (Member) the value that comes next
// has; a value without a row is passed over, however deep it is.
class RecordBuilder final : public JsonListener {
 public:
  void begin_object() override;
  void end_object() override;
  void begin_array() override;
  void end_array() override;
  void key(std::string_view name) override;
  void text(std::string_view value) override;
  void number(std::string_view digits) override;
  void flag(bool value) override;
  void null() override;

  // What stood at the root: nothing when it was no object.
  std::optional<Resource> take_root() { return std::move(root_); }
  // Those inside the root.
  Record take_record() { return std::move(record_); }
  // Entries that delete a resource (in a history): its "Condition/123", and how many resources stood before.
  struct Deletion {
    std::string url;
    std::size_t position;
  };
  const std::vector<Deletion>& deletions() const noexcept { return deletions_; }
  const std::optional<VersionCue>& version_cue() const noexcept { return cue_; }
  bool too_many() const noexcept { return too_many_; }

 private:
  struct Frame {
    const Member* member;  // Of the array or object.
    Element element;       // Where a member without an element of its own is noted.
    bool array;
  };
  struct Entry {
    std::string place;
    std::string full_url;
    std::string method;
    std::string url;
    std::optional<std::size_t> resource;  // Its place in the record, when it was kept.
    bool empty = true;
    int number_inside = 0;  // Entries of the bundle in it.
  };

  const Member* expected() const noexcept;
  Element element_of(const Member& member) const noexcept;
  void leaf(Shape shape, Given otherwise, std::string_view value);
  void pass_over(const Member* member);
  void note(Element element, Given given);
  void store(const Member& member, std::string_view value);
  void open(const Member& member);
  void close_resource();
  void close_entry();
  void keep(Resource resource);

  std::vector<Frame> frames_;
  const Member* next_ = nullptr;  // Of the key that was told last.
  int passing_over_ = 0;          // Depth inside a value that is not looked at.
  std::vector<Resource> open_;
  std::vector<Entry> entries_;
  int entries_at_root_ = 0;
  std::vector<Deletion> deletions_;
  std::optional<Resource> root_;
  Record record_;
  std::optional<VersionCue> cue_;
  bool too_many_ = false;
};

}  // namespace vertebra::fhir
