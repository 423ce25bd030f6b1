#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <vertebra/patient.hpp>

#include "base/fact_shape.hpp"

// What is run: one profile of a rule set, compiled into flat arrays that refer to each other by index. Read-only once
// built, shared by threads. It holds the texts too, so that an outcome can be written without the rules.
//
// Nodes are numbered: first the tests (a fact against a value), then, from the next multiple of 64, the gates, and from the
// next multiple of 64 after them the sums. A gate is "at least `count` of `size` literals"; all is n of n, any is 1 of n, a
// constant yes is 0 of 0. A sum is "the points of a score's members add up to at least `threshold`"; sums are kept apart so
// that the many gates are run without asking what each of them is.
namespace vertebra::image {

struct Text {  // Into Image::pool.
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
};

struct Range {  // begin to end (not included) of the array that the member's comment names.
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t size() const noexcept { return end - begin; }
};

// A node, or its negation.
struct Literal {
  std::uint32_t code = 0;
  std::uint32_t node() const noexcept { return code >> 1; }
  bool negated() const noexcept { return (code & 1) != 0; }
  Literal operator!() const noexcept { return {code ^ 1}; }
  friend bool operator==(Literal, Literal) = default;
};

inline constexpr std::uint32_t none = 0xffff'ffff;

// How the values of a fact are cut into cells. Booleans: no, yes. Choices: one a choice. Quantities: the cuts of the fact's
// tests, in ascending order, part its range into test_count + 1 cells; cell i lies above the first i cuts.
struct Fact {
  Text id;
  Text ask;
  Text panel;
  Text unit;
  base::FactType type = base::FactType::boolean;
  double min = 0;
  double max = 0;
  Range choices;  // lists
  Range words;    // words
  Range tests;    // tests; the node of test i is i
};

struct Word {
  Text id;
  double low = 0;
  double high = 0;
};

// Quantities: x > value when strict, else x >= value. Booleans and choices: the cell is one of `cells`.
struct Test {
  std::uint32_t fact = 0;
  bool strict = false;
  double value = 0;
  std::uint64_t cells = 0;
};

struct Term {  // The literals of a gate that lie in one word of the planes.
  std::uint32_t word = 0;
  std::uint64_t positive = 0;
  std::uint64_t negative = 0;
};

struct Gate {
  std::uint32_t count = 0;
  std::uint32_t size = 0;
  Range terms;          // terms
  Literal scope{none};  // The scope that was joined to a rule's own condition; code none where there is none.
};

struct Member {  // Of a score: its points count while the literal is yes.
  Literal when;
  std::int32_t points = 0;
};

struct Sum {
  Range members;  // members
  std::int32_t threshold = 0;
  std::uint32_t after = 0;  // Runs once so many gates have run, and before any other.
};

struct Band {  // Both ends belong to it.
  Text id;
  std::int32_t low = 0;
  std::int32_t high = 0;
};

struct Score {
  Text id;
  std::uint32_t guide = 0;
  Range members;  // members
  Range bands;    // bands; none, or every sum that can be reached lies in exactly one
};

struct Part {  // Of a clause: the cells of its fact for which it holds, and the same as a test.
  Literal literal;
  std::uint32_t fact = 0;
  std::uint64_t cells = 0;  // Booleans and choices.
  std::uint32_t low = 0;    // Quantities: low to high, both included.
  std::uint32_t high = 0;
};

struct Clause {
  Text id;
  Text because;
  Range parts;                  // parts
  std::uint32_t set_aside = 0;  // Fact.
};

enum class Role : std::uint8_t { rank_by, guard, consult };

struct Overlay {
  Text id;
  Range changes;  // lists
};

struct Guide {
  Text id;
  Text version;
  Role role = Role::rank_by;
  Literal scope;
  bool has_red_flags = false;
  Date valid_until{};  // Year 0 when it does not expire.
  Range overlays;      // overlays
  Range sources;       // sources
};

struct Source {  // What a rule of a guide rests on.
  Text id;
  Text mark;  // How well it was checked: V, V2 or GK; empty where the guide does not say.
};

struct CareLevel {
  Text id;
  Text label;
};

struct RedFlag {
  Text id;
  Text because;
  Range sources;  // lists
  std::uint32_t guide = 0;
  std::uint32_t level = 0;
  Literal when;         // Without the scope: what decides.
  Literal holds;        // With it.
  bool defers = false;  // Treatments wait while it holds.
};

struct Argument {
  Text id;
  Text because;
  Range sources;  // lists
  std::int32_t points = 0;
  Literal when;
};

struct Claim {
  Text modality;
  Text magnitude;
  Text says;
  Range sources;  // lists
};

struct Obligation {
  Text id;
  Text says;
  Range sources;  // lists
  std::uint32_t guide = 0;
};

struct Contraindication {
  Text id;
  Text because;
  Range sources;  // lists
  std::uint32_t guide = 0;
  Literal when;
  Literal holds;
};

struct Warning {  // A contraindication as it bears on one treatment.
  std::uint32_t contraindication = 0;
  bool blocks = false;
};

enum class Stance : std::uint8_t { favors, against, in_package, no_recommendation, silent };

struct Position {  // What a consulted guide says of one treatment.
  std::uint32_t guide = 0;
  Stance stance = Stance::silent;
  Literal indication;  // Its own `when`, without scope.
  Text strength;       // Its own word; empty where it has none.
};

struct Strength {
  Text word;
  std::int32_t points = 0;
};

// A leaf of the catalogue on which the ranking guide is not silent, in catalogue order.
struct Treatment {
  Text id;
  Text label;
  Text part_of;
  Stance stance = Stance::favors;
  Literal indication;             // Scope and every `when` of its line.
  Literal indicated_when;         // Without the scope.
  Literal blocked;                // Any of its blocks; constant no where there is none.
  std::uint32_t strength = none;  // strengths
  Range strength_sources;         // lists
  Range arguments;                // arguments
  Range claims;                   // claims
  Range obligations;              // obligation_list
  Range positions;                // positions
  Range warnings;                 // warnings; profile order, then file order
};

struct Notice {
  Text id;
  Text says;
  Range sources;  // lists
  std::uint32_t guide = 0;
  Literal when;
};

// What one condition adds to the score of one treatment: its positive points and its negative ones.
struct Effect {
  std::uint32_t treatment = 0;
  std::int32_t gain = 0;
  std::int32_t loss = 0;
};

// What one condition adds to the scores: a catalogue of thousands costs no more than the arguments that were written.
struct EffectRow {
  Literal when;
  Range effects;  // effects; one a treatment
};

struct Image {
  std::string pool;
  std::vector<Text> lists;

