#include "load/canonical_writer.hpp"

namespace vertebra::load {
namespace {

std::string_view status_name(model::Status status) {
  if (status == model::Status::draft) return "draft";
  return status == model::Status::retired ? "retired" : "active";
}

std::string_view position_name(model::Position position) {
  switch (position) {
    case model::Position::favors: return "favors";
    case model::Position::against: return "against";
    case model::Position::in_package: return "in_package";
    case model::Position::no_recommendation: return "no_recommendation";
  }
  return {};
}

constexpr auto id_of = [](const auto& each) -> const std::string& { return each.id; };

}  // namespace

void CanonicalWriter::source(const model::Source& source) {
  object([&] {
    flag("education", source.education);
    word("excluded", source.excluded);
    word("interprets", source.interprets);
    word("locator", source.locator);
    word("mark", source.mark);
    text("says", source.says);
    word("section", source.section);
    flag("unspecified", source.unspecified);
  });
}

void CanonicalWriter::parameter(const model::Guide& guide, const model::Parameter& parameter) {
  object([&] {
    ordered("range", std::vector{parameter.min, parameter.max}, [&](double end) { json_.value(end); });
    sources(guide, parameter.sources);
    json_.member("unit", parameter.unit.ucum);
    json_.member("value", parameter.value);
  });
}

void CanonicalWriter::red_flag(const model::Guide& guide, const model::RedFlag& red_flag) {
  object([&] {
    text("because", red_flag.because);
    json_.member("id", red_flag.id);
    level("level", red_flag.level);
    sources(guide, red_flag.sources);
    when("when", &guide, red_flag.when);
  });
}

void CanonicalWriter::score(const model::Guide& guide, const model::Score& score) {
  object([&] {
    by_id("bands", score.bands, id_of, [&](const model::Band& band) {
      json_.begin_array();
      json_.value(band.low);
      json_.value(band.high);
      json_.end_array();
    });
    json_.member("id", score.id);
    sources(guide, score.sources);
    by_id("sum", score.sum, id_of, [&](const model::ScoreMember& member) {
      object([&] {
        json_.member("points", member.points);
        when("when", &guide, member.when);
      });
    });
  });
}

void CanonicalWriter::argument(const model::Guide& guide, const model::Argument& argument) {
  object([&] {
    text("because", argument.because);
    json_.member("id", argument.id);
    json_.member("points", argument.points);
    sources(guide, argument.sources);
    when("when", &guide, argument.when);
  });
}

void CanonicalWriter::claim(const model::Guide& guide, const model::Claim& claim) {
  object([&] {
    word("magnitude", claim.magnitude);
    word("modality", claim.modality);
    text("says", claim.says);
    sources(guide, claim.sources);
  });
}

void CanonicalWriter::opinion(const model::Guide& guide, const model::Opinion& opinion) {
  object([&] {
    ordered("arguments", opinion.arguments, [&](const auto& each) { argument(guide, each); });
    ordered("claims", opinion.claims, [&](const auto& each) { claim(guide, each); });
    json_.member("id", at(rules_.vocabulary.treatments, opinion.treatment).id);
    if (opinion.position) json_.member("position", position_name(*opinion.position));
    sources(guide, opinion.sources);
    if (opinion.strength >= 0) json_.member("strength", at(guide.strengths, opinion.strength).word);
    if (opinion.when) when("when", &guide, *opinion.when);
    treatments("with", opinion.with);
  });
}

void CanonicalWriter::contraindication(const model::Guide& guide, const model::Contraindication& rule) {
  object([&] {
    text("because", rule.because);
    treatments("blocks", rule.blocks);
    treatments("cautions", rule.cautions);
    json_.member("id", rule.id);
    sources(guide, rule.sources);
    when("when", &guide, rule.when);
  });
}

void CanonicalWriter::obligation(const model::Guide& guide, const model::Obligation& obligation) {
  object([&] {
    treatments("beside", obligation.beside);
    json_.member("id", obligation.id);
    text("says", obligation.says);
    sources(guide, obligation.sources);
  });
}

void CanonicalWriter::notice(const model::Guide& guide, const model::Notice& notice) {
  object([&] {
    json_.member("id", notice.id);
    text("says", notice.says);
    sources(guide, notice.sources);
    if (notice.when) when("when", &guide, *notice.when);
  });
}

void CanonicalWriter::not_encoded(const model::Guide& guide, const model::NotEncoded& reason) {
  object([&] {
    text("because", reason.because);
    sources(guide, reason.sources);
  });
}

void CanonicalWriter::overlay(const model::Overlay& overlay) {
  object([&] {
    ordered("changes", overlay.changes, [&](const model::OverlayChange& change) {
      object([&] {
        text("because", change.because);
        json_.member("change", change.what);
      });
    });
    json_.member("id", overlay.id);
  });
}

void CanonicalWriter::guide(const model::Guide& guide) {
  object([&] {
    by_id(
        "attributes", guide.attributes, [](const auto& each) -> const std::string& { return each.first; },
        [&](const auto& each) { json_.value(each.second); });
    by_id("conditions", guide.conditions, id_of, [&](const auto& each) { condition(&guide, each); });
    ordered("contraindications", guide.contraindications, [&](const auto& each) { contraindication(guide, each); });
    level("defer_from", guide.defer_from);
    text("intended_use", guide.intended_use);
    by_id("not_encoded", guide.not_encoded, id_of, [&](const auto& each) { not_encoded(guide, each); });
    // Notices, obligations and scores are said in written order, so theirs is meaning too.
    ordered("notices", guide.notices, [&](const auto& each) { notice(guide, each); });
    ordered("obligations", guide.obligations, [&](const auto& each) { obligation(guide, each); });
    ordered("overlays", guide.overlays, [&](const auto& each) { overlay(each); });
    by_id("parameters", guide.parameters, id_of, [&](const auto& each) { parameter(guide, each); });
    by_id("properties", guide.properties, id_of, [&](const model::Property& each) {
      object([&] {
        json_.key("holds");
        write_property(json_, rules_, guide, each.holds);
      });
    });
    ordered("red_flags", guide.red_flags, [&](const auto& each) { red_flag(guide, each); });
    if (guide.scope) when("scope", &guide, *guide.scope);
    ordered("scores", guide.scores, [&](const auto& each) { score(guide, each); });
    by_id("sources", guide.sources, id_of, [&](const auto& each) { source(each); });
    json_.member("status", status_name(guide.status));
    by_id(
        "strengths", guide.strengths, [](const auto& each) -> const std::string& { return each.word; },
        [&](const auto& each) { json_.value(each.points); });
    text("title", guide.title);
    ordered("treatments", guide.opinions, [&](const auto& each) { opinion(guide, each); });
    if (guide.valid_until) json_.member("valid_until", to_string(*guide.valid_until));
    word("version", guide.version);
    treatments("withdrawn", guide.withdrawn);
  });
}

}  // namespace vertebra::load
