#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <boost/json.hpp>

#include <vertebra/engine.hpp>
#include <vertebra/fhir.hpp>

#include "fhir/entry_kinds.hpp"
#include "shared/shared_records.hpp"

// Every R4 file of the shared data is read, and every entry of a kind that is read is accounted for. The entries are counted
// through a document of Boost.JSON, which shares nothing with the reader but the tokens.
namespace vertebra::fhir {
namespace {

namespace json = boost::json;
using shared::data_folder;
using shared::records_in;
using shared::text_of;

constexpr Date day = date(2026, 1, 31);

class FhirEveryFileTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::is_directory(data_folder())) GTEST_SKIP() << "no shared data in " << data_folder();
    const std::string rules = std::string{VERTEBRA_SOURCE_DIR} + "/rules/low_back_pain";
    auto loaded = load_rule_set(rules, "default");
    ASSERT_TRUE(loaded.rule_set);
    engine_.emplace(*std::move(loaded.rule_set));
    mapping_ = load_mapping(rules, engine_->rule_set()).mapping;
    ASSERT_TRUE(mapping_);
  }

  ReadResult read(std::string_view text, const ReadOptions& options = {}) {
    Patient patient{*engine_};
    return read_record(*mapping_, text, "record", day, patient, options);
  }

  std::optional<Engine> engine_;
  std::optional<Mapping> mapping_;
};

// Names of the entries of kinds from which facts are read, by kind; those without id are counted under "".
std::map<std::string, std::vector<std::string>> entries_of(const json::value& root) {
  std::map<std::string, std::vector<std::string>> result;
  const auto add = [&](const json::value& resource) {
    const auto* kind = resource.is_object() ? resource.as_object().if_contains("resourceType") : nullptr;
    if (kind == nullptr || !kind->is_string() || entry_kind(kind->as_string().c_str()) == nullptr) return;
    const auto* id = resource.as_object().if_contains("id");
    const std::string type = kind->as_string().c_str();
    result[type].push_back(id == nullptr ? std::string{} : type + "/" + id->as_string().c_str());
  };
  add(root);
  const auto& object = root.as_object();
  if (const auto* lone = object.if_contains("resource")) add(*lone);
  if (const auto* list = object.if_contains("entry"); list != nullptr && list->is_array())
    for (const json::value& entry : list->as_array())
      if (const auto* resource = entry.as_object().if_contains("resource")) add(*resource);
  return result;
}

// What the result says of a kind: entries by name, and how many are only counted.
struct Told {
  std::set<std::string> names;
  int nameless = 0;
  int counted = 0;
};

Told told_of(const ReadResult& result, const std::string& kind) {
  Told told;
  const auto hear = [&](const std::string& name) {
    if (name.starts_with(kind + "/")) told.names.insert(name);
    if (name.starts_with("entry[")) ++told.nameless;
  };
  for (const FoundFact& found : result.facts)
    for (const Evidence& each : found.evidence) hear(each.resource);
  for (const Skipped& each : result.skipped) {
    hear(each.resource);
    if (each.resource == kind) told.counted += std::max(each.count, 1);
  }
  return told;
}

void expect_accounted(const std::filesystem::path& path, const std::string& text, const ReadResult& result) {
  for (const auto& [kind, names] : entries_of(json::parse(text))) {
    const Told told = told_of(result, kind);
    const auto unnamed =
        std::count_if(names.begin(), names.end(), [&](const std::string& name) { return !told.names.contains(name); });
    EXPECT_LE(unnamed, told.counted + told.nameless) << path << " " << kind;
  }
}

void expect_reasons(const std::filesystem::path& path, const ReadResult& result) {
  for (const Skipped& each : result.skipped) EXPECT_FALSE(each.reason.empty() || each.resource.empty()) << path;
  for (const UnknownFact& each : result.unknown) EXPECT_FALSE(each.reason.empty()) << path << each.fact;
}

TEST_F(FhirEveryFileTest, BundlesAndResourcesAreReadAndAccountedFor) {
  std::size_t files = 0, dead = 0;
  for (const char* folder : {"cds4cpm-chronic-pain", "ahrq-pain-summary/r4", "synthea-pathling", "synthea-smart-2019",
                             "opioid-cds", "questionnaires-lforms", "questionnaires-sdc", "cqf-apply-examples/general",
                             "cqf-apply-examples/opioid-Rec10-patient-view"}) {
    for (const auto& path : records_in(folder)) {
      const std::string text = text_of(path);
      const json::value root = json::parse(text);
      if (!root.as_object().contains("resourceType") && !root.as_object().contains("resource")) continue;  // No FHIR.
      const ReadResult result = read(text);
      for (const Diagnostic& each : result.diagnostics) {
        EXPECT_EQ(each.code, "V0804") << path << "\n" << to_string(each);
        ++dead;
      }
      ++files;
      expect_reasons(path, result);
      if (result.diagnostics.empty()) expect_accounted(path, text, result);
    }
  }
  EXPECT_GE(files, 70U);
  EXPECT_LE(dead, 5U);
}

TEST_F(FhirEveryFileTest, BulkFilesAreReadPatientByPatient) {
  for (const char* folder : {"synthea-bulk-ndjson", "synthea-cohort-2019"}) {
    std::string all;
    for (const auto& path : records_in(folder, ".ndjson")) all += text_of(path) + "\n";
    const ReadResult refused = read(all);
    ASSERT_EQ(refused.diagnostics.size(), 1U);
    EXPECT_EQ(refused.diagnostics[0].code, "V0802");
    EXPECT_NE(refused.diagnostics[0].message.find(" patients"), std::string::npos) << refused.diagnostics[0].message;
    std::size_t read_patients = 0;
    for (const auto& path : records_in(folder, "Patient.ndjson")) {
      const std::string patients = text_of(path);
      for (std::size_t at = 0; at < patients.size() && read_patients < 5; ++read_patients) {
        const std::size_t end = std::min(patients.find('\n', at), patients.size());
        const json::value patient = json::parse(patients.substr(at, end - at));
        at = end + 1;
        ReadOptions options;
        options.patient_id = patient.at("id").as_string().c_str();
        const ReadResult result = read(all, options);
        for (const Diagnostic& each : result.diagnostics) EXPECT_EQ(each.code, "V0804") << to_string(each);
        expect_reasons(path, result);
        const bool dead = patient.as_object().contains("deceasedDateTime");
        const bool has_age =
            !result.facts.empty() && std::any_of(result.facts.begin(), result.facts.end(),
                                                 [](const FoundFact& found) { return found.fact == "age"; });
        EXPECT_EQ(has_age, !dead) << options.patient_id;
      }
    }
    EXPECT_EQ(read_patients, 5U) << folder;
  }
}

}  // namespace
}  // namespace vertebra::fhir
