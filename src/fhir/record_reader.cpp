#include "fhir/record_reader.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "fhir/json_events.hpp"
#include "fhir/record_builder.hpp"
#include "fhir/version_cues.hpp"

namespace vertebra::fhir {
namespace {

constexpr std::string_view blank = " \t\r\n";

JsonProblem not_fhir(std::string message) {
  return {base::Code::not_fhir, std::move(message), "give a Bundle, a resource, or one entry of a Bundle", 0};
}

JsonProblem wrong_version(const VersionCue& cue) {
  return {base::Code::fhir_version,
          "the record is " + name_of(cue.version) + ", which is not read: `" + cue.element + "` of " + cue.resource,
          "convert it to FHIR R4 (4.0.1)", 0};
}

// A history tells the newest version of a resource first; the older ones, and what was deleted, no longer hold.
void keep_newest(Record& record, std::size_t from, const std::vector<RecordBuilder::Deletion>& deletions) {
  std::set<std::string, std::less<>> seen;
  std::vector<Resource> newest;
  auto deletion = deletions.begin();
  for (std::size_t i = 0; i < record.resources.size(); ++i) {
    for (; deletion != deletions.end() && deletion->position <= i; ++deletion) seen.insert(deletion->url);
    Resource& resource = record.resources[i];
    const bool named = i >= from && resource.has(Element::id);
    if (named && !seen.insert(name_of(resource)).second) {
      ++record.superseded;
    } else {
      newest.push_back(std::move(resource));
    }
  }
  record.resources = std::move(newest);
}

// How many resources were kept or counted.
std::size_t total(const Record& record) {
  std::size_t count = record.resources.size();
  for (const KindCount& each : record.other_kinds)
    if (!each.kind.empty()) count += static_cast<std::size_t>(each.count);
  return count;
}

bool has_more_pages(const Resource& bundle) {
  return std::any_of(bundle.parts.begin(), bundle.parts.end(), [](const Part& part) {
    return part.element == Element::link && part.text(Element::relation) == "next";
  });
}

// What one JSON value, once it was told, adds to the record: the resources of a bundle, an entry's, or itself. `before` is
// how many resources were kept, and `total_before` how many were kept or counted.
std::optional<JsonProblem> finish(RecordBuilder& builder, std::size_t before, std::size_t total_before) {
  Record& record = builder.record();
  const std::optional<Resource>& root = builder.root();
  if (!root) return not_fhir("this is JSON, but neither a FHIR resource nor a bundle");
  if (builder.too_many())
    return JsonProblem{base::Code::too_large, "the record holds more than half a million entries",
                       "give the resources of one patient that the rules need", 0};
  if (builder.version_cue()) return wrong_version(*builder.version_cue());
  if (root->type == "Bundle") {
    if (root->text(Element::type) == "history") keep_newest(record, before, builder.deletions());
    if (root->how(Element::entry) == Given::malformed || root->how(Element::entry) == Given::text)
      count_kind(record, {});
    record.is_page = record.is_page || has_more_pages(*root);
    return std::nullopt;
  }
  if (!root->type.empty()) {
    builder.keep_root();
    return std::nullopt;
  }
  if (!root->has(Element::lone_entry) || total(record) == total_before) return not_fhir("there is no `resourceType`");
  return std::nullopt;
}

std::optional<JsonProblem> add_line(RecordBuilder& builder, std::string_view line, std::size_t number) {
  const std::size_t before = builder.record().resources.size();
  const std::size_t total_before = total(builder.record());
  if (const auto stop = builder.read(line, "line " + std::to_string(number))) return to_problem(*stop, line);
  return finish(builder, before, total_before);
}

// True when the first line is an object of its own and not the last: what no other JSON text begins with.
bool is_ndjson(std::string_view text) {
  const std::size_t first = text.find_first_not_of(blank);
  if (first == std::string_view::npos || text[first] != '{') return false;
  const std::size_t end = text.find('\n', first);
  if (end == std::string_view::npos) return false;
  const std::size_t second = text.find_first_not_of(blank, end);
  Deaf deaf;
  return second != std::string_view::npos && text[second] == '{' && !read_json(text.substr(first, end - first), deaf);
}

std::optional<JsonProblem> add_lines(RecordBuilder& builder, std::string_view text) {
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    ++number;
    if (line.find_first_not_of(blank) != std::string_view::npos) {
      if (auto problem = add_line(builder, line, number)) {
        problem->offset += begin;
        if (problem->code == base::Code::not_fhir) problem->message += " in line " + std::to_string(number);
        return problem;
      }
    }
    begin = end + 1;
  }
  return std::nullopt;
}

}  // namespace

std::variant<Record, JsonProblem> parse_record(std::string_view json, Kinds wanted) {
  RecordBuilder builder{wanted};
  const auto stop = builder.read(json, {});
  std::optional<JsonProblem> problem;
  if (!stop) {
    problem = finish(builder, 0, 0);
  } else if (is_ndjson(json)) {
    builder = RecordBuilder{wanted};
    problem = add_lines(builder, json);
  } else {
    problem = to_problem(*stop, json);
  }
  if (problem) return *std::move(problem);
  return std::move(builder.record());
}

}  // namespace vertebra::fhir
