#include "load/property_loader.hpp"

namespace vertebra::load {

void read_properties(GuideReading& guide) {
  Ids ids{guide.reading};
  for (const auto* entry : guide.fields.section("properties")) {
    Fields item{guide.reading, "property", *entry};
    model::Property property;
    property.id = entry->key;
    property.place = entry->place;
    const auto* holds = item.scalar("holds", "an expression", Need::required);
    item.close();
    if (holds != nullptr) {
      const ExpressionContext context{guide.reading.files, guide.vocabulary.model, &guide.guide, guide.table, true};
      if (auto read = parse_property(*holds, context, guide.reading.reporter)) property.holds = std::move(*read);
    }
    if (ids.add(entry->key, entry->place, "property")) guide.guide.properties.push_back(std::move(property));
  }
}

}  // namespace vertebra::load
