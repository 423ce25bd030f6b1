#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vertebra::load {

// A section of a guide whose entries an overlay may change.
struct OverlaySection {
  std::string_view key;
  std::string_view kind;     // What its entries are called in messages.
  bool has_because = false;  // Its entries have a `because` of their own, which is then the change's too.
};

inline constexpr OverlaySection overlay_sections[] = {
    {"parameters", "parameter"},
    {"sources", "source"},
    {"strengths", "strength"},
    {"conditions", "condition"},
    {"red_flags", "red flag", true},
    {"scores", "score"},
    {"treatments", "treatment"},
    {"contraindications", "contraindication", true},
    {"obligations", "obligation"},
    {"notices", "notice"},
    {"not_encoded", "not_encoded", true},
    {"properties", "property"},
};

}  // namespace vertebra::load
