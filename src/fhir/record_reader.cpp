#include "fhir/record_reader.hpp"

#include <set>
#include <string>
#include <utility>

#include "fhir/record_builder.hpp"
#include "fhir/version_cues.hpp"

namespace vertebra::fhir {
namespace {

JsonProblem not_fhir(std::string message) {
  return {base::Code::not_fhir, std::move(message), "give a Bundle, a resource, or one entry of a Bundle", 0};
}

JsonProblem wrong_version(const VersionCue& cue) {
  return {base::Code::fhir_version,
          "the record is " + name_of(cue.version) + ", which is not read: `" + cue.element + "` of " + cue.resource,
          "convert it to FHIR R4 (4.0.1)", 0};
}

// A history tells the newest version of a resource first; the older ones, and what was deleted, no longer hold.
void keep_newest(Record& record, const std::vector<RecordBuilder::Deletion>& deletions) {
  std::set<std::string, std::less<>> seen;
  std::vector<Resource> newest;
  auto deletion = deletions.begin();
  for (std::size_t i = 0; i < record.resources.size(); ++i) {
    for (; deletion != deletions.end() && deletion->position <= i; ++deletion) seen.insert(deletion->url);
    Resource& resource = record.resources[i];
    const bool named = resource.has(Element::id);
    if (named && !seen.insert(name_of(resource)).second) {
      ++record.superseded;
    } else {
      newest.push_back(std::move(resource));
    }
  }
  record.resources = std::move(newest);
}

Record of_single(Resource resource) {
  Record record;
  if (is_kind_read(resource.type())) {
    record.resources.push_back(std::move(resource));
  } else {
    count_kind(record, resource.type());
  }
  return record;
}

}  // namespace

std::variant<Record, JsonProblem> parse_record(std::string_view json) {
  RecordBuilder builder;
  if (auto problem = read_json(json, builder)) return *std::move(problem);
  std::optional<Resource> root = builder.take_root();
  if (!root) return not_fhir("this is JSON, but neither a FHIR resource nor a bundle");
  if (builder.too_many())
    return JsonProblem{base::Code::too_large, "the record holds more than half a million entries",
                       "give the resources of one patient that the rules need", 0};
  if (builder.version_cue()) return wrong_version(*builder.version_cue());
  const std::string type{root->type()};
  Record record = builder.take_record();
  if (type == "Bundle") {
    if (root->text(Element::bundle_type) == "history") keep_newest(record, builder.deletions());
    if (root->how(Element::entry) == Given::malformed || root->how(Element::entry) == Given::text)
      count_kind(record, {});
    return record;
  }
  if (!type.empty()) return of_single(*std::move(root));
  const bool has_kind =
      !record.resources.empty() || (!record.other_kinds.empty() && !record.other_kinds[0].kind.empty());
  if (!root->has(Element::lone_entry) || !has_kind) return not_fhir("there is no `resourceType`");
  return record;
}

}  // namespace vertebra::fhir
