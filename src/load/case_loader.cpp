#include "load/case_loader.hpp"

#include <algorithm>
#include <map>

#include "document/reader.hpp"
#include "load/answers.hpp"
#include "load/case_expectations.hpp"
#include "load/case_names.hpp"
#include "load/ids.hpp"
#include "load/wording.hpp"

namespace vertebra::load {
namespace {

using base::Code;
using document::Entry;
using document::Node;

class CaseReader {
 public:
  CaseReader(Reading& reading, const model::RuleSet& rules, const model::Profile& profile)
      : reading_{reading}, names_{rules, profile} {
    for (const model::Fact& fact : rules.vocabulary.facts) shapes_.push_back(fact.shape);
  }

  void read_patients(const std::vector<const Entry*>& section) {
    Ids ids{reading_};
    for (const Entry* entry : section) {
      ids.add(entry->key, entry->place, "patient");
      patients_.emplace(entry->key, answers("patient " + ticked(entry->key), entry->value));
      patient_names_.push_back(entry->key);
    }
  }

  std::vector<model::Case> read_all(const std::vector<const Entry*>& section) {
    Ids ids{reading_};
    std::vector<model::Case> result;
    for (const Entry* entry : section) {
      ids.add(entry->key, entry->place, "case");
      result.push_back(read(*entry));
    }
    return result;
  }

 private:
  model::Case read(const Entry& entry) {
    Fields fields{reading_, "case", entry};
    model::Case result{entry.key, entry.place, {}, read_expectations(reading_, names_, entry)};
    if (const auto base = fields.name("based_on")) result.answers = patient(*base);
    if (const Node* given = fields.map("given")) append(result.answers, answers("`given` of " + fields.what(), *given));
    fields.allow("expect");
    if (entry.value.is_map() && !fields.has("expect"))
      reading_.reporter.report(Code::missing_key, entry.place, fields.what() + " has no `expect`");
    fields.close();
    return result;
  }

  std::vector<model::CaseAnswer> patient(const Name& name) {
    const auto found = patients_.find(name.text);
    if (found != patients_.end()) return found->second;
    reading_.reporter.report(Code::unknown_name, name.place, ticked(name.text) + " is not a patient of this file",
                             help_for_name(name.text, patient_names_, reading_.reporter));
    return {};
  }

  std::vector<model::CaseAnswer> answers(const std::string& what, const Node& node) {
    std::vector<model::CaseAnswer> result;
    if (!node.is_map()) {
      reading_.reporter.report(Code::wrong_type, node.place, what + " must be a map of facts to answers");
      return result;
    }
    for (const FactAnswer& each : read_answers(shapes_, node, reading_.reporter))
      result.push_back({each.fact, each.possible});
    return result;
  }

  static void append(std::vector<model::CaseAnswer>& to, const std::vector<model::CaseAnswer>& more) {
    to.insert(to.end(), more.begin(), more.end());
  }

  Reading& reading_;
  CaseNames names_;
  std::vector<base::FactShape> shapes_;
  std::map<std::string, std::vector<model::CaseAnswer>, std::less<>> patients_;
  std::vector<std::string> patient_names_;
};

void check_vocabulary(Reading& reading, const model::RuleSet& rules, const Split& document) {
  const std::string& id = rules.vocabulary.id;
  if (id.empty() || document.id == id) return;
  reading.reporter.report(Code::unknown_name, document.place,
                          ticked(document.id) + " is not the vocabulary of this folder", "it is " + ticked(id));
}

std::optional<model::Profile> profile_of(Reading& reading, const model::RuleSet& rules, Fields& fields) {
  const auto name = fields.name("profile", Need::required);
  if (!name) return std::nullopt;
  auto profile = model::find_profile(rules, name->text);
  if (profile) return profile;
  std::vector<std::string> known;
  for (const model::Profile& each : rules.profiles) known.push_back(each.id);
  for (const model::Guide& each : rules.guides) known.push_back(each.id);
  const std::string near = did_you_mean(name->text, known);
  reading.reporter.report(Code::unknown_name, name->place,
                          ticked(name->text) + " is neither a profile nor a guide of this rule set",
                          near.empty() && !known.empty() ? "choose " + list_text(known) : near);
  return std::nullopt;
}

// The first `cases` of the file says what it is; the second holds them.
std::vector<const Entry*> section_of_cases(Reading& reading, const Split& document) {
  std::vector<const Entry*> result;
  const Node& map = *document.maps.front();
  const auto second =
      std::find_if(map.entries.begin() + 1, map.entries.end(), [](const Entry& entry) { return entry.key == "cases"; });
  if (second == map.entries.end()) {
    reading.reporter.report(Code::missing_key, document.place, "this file of cases has no section `cases`",
                            "write `cases:` a second time, and each case below it");
    return result;
  }
  if (!second->value.is_map())
    reading.reporter.report(Code::wrong_type, second->value.place, "the section `cases` must be a map of ids");
  for (const Entry& entry : second->value.entries) result.push_back(&entry);
  return result;
}

bool is_other_document(std::string_view key) {
  return key == "vocabulary" || key == "guide" || key == "profile" || key == "fhir_mapping";
}

}  // namespace

model::CaseFile read_cases(Reading& reading, const model::RuleSet& rules, const Split& document) {
  check_vocabulary(reading, rules, document);
  Fields fields{reading, "this file of cases", document.place, document.maps};
  fields.allow("cases");
  fields.allow("patients");
  model::CaseFile file;
  file.place = document.place;
  const std::vector<const Entry*> cases = section_of_cases(reading, document);
  if (const auto profile = profile_of(reading, rules, fields)) {
    file.profile = *profile;
    CaseReader reader{reading, rules, *profile};
    reader.read_patients(fields.section("patients"));
    file.cases = reader.read_all(cases);
  }
  fields.close();
  return file;
}

LoadedCases load_cases(const model::RuleSet& rules, std::vector<NamedText> texts) {
  auto files = std::make_shared<base::Files>();
  for (NamedText& text : texts) files->add(std::move(text.name), std::move(text.text));
  base::Reporter reporter{*files};
  Reading reading{*files, reporter};
  LoadedCases loaded;
  loaded.cases.files = files;
  const Documents documents = read_documents(*files, reporter);
  for (const Split& each : documents.cases) loaded.cases.in_files.push_back(read_cases(reading, rules, each));
  for (const document::Node& tree : documents.trees) {
    if (!tree.is_map() || tree.entries.empty() || !is_other_document(tree.entries.front().key)) continue;
    reporter.report(Code::unknown_document, tree.entries.front().place, "this is not a file of cases",
                    "its first key must be `cases`");
  }
  loaded.diagnostics = reporter.take();
  return loaded;
}

}  // namespace vertebra::load
