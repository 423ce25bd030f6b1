#include "load/guide_loader.hpp"

#include <algorithm>

#include "load/contraindication_loader.hpp"
#include "load/notice_loader.hpp"
#include "load/opinion_lines.hpp"
#include "load/opinion_loader.hpp"
#include "load/parameter_loader.hpp"
#include "load/property_loader.hpp"
#include "load/red_flag_loader.hpp"
#include "load/silence_loader.hpp"
#include "load/source_loader.hpp"
#include "load/wording.hpp"

namespace vertebra::load {
namespace {

// The source attributes of 45 CFR 170.315(b)(11)(iv)(A), by the names of the contract.
constexpr std::string_view attribute_names[] = {
    "citation",           "developer",       "funding", "dates",         "race", "ethnicity",    "language",
    "sexual_orientation", "gender_identity", "sex",     "date_of_birth", "sdoh", "health_status"};

void check_uses(GuideReading& guide) {
  const auto uses = guide.fields.name("uses", Need::required);
  const auto& vocabulary = guide.vocabulary.model;
  if (!uses || vocabulary.id.empty() || uses->text == vocabulary.id) return;
  guide.reading.reporter.report(base::Code::unknown_name, uses->place,
                                ticked(uses->text) + " is not the vocabulary of this folder",
                                "the vocabulary is " + ticked(vocabulary.id));
}

void read_attributes(GuideReading& guide) {
  const auto entries = guide.fields.section("attributes");
  for (const auto* entry : entries) {
    const std::vector<std::string> names{std::begin(attribute_names), std::end(attribute_names)};
    if (std::find(names.begin(), names.end(), entry->key) == names.end()) {
      const auto meant = did_you_mean(entry->key, names);
      guide.reading.reporter.report(base::Code::unknown_key, entry->place,
                                    ticked(entry->key) + " is not one of the 13 source attributes",
                                    meant.empty() ? "they are " + list_text(names, "and") : meant);
    }
    if (entry->value.is_scalar())
      guide.guide.attributes.emplace_back(entry->key, entry->value.text);
    else
      guide.fields.wrong_type(entry->key, entry->value.place, "text");
  }
}

model::Status read_status(Fields& fields) {
  const auto status = fields.one_of("status", {"draft", "active", "retired"});
  if (!status || status->text == "active") return model::Status::active;
  return status->text == "draft" ? model::Status::draft : model::Status::retired;
}

void read_header(GuideReading& guide) {
  auto& fields = guide.fields;
  auto& model = guide.guide;
  fields.allow("guide");
  model.version = fields.word("version");
  model.title = fields.text("title");
  check_uses(guide);
  model.status = read_status(fields);
  model.valid_until = fields.date("valid_until");
  model.intended_use = fields.text("intended_use");
  read_attributes(guide);
  model.defer_from = guide.level(fields, "defer_from", Need::optional);
}

// Whoever still names what an overlay withdrew is told so.
void take_overlays(GuideReading& guide, const GuideDocument& document) {
  guide.guide.overlays = document.overlays;
  guide.guide.withdrawn = document.withdrawn_treatments;
  for (const WithdrawnEntry& each : document.withdrawn) {
    if (each.section == "sources")
      guide.sources.withdraw(each.id, each.help);
    else if (each.section == "strengths")
      guide.strengths.withdraw(each.id, each.help);
    else
      guide.table.withdraw(each.id, each.help);
  }
}

}  // namespace

model::Guide read_guide(Reading& reading, const VocabularyReading& vocabulary, const GuideDocument& document, int index,
                        std::vector<model::Silence>& silences) {
  const Split& split = document.split;
  Fields fields{reading, "guide " + ticked(split.id), split.place, split.maps};
  GuideReading guide{reading, vocabulary, fields, index};
  guide.guide.id = split.id;
  guide.guide.place = split.place;
  take_overlays(guide, document);
  read_header(guide);
  read_sources(guide);
  read_parameters(guide);
  read_strengths(guide);
  read_conditions_red_flags_and_scores(guide);
  guide.guide.scope = guide.expression(fields, "scope", Need::optional);
  read_opinions(guide);
  check_opinion_lines(guide);
  read_contraindications(guide);
  read_obligations(guide);
  read_notices(guide);
  read_not_encoded(guide);
  read_properties(guide);
  read_silences(reading, fields, document.files, silences);
  fields.close();
  return std::move(guide.guide);
}

}  // namespace vertebra::load
