#pragma once

#include <cstdint>
#include <span>
#include <string_view>

// The kinds of entries from which facts are read, once: what a mapping calls them, and under which statuses they may count.
namespace vertebra::fhir {

// What a mapping calls a place where facts stand; several kinds of resources may be one.
enum class SourceKind : std::uint8_t {
  condition,
  medication,
  allergy,
  procedure,
  encounter,
  observation,
  questionnaire
};
inline constexpr std::size_t source_count = 7;

enum class EntryKind : std::uint8_t {
  condition,
  request,
  statement,
  administration,
  allergy,
  procedure,
  encounter,
  observation,
  response,
};
inline constexpr std::size_t entry_kind_count = 9;

struct EntryKindInfo {
  EntryKind kind;
  std::string_view type;  // Of the resource.
  SourceKind source;
  std::string_view status_key;                 // In a mapping, under `statuses`.
  std::span<const std::string_view> statuses;  // Under which it may count: never drafts, nor what was entered in error.
};

std::span<const EntryKindInfo> entry_kinds() noexcept;
const EntryKindInfo* entry_kind(std::string_view type) noexcept;  // Null for other resources.

struct SourceInfo {
  SourceKind kind;
  std::string_view key;  // In a mapping, under a fact.
};

std::span<const SourceInfo> sources() noexcept;

}  // namespace vertebra::fhir
