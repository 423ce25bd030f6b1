#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fhir/json_name.hpp"
#include "fhir/record.hpp"

namespace vertebra::fhir {

// What a JSON value is, and with it which of its members are looked at.
enum class Shape : std::uint8_t {
  resource,
  entry,
  request,
  meta,
  codeable,
  coding,
  reference,
  codeable_reference,
  dispense,
  ingredient,
  // Those that are kept as a Part.
  link,
  reaction,
  component,
  item,
  answer,
  quantity,
  range,
  period,
  // Values without members.
  text,
  listed_text,  // One of a list of texts: kept with the codings.
  flag,
  number,
  anything,  // Only that it is there.
  coding_system,
  coding_code,
  full_url,
  method,
  url,
};

inline constexpr std::size_t shape_count = static_cast<std::size_t>(Shape::url) + 1;

struct Member {
  Shape in;
  std::string_view name;
  bool many;  // A JSON array of `is`.
  Shape is;
  Element element;  // `none`: that of the value it stands in.
};

// Members by what they are in and by name, so that one look nearly always finds one, or that there is none.
class MemberTable {
 public:
  constexpr void add(Shape in, const Member& member) {
    const Name name{member.name};
    names_[used_] = {name, &member, in};
    std::size_t slot = first_slot(in, name);
    while (slots_[slot] != 0) slot = (slot + 1) % slots_.size();
    slots_[slot] = static_cast<std::uint8_t>(++used_);
  }

  const Member* find(Shape in, const Name& name) const noexcept {
    for (std::size_t slot = first_slot(in, name); slots_[slot] != 0; slot = (slot + 1) % slots_.size()) {
      const Named& named = names_[slots_[slot] - 1U];
      if (named.in == in && named.name == name) return named.member;
    }
    return nullptr;
  }

 private:
  struct Named {
    Name name{{}};
    const Member* member = nullptr;
    Shape in = Shape::anything;
  };

  static constexpr std::size_t first_slot(Shape in, const Name& name) noexcept {
    return (name.mark() + static_cast<std::uint64_t>(in) * 0xD6E8FEB86659FD93U) >> 55;
  }

  std::array<std::uint8_t, 512> slots_{};  // 0: nothing; else one of the names, from 1. Most stay empty.
  std::array<Named, 255> names_{};
  std::size_t used_ = 0;
};

// Those that are looked at.
extern const MemberTable members;

inline constexpr bool has_members(Shape shape) noexcept { return shape < Shape::text; }
inline constexpr bool is_part(Shape shape) noexcept { return shape >= Shape::link && shape < Shape::text; }

// True for the members that may tell the version of FHIR, in resources of kinds that are only counted.
bool tells_version(Element element) noexcept;

}  // namespace vertebra::fhir
