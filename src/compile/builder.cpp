#include "compile/builder.hpp"

#include <algorithm>

namespace vertebra::compile {
namespace {

std::uint32_t size_of(const auto& list) { return static_cast<std::uint32_t>(list.size()); }

std::vector<int> guides_of(const model::Profile& profile) {
  std::vector<int> result{profile.rank_by};
  result.insert(result.end(), profile.guards.begin(), profile.guards.end());
  result.insert(result.end(), profile.consult.begin(), profile.consult.end());
  return result;
}

}  // namespace

Builder::Builder(const model::RuleSet& rules, const model::Profile& profile)
    : rules_{rules},
      profile_{profile},
      guides_{guides_of(profile)},
      texts_{image_},
      conditions_{rules, guides_, network_},
      blocks_{rules.vocabulary.treatments.size()},
      cautions_{rules.vocabulary.treatments.size()},
      obligations_{rules.vocabulary.treatments.size()} {
  for (std::size_t i = 0; i < guides_.size(); ++i) opinions_.emplace_back(guide(i), rules.vocabulary.treatments.size());
}

image::Range Builder::sources(const model::Guide& guide, const std::vector<int>& list) {
  std::vector<std::string_view> ids;
  for (const int source : list) ids.push_back(guide.sources[static_cast<std::size_t>(source)].id);
  return texts_.add_list(ids);
}

image::Range Builder::add_overlays(const model::Guide& guide) {
  const std::uint32_t first = size_of(image_.overlays);
  for (const model::Overlay& overlay : guide.overlays) {
    std::vector<std::string_view> changes;
    for (const model::OverlayChange& change : overlay.changes) changes.push_back(change.what);
    image_.overlays.push_back({texts_.add(overlay.id), texts_.add_list(changes)});
  }
  return {first, size_of(image_.overlays)};
}

image::Range Builder::add_sources(const model::Guide& guide) {
  const std::uint32_t first = size_of(image_.sources);
  for (const model::Source& each : guide.sources)
    image_.sources.push_back({texts_.add(each.id), texts_.add(each.mark)});
  return {first, size_of(image_.sources)};
}

void Builder::add_identity(std::string_view hash) {
  image_.profile = texts_.add(profile_.id);
  image_.hash = texts_.add(hash);
  for (std::size_t i = 0; i < guides_.size(); ++i) {
    const model::Guide& each = guide(i);
    const image::Role role = i == 0 ? image::Role::rank_by : i < acting() ? image::Role::guard : image::Role::consult;
    image_.guides.push_back({texts_.add(each.id), texts_.add(each.version), role,
                             pending(conditions_.scope(guides_[i])), !each.red_flags.empty(),
                             each.valid_until.value_or(Date{}), add_overlays(each), add_sources(each)});
  }
  for (const model::CareLevel& level : rules_.vocabulary.care_levels) {
    image_.care_levels.push_back({texts_.add(level.id), texts_.add(level.label.text)});
  }
}

void Builder::add_facts() {
  for (const model::Fact& fact : rules_.vocabulary.facts) {
    const base::FactShape& shape = fact.shape;
    const image::Range choices = texts_.add_list({shape.choices.begin(), shape.choices.end()});
    const std::uint32_t first_word = size_of(image_.words);
    for (const auto& [word, range] : shape.words) image_.words.push_back({texts_.add(word), range.first, range.second});
    image_.facts.push_back({texts_.add(shape.id),
                            texts_.add(fact.ask.text),
                            texts_.add(fact.panel),
                            texts_.add(shape.unit.ucum),
                            shape.type,
                            shape.min,
                            shape.max,
                            choices,
                            {first_word, size_of(image_.words)},
                            {}});
  }
}

void Builder::add_clauses() {
  for (const model::Clause& clause : rules_.vocabulary.consistency) {
    const std::uint32_t first = size_of(part_wires_);
    for (const model::Expression& each : clause.parts) part_wires_.push_back(conditions_.compile(each));
    image_.clauses.push_back({texts_.add(clause.id),
                              texts_.add(clause.because.text),
                              {first, size_of(part_wires_)},
                              static_cast<std::uint32_t>(clause.set_aside)});
  }
}

void Builder::add_red_flags() {
  std::vector<Wire> deferring;
  for (std::size_t i = 0; i < acting(); ++i) {
    const bool defers_by =
        profile_.defer_from >= 0 && std::ranges::find(profile_.defer_by, guides_[i]) != profile_.defer_by.end();
    for (int index = 0; const model::RedFlag& flag : guide(i).red_flags) {
      const Holding holding = conditions_.red_flag(guides_[i], index++);
      const bool defers = defers_by && flag.level >= profile_.defer_from;
      if (defers) deferring.push_back(holding.holds);
      image_.red_flags.push_back({texts_.add(flag.id), texts_.add(flag.because.text), sources(guide(i), flag.sources),
                                  static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(flag.level),
                                  pending(holding.when), pending(holding.holds), defers});
    }
  }
  image_.deferred = pending(network_.any(std::move(deferring)));
}

void Builder::add_contraindications() {
  for (std::size_t i = 0; i < acting(); ++i) {
    for (const model::Contraindication& each : guide(i).contraindications) {
      const Holding holding = conditions_.rule(guides_[i], each.when);
      blocks_.add(size_of(image_.contraindications), each.blocks);
      cautions_.add(size_of(image_.contraindications), each.cautions);
      image_.contraindications.push_back({texts_.add(each.id), texts_.add(each.because.text),
                                          sources(guide(i), each.sources), static_cast<std::uint32_t>(i),
                                          pending(holding.when), pending(holding.holds)});
    }
  }
}

void Builder::add_obligations() {
  for (std::size_t i = 0; i < acting(); ++i) {
    for (const model::Obligation& each : guide(i).obligations) {
      obligations_.add(size_of(image_.obligations), each.beside);
      image_.obligations.push_back({texts_.add(each.id), texts_.add(each.says.text), sources(guide(i), each.sources),
                                    static_cast<std::uint32_t>(i)});
    }
  }
}

void Builder::add_notices() {
  for (std::size_t i = 0; i < acting(); ++i) {
    for (const model::Notice& each : guide(i).notices) {
      image_.notices.push_back({texts_.add(each.id), texts_.add(each.says.text), sources(guide(i), each.sources),
                                static_cast<std::uint32_t>(i), pending(conditions_.when(each.when))});
    }
  }
}

void Builder::add_probes(std::span<Probe> probes) {
  for (Probe& each : probes) each.literal = pending(conditions_.compile(*each.condition));
}

void Builder::add_scores() {
  image_.members = conditions_.members();
  for (std::size_t i = 0; i < acting(); ++i) {
    for (int index = 0; const model::Score& each : guide(i).scores) {
      const std::uint32_t first_band = size_of(image_.bands);
      for (const model::Band& band : each.bands) image_.bands.push_back({texts_.add(band.id), band.low, band.high});
      image_.scores.push_back({texts_.add(each.id),
                               static_cast<std::uint32_t>(i),
                               conditions_.score(guides_[i], index++),
                               {first_band, size_of(image_.bands)}});
    }
  }
}

}  // namespace vertebra::compile
