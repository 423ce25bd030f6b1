#include "load/overlays.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "load/overlay_loader.hpp"
#include "load/wording.hpp"

namespace vertebra::load {
namespace {

using base::Code;
using document::Entry;
using document::Kind;
using document::Node;

Entry* find_entry(Node& map, std::string_view key) {
  const auto found = std::ranges::find(map.entries, key, &Entry::key);
  return found == map.entries.end() ? nullptr : &*found;
}

std::string verb_of(ChangeKind kind) {
  if (kind == ChangeKind::add) return "add";
  return kind == ChangeKind::replace ? "replace" : "withdraw";
}

// Makes the changes of overlays in one guide, one overlay after the other.
class ChangedGuide {
 public:
  ChangedGuide(Reading& reading, const VocabularyReading& vocabulary, GuideDocument& guide)
      : reading_{reading}, vocabulary_{vocabulary}, guide_{guide} {
    for (const Node*& map : guide_.split.maps) map = &guide_.trees.emplace_back(*map);
    for (const std::string& id : ids_of("treatments")) spoken_of_.insert(vocabulary.treatments.find(id));
  }

  void apply(const OverlayReading& overlay) {
    Node& added = guide_.trees.emplace_back();
    added.kind = Kind::map;
    added.place = overlay.model.place;
    model::Overlay& model = guide_.overlays.emplace_back(overlay.model);
    for (const Change& change : overlay.changes) {
      if (!is_first(overlay, change)) continue;
      if (change.kind == ChangeKind::withdraw)
        withdraw(overlay, change);
      else
        set(overlay, change, added);
      model.changes.push_back({verb_of(change.kind) + " " + change.id, change.because});
    }
    guide_.split.maps.push_back(&added);
  }

  // What is said of a group holds for its members, and so does its withdrawal.
  void check_withdrawn_groups() {
    for (const auto& [treatment, place] : set_treatments_) {
      const auto& catalogue = vocabulary_.model.treatments;
      for (int i = treatment; i >= 0; i = catalogue[static_cast<std::size_t>(i)].part_of) {
        if (std::ranges::find(guide_.withdrawn_treatments, i) == guide_.withdrawn_treatments.end()) continue;
        const auto& group = catalogue[static_cast<std::size_t>(i)].id;
        reading_.reporter.report(Code::overlay_conflict, place,
                                 ticked(catalogue[static_cast<std::size_t>(treatment)].id) + " is part of " +
                                     ticked(group) + ", which is withdrawn",
                                 "withdraw the other members of the group one by one instead");
      }
    }
  }

 private:
  std::string guide_name() const { return "guide " + ticked(guide_.split.id); }

  std::vector<std::string> ids_of(std::string_view section) {
    std::vector<std::string> ids;
    for (const Node& tree : guide_.trees)
      if (const Node* entries = tree.find(section))
        for (const Entry& entry : entries->entries) ids.push_back(entry.key);
    return ids;
  }

  Entry* find(const Change& change) {
    for (Node& tree : guide_.trees)
      if (Entry* section = find_entry(tree, change.section->key))
        if (Entry* entry = find_entry(section->value, change.id)) return entry;
    return nullptr;
  }

  // One entry is changed once: else what a guide says would hang on the names of files.
  bool is_first(const OverlayReading& overlay, const Change& change) {
    const auto [known, is_new] = changed_.emplace(std::pair{change.section->key, change.id}, change.place);
    if (!is_new)
      reading_.reporter.report(Code::overlay_conflict, change.place,
                               overlay.what + " changes " + std::string{change.section->kind} + " " +
                                   ticked(change.id) + ", which is changed already",
                               "the other change is in " + place_text(reading_.files, known->second));
    return is_new;
  }

  void report_missing(const Change& change) {
    const auto meant = did_you_mean(change.id, ids_of(change.section->key));
    const bool replaces = change.kind == ChangeKind::replace;
    const std::string otherwise = replaces ? "leave out `replace` to add it" : "there is nothing to withdraw";
    reading_.reporter.report(Code::unknown_name, change.place,
                             guide_name() + " has no " + std::string{change.section->kind} + " " + ticked(change.id),
                             meant.empty() ? otherwise : meant);
  }

