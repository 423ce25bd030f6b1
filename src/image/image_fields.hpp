#pragma once

#include <tuple>

#include "image/image.hpp"

// What the parts of an image are made of, in order, for everything that goes through an image from end to end: its file,
// and the check of what a file holds. A member that is missing here fails the test that writes and reads an image.
namespace vertebra::image {

template <class T>
inline constexpr std::tuple<> fields_of{};

// clang-format off
template <> inline constexpr std::tuple fields_of<Date>{&Date::year, &Date::month, &Date::day};
template <> inline constexpr std::tuple fields_of<Text>{&Text::begin, &Text::size};
template <> inline constexpr std::tuple fields_of<Range>{&Range::begin, &Range::end};
template <> inline constexpr std::tuple fields_of<Literal>{&Literal::code};
template <> inline constexpr std::tuple fields_of<Fact>{
    &Fact::id, &Fact::ask, &Fact::panel, &Fact::unit, &Fact::type, &Fact::min, &Fact::max, &Fact::choices, &Fact::words,
    &Fact::tests};
template <> inline constexpr std::tuple fields_of<Word>{&Word::id, &Word::low, &Word::high};
template <> inline constexpr std::tuple fields_of<Test>{&Test::fact, &Test::strict, &Test::value, &Test::cells};
template <> inline constexpr std::tuple fields_of<Term>{&Term::word, &Term::positive, &Term::negative};
template <> inline constexpr std::tuple fields_of<Gate>{&Gate::count, &Gate::size, &Gate::terms, &Gate::scope};
template <> inline constexpr std::tuple fields_of<Member>{&Member::when, &Member::points};
template <> inline constexpr std::tuple fields_of<Sum>{&Sum::members, &Sum::threshold, &Sum::after};
template <> inline constexpr std::tuple fields_of<Band>{&Band::id, &Band::low, &Band::high};
template <> inline constexpr std::tuple fields_of<Score>{&Score::id, &Score::guide, &Score::members, &Score::bands};
template <> inline constexpr std::tuple fields_of<Part>{
    &Part::literal, &Part::fact, &Part::cells, &Part::low, &Part::high};
template <> inline constexpr std::tuple fields_of<Clause>{
    &Clause::id, &Clause::because, &Clause::parts, &Clause::set_aside};
template <> inline constexpr std::tuple fields_of<Overlay>{&Overlay::id, &Overlay::changes};
template <> inline constexpr std::tuple fields_of<Guide>{
    &Guide::id, &Guide::version, &Guide::role, &Guide::scope, &Guide::has_red_flags, &Guide::valid_until,
    &Guide::overlays, &Guide::sources};
template <> inline constexpr std::tuple fields_of<Source>{&Source::id, &Source::mark};
template <> inline constexpr std::tuple fields_of<CareLevel>{&CareLevel::id, &CareLevel::label};
template <> inline constexpr std::tuple fields_of<RedFlag>{
    &RedFlag::id, &RedFlag::because, &RedFlag::sources, &RedFlag::guide, &RedFlag::level, &RedFlag::when,
    &RedFlag::holds, &RedFlag::defers};
template <> inline constexpr std::tuple fields_of<Argument>{
    &Argument::id, &Argument::because, &Argument::sources, &Argument::points, &Argument::when};
template <> inline constexpr std::tuple fields_of<Claim>{
    &Claim::modality, &Claim::magnitude, &Claim::says, &Claim::sources};
template <> inline constexpr std::tuple fields_of<Obligation>{
    &Obligation::id, &Obligation::says, &Obligation::sources, &Obligation::guide};
template <> inline constexpr std::tuple fields_of<Contraindication>{
    &Contraindication::id, &Contraindication::because, &Contraindication::sources, &Contraindication::guide,
    &Contraindication::when, &Contraindication::holds};
template <> inline constexpr std::tuple fields_of<Warning>{&Warning::contraindication, &Warning::blocks};
template <> inline constexpr std::tuple fields_of<Position>{
    &Position::guide, &Position::stance, &Position::indication, &Position::strength};
template <> inline constexpr std::tuple fields_of<Strength>{&Strength::word, &Strength::points};
template <> inline constexpr std::tuple fields_of<Treatment>{
    &Treatment::id, &Treatment::label, &Treatment::part_of, &Treatment::stance, &Treatment::indication,
    &Treatment::indicated_when, &Treatment::blocked, &Treatment::strength, &Treatment::strength_sources,
    &Treatment::arguments, &Treatment::claims, &Treatment::obligations, &Treatment::positions, &Treatment::warnings};
template <> inline constexpr std::tuple fields_of<Notice>{
    &Notice::id, &Notice::says, &Notice::sources, &Notice::guide, &Notice::when};
template <> inline constexpr std::tuple fields_of<EffectRow>{&EffectRow::when, &EffectRow::effects};
template <> inline constexpr std::tuple fields_of<Effect>{&Effect::treatment, &Effect::gain, &Effect::loss};
template <> inline constexpr std::tuple fields_of<Image>{
    &Image::pool, &Image::lists, &Image::profile, &Image::hash, &Image::guides, &Image::overlays, &Image::sources,
    &Image::care_levels, &Image::facts, &Image::words, &Image::tests, &Image::first_gate, &Image::gates, &Image::levels,
    &Image::terms, &Image::first_sum, &Image::sums, &Image::members, &Image::clauses, &Image::parts, &Image::red_flags,
    &Image::deferred, &Image::treatments, &Image::strengths, &Image::arguments, &Image::claims,
    &Image::obligations, &Image::obligation_list, &Image::contraindications, &Image::warnings, &Image::positions,
    &Image::notices, &Image::scores, &Image::bands, &Image::rows, &Image::effects, &Image::base};
// clang-format on

// Calls visit(value) for each member of a part.
template <class T, class Visit>
constexpr void for_each_field(T& part, Visit&& visit) {
  std::apply([&](auto... members) { (visit(part.*members), ...); }, fields_of<std::remove_const_t<T>>);
}

}  // namespace vertebra::image