  Text profile;
  Text hash;                  // "sha256:…"
  std::vector<Guide> guides;  // The ranking guide, guards, consulted guides, in profile order.
  std::vector<Overlay> overlays;
  std::vector<Source> sources;  // Guide by guide, as written.
  std::vector<CareLevel> care_levels;

  std::vector<Fact> facts;  // Vocabulary order.
  std::vector<Word> words;
  std::vector<Test> tests;
  std::uint32_t first_gate = 0;       // Node of gates[0]; a multiple of 64.
  std::vector<Gate> gates;            // INVARIANT: a gate or sum reads only tests, gates and sums of earlier levels.
  std::vector<std::uint32_t> levels;  // Index of each level's first gate, and at the end gates.size().
  std::vector<Term> terms;
  std::uint32_t first_sum = 0;  // Node of sums[0]; a multiple of 64.
  std::vector<Sum> sums;        // INVARIANT: `after` never falls.
  std::vector<Member> members;  // Those of one score in one piece, for its comparisons and its own value alike.

  std::vector<Clause> clauses;
  std::vector<Part> parts;

  std::vector<RedFlag> red_flags;  // Profile order, then file order.
  Literal deferred;                // Constant no where nothing defers.
  std::vector<Treatment> treatments;
  std::vector<Strength> strengths;  // Of the ranking guide, in written order.
  std::vector<Argument> arguments;
  std::vector<Claim> claims;
  std::vector<Obligation> obligations;
  std::vector<std::uint32_t> obligation_list;
  std::vector<Contraindication> contraindications;
  std::vector<Warning> warnings;
  std::vector<Position> positions;
  std::vector<Notice> notices;
  std::vector<Score> scores;  // Of the ranking guide and the guards, in profile order, then file order.
  std::vector<Band> bands;

  std::vector<EffectRow> rows;  // One for each different condition of an argument.
  std::vector<Effect> effects;
  std::vector<std::int32_t> base;  // As treatments: points of the strength.

  std::string_view view(Text text) const noexcept { return std::string_view{pool}.substr(text.begin, text.size); }
  std::size_t node_end() const noexcept { return first_sum + sums.size(); }
  std::size_t words_in_plane() const noexcept { return (node_end() + 63) / 64; }
};

// The facts as answers are checked against.
std::vector<base::FactShape> shapes(const Image& image);

}  // namespace vertebra::image
