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
  period,
  dispense,
  item,
  // Values without members.
  text,
  listed_text,  // One of a list of texts: kept with the codings.
  flag,
  number,    // No element that is a number is read yet.
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

}  // namespace vertebra::fhir
