#include "load/opinion_loader.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "load/wording.hpp"

namespace vertebra::load {
namespace {

using base::Code;
using document::Entry;
using model::Opinion;
using model::Position;

std::optional<Position> read_position(Fields& fields) {
  const auto word = fields.one_of("position", {"favors", "against", "in_package", "no_recommendation"});
  if (!word) return std::nullopt;
  if (word->text == "favors") return Position::favors;
  if (word->text == "against") return Position::against;
  return word->text == "in_package" ? Position::in_package : Position::no_recommendation;
}

model::Argument read_argument(GuideReading& guide, const Entry& entry, const std::string& owner) {
  Fields item{guide.reading, owner + ", argument", entry};
  model::Argument argument;
  argument.id = entry.key;
  argument.place = entry.place;
  argument.points = item.points("points", Need::required);
  if (auto when = guide.expression(item, "when", Need::required)) argument.when = std::move(*when);
  argument.because = item.text("because", Need::required);
  argument.sources = guide.cite(item, Basis::rule);
  item.close();
  return argument;
}

void read_arguments(GuideReading& guide, Fields& fields, Opinion& opinion) {
  Ids ids{guide.reading};
  for (const Entry* entry : fields.section("arguments")) {
    if (entry->key == "strength")
      guide.reading.reporter.report(Code::reserved_word, entry->place, "`strength` cannot name an argument",
                                    "it is the name of the points that the strength gives");
    auto argument = read_argument(guide, *entry, fields.what());
    if (ids.add(entry->key, entry->place, "argument")) opinion.arguments.push_back(std::move(argument));
  }
}

void read_claims(GuideReading& guide, Fields& fields, Opinion& opinion) {
  for (const auto* node : fields.list("claims")) {
    Fields item{guide.reading, "claim of " + fields.what(), *node};
    model::Claim claim;
    claim.place = node->place;
    claim.modality = item.word("modality", Need::required);
    claim.magnitude = item.word("magnitude");
    claim.says = item.text("says", Need::required);
    claim.sources = guide.cite(item, Basis::shown);
    item.close();
    opinion.claims.push_back(std::move(claim));
  }
}

Opinion read_opinion(GuideReading& guide, const Entry& entry, int treatment) {
  Fields fields{guide.reading, "treatment", entry};
  Opinion opinion;
  opinion.treatment = treatment;
  opinion.place = entry.place;
  const auto strength = fields.name("strength");
  if (strength) opinion.strength = guide.strengths.resolve(*strength, "strength of this guide");
  opinion.position = read_position(fields);
  if (opinion.position == Position::in_package) opinion.with = guide.treatments(fields, "with", Need::required);
  opinion.when = guide.expression(fields, "when", Need::optional);
  read_arguments(guide, fields, opinion);
  read_claims(guide, fields, opinion);
  const bool says_how_good = strength || fields.has("position");
  const bool mistaken = says_how_good && !opinion.position && opinion.strength < 0;
  if (mistaken) opinion.position = Position::favors;  // Reported once is enough.
  opinion.sources = guide.cite(fields, Basis::rule, says_how_good ? Need::required : Need::optional);
  fields.close({{"with", "only a treatment with `position: in_package` has it"}});
  return opinion;
}

}  // namespace

void read_strengths(GuideReading& guide) {
  for (const Entry* entry : guide.fields.section("strengths")) {
    const auto points = entry->value.is_scalar() ? base::parse_points(entry->value.text) : std::nullopt;
    if (!points) guide.fields.wrong_type(entry->key, entry->value.place, "a whole number, such as 24");
    if (guide.strengths.add(entry->key, entry->place, "strength"))
      guide.guide.strengths.push_back({entry->key, entry->place, points.value_or(0)});
  }
}

namespace {

// A member of a withdrawn group.
bool is_withdrawn(const GuideReading& guide, int treatment) {
  const auto& withdrawn = guide.guide.withdrawn;
  for (; treatment >= 0; treatment = guide.vocabulary.model.treatments[static_cast<std::size_t>(treatment)].part_of)
    if (std::ranges::find(withdrawn, treatment) != withdrawn.end()) return true;
  return false;
}

}  // namespace

void read_opinions(GuideReading& guide) {
  Ids named{guide.reading};
  for (const Entry* entry : guide.fields.section("treatments")) {
    const int treatment = guide.vocabulary.treatments.resolve({entry->key, entry->place}, "treatment");
    auto opinion = read_opinion(guide, *entry, treatment);
    const bool is_new = treatment >= 0 && named.add(entry->key, entry->place, "treatment");
    if (is_new && !is_withdrawn(guide, treatment)) guide.guide.opinions.push_back(std::move(opinion));
  }
}

}  // namespace vertebra::load
