#include <algorithm>
#include <iterator>

#include "compile/builder.hpp"

// The treatments of an image: what the ranking guide says along each line, what guards warn of, what others think.
namespace vertebra::compile {
namespace {

std::uint32_t size_of(const auto& list) { return static_cast<std::uint32_t>(list.size()); }

image::Stance stance_of(model::Position position) {
  switch (position) {
    case model::Position::against: return image::Stance::against;
    case model::Position::in_package: return image::Stance::in_package;
    case model::Position::no_recommendation: return image::Stance::no_recommendation;
    case model::Position::favors: break;
  }
  return image::Stance::favors;
}

}  // namespace

void Builder::add_treatments() {
  for (const model::Strength& strength : guide(0).strengths) {
    image_.strengths.push_back({texts_.add(strength.word), strength.points});
  }
  for (int i = 0; const model::Treatment& treatment : rules_.vocabulary.treatments) {
    if (!treatment.is_group) add_treatment(i);
    ++i;
  }
}

Wire Builder::indication(const model::LineOpinion& opinion) {
  std::vector<Wire> wires;
  for (const model::Opinion* each : opinion.opinions) {
    if (each->when) wires.push_back(conditions_.compile(*each->when));
  }
  return network_.all(std::move(wires));
}

void Builder::add_treatment(int treatment) {
  const model::Guide& ranking = guide(0);
  const std::vector<int> line = model::line_of(rules_.vocabulary, treatment);
  const model::LineOpinion opinion = opinions_[0].on(line);
  if (opinion.silent) return;
  const model::Treatment& each = rules_.vocabulary.treatments[static_cast<std::size_t>(treatment)];
  const Wire when = indication(opinion);
  image::Treatment result;
  result.id = texts_.add(each.id);
  result.label = texts_.add(each.label.text);
  if (each.part_of >= 0)
    result.part_of = texts_.add(rules_.vocabulary.treatments[static_cast<std::size_t>(each.part_of)].id);
  result.stance = stance_of(opinion.position);
  result.indication = pending(network_.scoped(conditions_.scope(guides_[0]), when));
  result.indicated_when = pending(when);
  if (opinion.strength >= 0) {
    result.strength = static_cast<std::uint32_t>(opinion.strength);
    result.strength_sources = sources(ranking, opinion.strength_sources);
  }
  const auto fill = [](const auto& list, image::Range& range, const auto& add) {
    range.begin = size_of(list);
    add();
    range.end = size_of(list);
  };
  fill(image_.arguments, result.arguments, [&] { add_arguments(ranking, opinion); });
  fill(image_.claims, result.claims, [&] { add_claims(ranking, opinion); });
  fill(image_.obligation_list, result.obligations, [&] { add_line_obligations(line); });
  fill(image_.positions, result.positions, [&] { add_positions(line); });
  fill(image_.warnings, result.warnings, [&] { result.blocked = pending(add_warnings(line)); });
  image_.treatments.push_back(result);
}

void Builder::add_arguments(const model::Guide& ranking, const model::LineOpinion& opinion) {
  for (const model::Opinion* each : opinion.opinions) {
    for (const model::Argument& argument : each->arguments) {
      image_.arguments.push_back({texts_.add(argument.id), texts_.add(argument.because.text),
                                  sources(ranking, argument.sources), argument.points,
                                  pending(conditions_.compile(argument.when))});
    }
  }
}

void Builder::add_claims(const model::Guide& ranking, const model::LineOpinion& opinion) {
  for (const model::Opinion* each : opinion.opinions) {
    for (const model::Claim& claim : each->claims) {
      image_.claims.push_back({texts_.add(claim.modality), texts_.add(claim.magnitude), texts_.add(claim.says.text),
                               sources(ranking, claim.sources)});
    }
  }
}

// A rule that both blocks and cautions a treatment counts as a block.
Wire Builder::add_warnings(const std::vector<int>& line) {
  std::vector<Wire> blocks;
  const std::vector<std::uint32_t> blocking = blocks_.on(line), cautioning = cautions_.on(line);
  std::vector<std::uint32_t> either;
  std::ranges::set_union(blocking, cautioning, std::back_inserter(either));
  for (const std::uint32_t i : either) {
    const bool is_block = std::ranges::binary_search(blocking, i);
    image_.warnings.push_back({i, is_block});
    if (is_block) blocks.push_back({image_.contraindications[i].holds.code});
  }
  return network_.any(std::move(blocks));
}

void Builder::add_line_obligations(const std::vector<int>& line) {
  for (const std::uint32_t i : obligations_.on(line)) image_.obligation_list.push_back(i);
}

void Builder::add_positions(const std::vector<int>& line) {
  for (std::size_t i = acting(); i < guides_.size(); ++i) {
    const model::LineOpinion opinion = opinions_[i].on(line);
    const image::Stance stance = opinion.silent ? image::Stance::silent : stance_of(opinion.position);
    std::string_view word;
    if (opinion.strength >= 0) word = guide(i).strengths[static_cast<std::size_t>(opinion.strength)].word;
    image_.positions.push_back({static_cast<std::uint32_t>(i), stance, pending(indication(opinion)), texts_.add(word)});
  }
}

}  // namespace vertebra::compile
