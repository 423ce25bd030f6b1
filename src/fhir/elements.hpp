#pragma once

#include <cstdint>
#include <string_view>

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

struct Member {
  Shape in;
  std::string_view name;
  bool many;  // A JSON array of `is`.
  Shape is;
  Element element;  // `none`: that of the value it stands in.
};

// Null for a member that is not looked at.
const Member* find_member(Shape in, std::string_view name) noexcept;

inline constexpr bool has_members(Shape shape) noexcept { return shape < Shape::text; }
inline constexpr bool is_part(Shape shape) noexcept { return shape >= Shape::link && shape < Shape::text; }

// True for the members that may tell the version of FHIR, in resources of kinds that are only counted.
bool tells_version(Element element) noexcept;

}  // namespace vertebra::fhir
