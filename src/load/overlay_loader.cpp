#include "load/overlay_loader.hpp"

#include <algorithm>
#include <tuple>

#include "load/wording.hpp"

namespace vertebra::load {
namespace {

using base::Code;
using document::Entry;
using document::Node;

std::string what_of(const Split& document) {
  const Node* id = document.maps.front()->find("id");
  const bool has_id = id && id->is_scalar() && !id->text.empty();
  return has_id ? "overlay " + ticked(id->text) : "overlay of " + ticked(document.id);
}

class OverlayReader {
 public:
  OverlayReader(Reading& reading, Ids& ids, const Split& document)
      : reading_{reading},
        ids_{ids},
        document_{document},
        fields_{reading, what_of(document), document.place, document.maps} {}

  OverlayReading read() {
    overlay_.what = fields_.what();
    overlay_.model.place = document_.place;
    fields_.allow("overlay");
    if (const auto id = fields_.name("id", Need::required)) {
      overlay_.model.id = id->text;
      ids_.add(id->text, id->place, "overlay");
    }
    because_ = fields_.text("because");
    read_withdrawals();
    for (const OverlaySection& section : overlay_sections)
      for (const Entry* entry : fields_.section(section.key)) read_entry(section, *entry);
    check_changes_something();
    close();
    const auto position = [](const Change& change) { return std::tuple{change.place.line, change.place.column}; };
    std::ranges::stable_sort(overlay_.changes, {}, position);
    return std::move(overlay_);
  }

 private:
  // One reason may stand for all changes of an overlay; each may have its own.
  void add(Change change) {
    if (change.because.text.empty()) change.because = because_;
    if (change.because.text.empty())
      reading_.reporter.report(Code::missing_key, change.place,
                               fields_.what() + " does not say why it changes " + ticked(change.id),
                               "give `because` here, or once for the whole overlay beside its `id`");
    overlay_.changes.push_back(std::move(change));
  }

  // A list under the reason of the overlay, or a map of what goes to why.
  void read_withdrawals() {
    const Node* written = document_.maps.front()->find("withdraw");
    if (!written || !written->is_map()) {
      for (const Name& name : fields_.names("withdraw")) withdraw(name.text, name.place, {});
      return;
    }
    for (const Entry* entry : fields_.section("withdraw"))
      withdraw(entry->key, entry->place, fields_.text_of(entry->value, entry->key));
  }

  void withdraw(const std::string& name, base::Place place, model::Text because) {
    const auto dot = name.find('.');
    const auto* section =
        std::ranges::find(overlay_sections, std::string_view{name}.substr(0, dot), &OverlaySection::key);
    if (section != std::end(overlay_sections) && dot != std::string::npos && dot + 1 < name.size())
      return add({ChangeKind::withdraw, section, name.substr(dot + 1), place, std::move(because), {}});
    std::vector<std::string> keys;
    for (const OverlaySection& each : overlay_sections) keys.emplace_back(each.key);
    const auto meant = did_you_mean(name.substr(0, dot), keys);
    reading_.reporter.report(Code::bad_value, place, ticked(name) + " does not name an entry of a section",
                             meant.empty() ? "write the section and the id, as in `treatments.heat`" : meant);
  }

  void read_entry(const OverlaySection& section, const Entry& entry) {
    Change change{ChangeKind::add, &section, entry.key, entry.place, {}, entry};
    const bool short_form = section.key == "strengths" && entry.value.is_scalar();  // `should: 21`
    if (!short_form) {
      Fields item{reading_, section.kind, entry};
      if (item.flag("replace")) change.kind = ChangeKind::replace;
      change.because = item.text("because");
      if (section.key == "strengths") read_points(item, change.entry);
      if (section.key == "parameters" && change.kind == ChangeKind::replace) check_parameter(item);
    }
    std::erase_if(change.entry.value.entries, [&](const Entry& key) {
      return key.key == "replace" || (key.key == "because" && !section.has_because);
    });
    add(std::move(change));
  }

  // In a guide a strength is a word and its points; here the points stand among the keys.
  static void read_points(Fields& item, Entry& entry) {
    const Node* points = item.scalar("points", "a whole number, such as 24", Need::required);
    item.close();
    Node zero;
    zero.text = "0";  // Reported once is enough.
    entry.value = points ? Node{*points} : zero;
  }

  static void check_parameter(Fields& item) {
    item.scalar("value", "a number with its unit", Need::required);
    constexpr std::string_view kept = "a site moves the value; the parameter keeps its range and its source";
    item.close({{"range", kept}, {"source", kept}});
  }

  void check_changes_something() {
    const auto has = [&](const OverlaySection& section) { return fields_.has(section.key); };
    if (fields_.has("withdraw") || std::ranges::any_of(overlay_sections, has)) return;
    reading_.reporter.report(Code::missing_key, fields_.place(), fields_.what() + " changes nothing",
                             "give `withdraw`, or a section of the guide with new entries");
  }

  void close() {
    constexpr std::string_view own = "an overlay changes entries of sections; this is the guide's own to say";
    fields_.close({{"version", own},
                   {"title", own},
                   {"uses", own},
                   {"status", own},
                   {"valid_until", own},
                   {"intended_use", own},
                   {"attributes", own},
                   {"scope", own},
                   {"defer_from", own}});
  }

  Reading& reading_;
  Ids& ids_;
  const Split& document_;
  Fields fields_;
  OverlayReading overlay_;
  model::Text because_;
};

}  // namespace

OverlayReading read_overlay(Reading& reading, Ids& ids, const Split& document) {
  return OverlayReader{reading, ids, document}.read();
}

}  // namespace vertebra::load
