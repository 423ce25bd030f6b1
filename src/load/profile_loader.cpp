#include "load/profile_loader.hpp"

#include <algorithm>
#include <map>

#include "load/wording.hpp"

namespace vertebra::load {
namespace {

using base::Code;

class ProfileReader {
 public:
  ProfileReader(Reading& reading, const Ids& guides, const Ids& levels, Fields& fields)
      : reading_{reading}, guides_{guides}, levels_{levels}, fields_{fields} {}

  void read(model::Profile& profile) {
    if (const auto name = fields_.name("rank_by", Need::required))
      if (const auto role = take({*name}, "rank_by"); !role.empty()) profile.rank_by = role.front();
    profile.guards = take(fields_.names("guards"), "guards");
    profile.consult = take(fields_.names("consult"), "consult");
    if (const auto* defer = fields_.map("defer")) read_defer(*defer, profile);
  }

 private:
  // A guide has one role in a profile.
  std::vector<int> take(const std::vector<Name>& names, const std::string& role) {
    std::vector<int> result;
    for (const Name& name : names) {
      const int guide = guides_.resolve(name, "guide");
      if (guide < 0) continue;
      const auto [known, is_new] = roles_.emplace(guide, role);
      if (is_new)
        result.push_back(guide);
      else
        reading_.reporter.report(Code::duplicate_id, name.place,
                                 "guide " + ticked(name.text) + " is already in " + ticked(known->second),
                                 "each guide has one role in a profile");
    }
    return result;
  }

  void read_defer(const document::Node& node, model::Profile& profile) {
    Fields defer{reading_, "`defer` of " + fields_.what(), node};
    for (const Name& name : defer.names("by", Need::required)) add_deferring(name, profile);
    if (const auto from = defer.name("from", Need::required)) profile.defer_from = levels_.resolve(*from, "care level");
    defer.close();
  }

  void add_deferring(const Name& name, model::Profile& profile) {
    const int guide = guides_.resolve(name, "guide");
    if (guide < 0) return;
    const auto role = roles_.find(guide);
    if (role != roles_.end() && role->second != "consult") return profile.defer_by.push_back(guide);
    reading_.reporter.report(Code::bad_value, name.place,
                             "guide " + ticked(name.text) + " has no say in the care level of this profile",
                             "only the guides in `rank_by` and `guards` have one");
  }

  Reading& reading_;
  const Ids& guides_;
  const Ids& levels_;
  Fields& fields_;
  std::map<int, std::string> roles_;
};

}  // namespace

model::Profile read_profile(Reading& reading, const Ids& guides, const Ids& levels, const Split& document) {
  Fields fields{reading, "profile " + ticked(document.id), document.place, document.maps};
  fields.allow("profile");
  model::Profile profile;
  profile.id = document.id;
  profile.place = document.place;
  ProfileReader{reading, guides, levels, fields}.read(profile);
  fields.close();
  return profile;
}

}  // namespace vertebra::load
