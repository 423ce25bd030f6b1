#include "load/contraindication_loader.hpp"

#include "load/wording.hpp"

namespace vertebra::load {

void read_contraindications(GuideReading& guide) {
  Ids ids{guide.reading};
  for (const auto* entry : guide.fields.section("contraindications")) {
    Fields item{guide.reading, "contraindication", *entry};
    model::Contraindication rule;
    rule.id = entry->key;
    rule.place = entry->place;
    if (auto when = guide.expression(item, "when", Need::required)) rule.when = std::move(*when);
    rule.blocks = guide.treatments(item, "blocks");
    rule.cautions = guide.treatments(item, "cautions");
    rule.because = item.text("because", Need::required);
    rule.sources = guide.cite(item, Basis::rule);
    if (entry->value.is_map() && !item.has("blocks") && !item.has("cautions"))
      guide.reading.reporter.report(base::Code::missing_key, entry->place,
                                    item.what() + " has neither `blocks` nor `cautions`");
    item.close();
    if (ids.add(entry->key, entry->place, "contraindication")) guide.guide.contraindications.push_back(std::move(rule));
  }
}

}  // namespace vertebra::load