  void withdraw(const OverlayReading& overlay, const Change& change) {
    if (change.section->key == "treatments")
      withdraw_treatment(change);
    else if (!find(change))
      return report_missing(change);
    for (Node& tree : guide_.trees)
      if (Entry* section = find_entry(tree, change.section->key))
        std::erase_if(section->value.entries, [&](const Entry& each) { return each.key == change.id; });
    guide_.withdrawn.push_back(
        {change.section->key, change.id,
         overlay.what + " withdraws it from " + guide_name() + ": change what names it as well"});
  }

  void withdraw_treatment(const Change& change) {
    const int treatment = vocabulary_.treatments.resolve({change.id, change.place}, "treatment");
    if (treatment < 0) return;
    if (is_spoken_of(treatment)) return guide_.withdrawn_treatments.push_back(treatment);
    reading_.reporter.report(Code::unknown_name, change.place, guide_name() + " says nothing of " + ticked(change.id),
                             "it is silent already, on the groups above too");
  }

  // The guide names it, a group above it, or one of its members.
  bool is_spoken_of(int treatment) const {
    const auto& catalogue = vocabulary_.model.treatments;
    const auto is_above = [&](int group, int each) {
      while (each >= 0 && each != group) each = catalogue[static_cast<std::size_t>(each)].part_of;
      return each == group;
    };
    return std::ranges::any_of(spoken_of_, [&](int named) {
      return named >= 0 && (is_above(named, treatment) || is_above(treatment, named));
    });
  }

  void set(const OverlayReading& overlay, const Change& change, Node& added) {
    Entry* known = find(change);
    if (change.kind == ChangeKind::replace && !known) return report_missing(change);
    if (change.kind == ChangeKind::add && known)
      reading_.reporter.report(Code::duplicate_id, change.place,
                               guide_name() + " has " + std::string{change.section->kind} + " " + ticked(change.id) +
                                   " already, in " + place_text(reading_.files, known->place),
                               "say `replace: true` if " + overlay.what + " is to put this in its place");
    if (change.section->key == "treatments")
      if (const int treatment = vocabulary_.treatments.find(change.id); treatment >= 0)
        set_treatments_.emplace_back(treatment, change.place);
    if (!known) return add(change, added);
    *known = change.section->key == "parameters" ? moved(*known, change.entry) : change.entry;
  }

  // The parameter with the value of the overlay; its range and source stay.
  static Entry moved(const Entry& parameter, const Entry& change) {
    Entry result{change.key, change.place, parameter.value};
    const Node* value = change.value.find("value");
    if (Entry* old = find_entry(result.value, "value"); old && value) old->value = *value;
    return result;
  }

  static void add(const Change& change, Node& added) {
    const std::string_view key = change.section->key;
    Entry* section = find_entry(added, key);
    if (!section) {
      section = &added.entries.emplace_back(Entry{std::string{key}, change.place, {}});
      section->value.kind = Kind::map;
    }
    section->value.entries.push_back(change.entry);
  }

  Reading& reading_;
  const VocabularyReading& vocabulary_;
  GuideDocument& guide_;
  std::set<int> spoken_of_;  // Treatments that the guide names before any change.
  std::map<std::pair<std::string_view, std::string>, base::Place> changed_;
  std::vector<std::pair<int, base::Place>> set_treatments_;
};

}  // namespace

std::vector<GuideDocument> apply_overlays(Reading& reading, const VocabularyReading& vocabulary,
                                          const Documents& documents) {
  std::vector<GuideDocument> guides;
  std::vector<std::string> names;
  for (const Split& guide : documents.guides) {
    GuideDocument& added = guides.emplace_back(GuideDocument{.split = guide});
    for (const Node* map : guide.maps) added.files.push_back(map->place.file);
    names.push_back(guide.id);
  }
  Ids ids{reading};
  std::map<std::string_view, ChangedGuide> changed;
  for (const Split& document : documents.overlays) {
    const auto overlay = read_overlay(reading, ids, document);
    const auto guide = std::ranges::find(names, document.id);
    if (guide == names.end()) {
      reading.reporter.report(Code::unknown_name, document.place,
                              ticked(document.id) + " is not a guide of this folder", did_you_mean(document.id, names));
      continue;
    }
    auto& document_of_guide = guides[static_cast<std::size_t>(guide - names.begin())];
    changed.try_emplace(*guide, reading, vocabulary, document_of_guide).first->second.apply(overlay);
  }
  for (auto& [id, guide] : changed) guide.check_withdrawn_groups();
  return guides;
}

}  // namespace vertebra::load
