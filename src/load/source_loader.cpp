#include "load/source_loader.hpp"

namespace vertebra::load {
namespace {

model::Source read_source(GuideReading& guide, const document::Entry& entry, std::optional<Name>& interprets) {
  Fields fields{guide.reading, "source", entry};
  model::Source source;
  source.id = entry.key;
  source.place = entry.place;
  source.section = fields.word("section");
  source.locator = fields.word("locator");
  source.excluded = fields.word("excluded");
  source.unspecified = fields.flag("unspecified");
  source.education = fields.flag("education");
  interprets = fields.name("interprets");
  if (auto mark = fields.one_of("mark", {"V", "V2", "GK"})) source.mark = mark->text;
  const bool says_nothing = source.unspecified || fields.has("excluded");
  source.says = fields.text("says", says_nothing ? Need::optional : Need::required);
  fields.close();
  return source;
}

}  // namespace

void read_sources(GuideReading& guide) {
  auto& sources = guide.guide.sources;
  std::vector<std::optional<Name>> interpreted;
  for (const auto* entry : guide.fields.section("sources")) {
    std::optional<Name> interprets;
    auto source = read_source(guide, *entry, interprets);
    if (!guide.sources.add(entry->key, entry->place, "source")) continue;
    sources.push_back(std::move(source));
    interpreted.push_back(std::move(interprets));
  }
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (!interpreted[i]) continue;
    guide.sources.resolve(*interpreted[i], "source of this guide", base::Code::unknown_source);
    sources[i].interprets = interpreted[i]->text;
  }
}

}  // namespace vertebra::load
