#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "load/documents.hpp"
#include "model/rule_set.hpp"

namespace vertebra::load {

// An entry that an overlay took out of a section, and what to say to whoever still names it.
struct WithdrawnEntry {
  std::string_view section;
  std::string id;
  std::string help;
};

// A guide's document as the overlays of its folder leave it. Entries keep the places where they were written, so that
// whatever is wrong with a change is reported in the overlay.
struct GuideDocument {
  Split split;
  std::vector<int> files{};            // Where it stands itself: those of overlays are not among them.
  std::deque<document::Node> trees{};  // What the maps of a changed guide point into.
  std::vector<model::Overlay> overlays{};
  std::vector<int> withdrawn_treatments{};
  std::vector<WithdrawnEntry> withdrawn{};
};

}  // namespace vertebra::load
