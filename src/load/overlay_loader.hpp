#pragma once

#include <string>
#include <vector>

#include "load/documents.hpp"
#include "load/fields.hpp"
#include "load/ids.hpp"
#include "load/overlay_sections.hpp"

namespace vertebra::load {

enum class ChangeKind { add, replace, withdraw };

// One change as the overlay asks for it.
struct Change {
  ChangeKind kind = ChangeKind::add;
  const OverlaySection* section = nullptr;
  std::string id;
  base::Place place;  // Of the entry's key, or of the item of `withdraw`.
  model::Text because;
  document::Entry entry;  // What to add or to put in place, without the keys that only overlays have.
};

struct OverlayReading {
  model::Overlay model;         // Without changes: they are listed as they are made.
  std::string what;             // "overlay `our_clinic`"
  std::vector<Change> changes;  // In written order.
};

// Reads one overlay, which nothing in the guide is needed for. `ids` are those of all overlays.
OverlayReading read_overlay(Reading& reading, Ids& ids, const Split& document);

}  // namespace vertebra::load
