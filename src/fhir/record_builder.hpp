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
  // Keeps resources of the kinds that are wanted; others are counted.
  explicit RecordBuilder(Kinds wanted) : wanted_{wanted} {}

  // Says which JSON is told next; `place` names its resource where it has no id.
  void begin(std::string_view json, std::string place);
  // The resource that was its root becomes one of the record's.
  void keep_root();

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
  struct Frame {
    const Member* member;  // Of the array or object.
    Element element;       // Where a member without an element of its own is noted.
    bool array;
  };
  struct Entry {
    std::string place;
    std::string_view full_url;
    std::string_view method;
    std::string_view url;
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
  std::string_view lasting(std::string_view text);
  void open(const Member& member);
  void open_entry();
  void open_part(Element element);
  void close_part();
  void close_resource();
  void close_entry();
  void keep(Resource resource);

  Kinds wanted_;
  std::string_view json_;
  std::string place_;
  std::vector<Frame> frames_;
  const Member* next_ = nullptr;  // Of the key that was told last.
  int passing_over_ = 0;          // Depth inside a value that is not looked at.
  std::vector<Resource> open_;    // Resources, and the parts in them.
  std::vector<Entry> entries_;
  int entries_at_root_ = 0;
  std::vector<Deletion> deletions_;
  std::optional<Resource> root_;
  Record record_;
  std::optional<VersionCue> cue_;
  bool too_many_ = false;
};

}  // namespace vertebra::fhir
