#include "load/catalogue_loader.hpp"

#include "load/codes_loader.hpp"
#include "load/wording.hpp"

namespace vertebra::load {
namespace {

using model::Treatment;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

// Up from `start` through the groups: the path back to it when it is part of itself, else nothing.
std::string circle_through(const std::vector<Treatment>& treatments, int start) {
  std::string path = treatments[at(start)].id;
  int next = treatments[at(start)].part_of;
  for (std::size_t steps = 0; next >= 0 && steps < treatments.size(); ++steps) {
    path += " → " + treatments[at(next)].id;
    if (next == start) return path;
    next = treatments[at(next)].part_of;
  }
  return {};
}

// Cuts what it reports, so that everybody else may walk up the groups without a bound.
void cut_circles(Reading& reading, std::vector<Treatment>& treatments, const std::vector<std::optional<Name>>& groups) {
  for (int i = 0; i < static_cast<int>(treatments.size()); ++i) {
    const auto path = circle_through(treatments, i);
    if (path.empty()) continue;
    reading.reporter.report(base::Code::circle, groups[at(i)]->place,
                            ticked(treatments[at(i)].id) + " is part of itself: " + path);
    treatments[at(i)].part_of = -1;
  }
}

}  // namespace

void read_catalogue(Reading& reading, VocabularyReading& vocabulary, Fields& fields) {
  auto& treatments = vocabulary.model.treatments;
  std::vector<std::optional<Name>> groups;
  for (const auto* entry : fields.section("treatments")) {
    Fields item{reading, "treatment", *entry};
    Treatment treatment;
    treatment.id = entry->key;
    treatment.place = entry->place;
    treatment.label = item.text("label", Need::required);
    auto group = item.name("part_of");
    treatment.codes = read_codes(reading, item, {});
    item.close();
    if (!vocabulary.treatments.add(entry->key, entry->place, "treatment")) continue;
    treatments.push_back(std::move(treatment));
    groups.push_back(std::move(group));
  }
  for (std::size_t i = 0; i < treatments.size(); ++i)
    if (groups[i]) treatments[i].part_of = vocabulary.treatments.resolve(*groups[i], "treatment");
  cut_circles(reading, treatments, groups);
  for (const Treatment& treatment : treatments)
    if (treatment.part_of >= 0) treatments[at(treatment.part_of)].is_group = true;
}

}  // namespace vertebra::load
