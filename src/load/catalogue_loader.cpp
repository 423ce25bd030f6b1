#include "load/catalogue_loader.hpp"

#include <algorithm>

#include "load/codes_loader.hpp"
#include "load/wording.hpp"

namespace vertebra::load {
namespace {

using model::Treatment;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

// The circle that `member` is on, from its first member in the catalogue: "a → b → a".
std::string path_of_circle(const std::vector<Treatment>& treatments, int member, int& first) {
  first = member;
  for (int next = treatments[at(member)].part_of; next != member; next = treatments[at(next)].part_of)
    first = std::min(first, next);
  std::string path = treatments[at(first)].id;
  int next = first;
  do {
    next = treatments[at(next)].part_of;
    path += " → " + treatments[at(next)].id;
  } while (next != first);
  return path;
}

// Cuts what it reports, so that everybody else may walk up the groups without a bound. A walk stops at what an earlier
// one has seen; where it meets itself is a circle.
void cut_circles(Reading& reading, std::vector<Treatment>& treatments, const std::vector<std::optional<Name>>& groups) {
  std::vector<int> seen_by(treatments.size(), -1);
  for (int walk = 0; walk < static_cast<int>(treatments.size()); ++walk) {
    int next = walk;
    while (next >= 0 && seen_by[at(next)] < 0) {
      seen_by[at(next)] = walk;
      next = treatments[at(next)].part_of;
    }
    if (next < 0 || seen_by[at(next)] != walk) continue;
    int first = next;
    const auto path = path_of_circle(treatments, next, first);
    reading.reporter.report(base::Code::circle, groups[at(first)]->place,
                            ticked(treatments[at(first)].id) + " is part of itself: " + path);
    treatments[at(first)].part_of = -1;
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
