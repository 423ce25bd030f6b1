#include "image/image_check.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <concepts>
#include <iterator>
#include <map>
#include <type_traits>

#include "base/text.hpp"
#include "base/units.hpp"
#include "image/image_fields.hpp"

namespace vertebra::image {
namespace {

constexpr std::size_t most_nodes = std::size_t{1} << 28;
constexpr std::int64_t most_points = std::int64_t{1} << 30;
constexpr std::size_t most_levels = 127;

class Checker {
 public:
  explicit Checker(const Image& image) : image_{image} {}

  std::string run() {
    check_layout();
    if (problem_.empty()) check_texts();
    if (problem_.empty()) each_part(image_);
    if (problem_.empty()) check_ranges();
    if (problem_.empty()) check_indices();
    if (problem_.empty()) check_facts();
    if (problem_.empty()) check_clauses();
    if (problem_.empty()) check_gates();
    if (problem_.empty()) check_sums();
    if (problem_.empty()) check_points();
    return problem_;
  }

 private:
  void require(bool good, const char* problem) {
    if (!good && problem_.empty()) problem_ = problem;
  }

  void check_layout() {
    require(!image_.guides.empty() && image_.guides.front().role == Role::rank_by, "no guide ranks");
    require(!image_.care_levels.empty() && image_.care_levels.size() <= most_levels, "the care levels");
    require(std::max({image_.tests.size(), image_.gates.size(), image_.sums.size()}) <= most_nodes, "the nodes");
    require(image_.first_gate == next_word(image_.tests.size()), "the tests");
    require(image_.first_sum == next_word(image_.first_gate + image_.gates.size()), "the gates");
    const auto& levels = image_.levels;
    require(!levels.empty() && levels.front() == 0 && levels.back() == image_.gates.size() &&
                std::ranges::is_sorted(levels),
            "the levels of gates");
    require(image_.base.size() == image_.treatments.size(), "the points of treatments");
  }

  static std::size_t next_word(std::size_t node) { return (node + 63) / 64 * 64; }

  bool is_node(std::uint32_t node) const {
    return node < image_.tests.size() ||
           (node >= image_.first_gate && node < image_.first_gate + image_.gates.size()) ||
           (node >= image_.first_sum && node < image_.node_end());
  }

  bool is_inside_letter(std::size_t byte) const {
    return byte < image_.pool.size() && (static_cast<unsigned char>(image_.pool[byte]) & 0xc0U) == 0x80;
  }

  // Texts, literals and enumerators are checked wherever they stand.
  template <class T>
  void each_part(const T& part) {
    if constexpr (std::same_as<T, Text>) {
      require(part.begin <= image_.pool.size() && part.size <= image_.pool.size() - part.begin, "a text");
      require(!is_inside_letter(part.begin) && !is_inside_letter(std::size_t{part.begin} + part.size), "a text");
    } else if constexpr (std::same_as<T, Literal>) {
      require(is_node(part.node()), "a condition");
    } else if constexpr (std::same_as<T, Gate>) {
      require(part.scope.code == none || is_node(part.scope.node()), "a scope");
    } else if constexpr (std::same_as<T, base::FactType>) {
      require(part <= base::FactType::choice, "the type of a fact");
    } else if constexpr (std::same_as<T, Role>) {
      require(part <= Role::consult, "the role of a guide");
    } else if constexpr (std::same_as<T, Stance>) {
      require(part <= Stance::silent, "a position");
    } else if constexpr (std::is_class_v<T> && !std::same_as<T, std::string>) {
      for_each_field(part, [&](const auto& field) { this->each_part(field); });
    }
  }
  template <class T>
  void each_part(const std::vector<T>& list) {
    for (const T& each : list) each_part(each);
  }

  template <class Part, class Target>
  void inside(const std::vector<Part>& parts, Range Part::*range, const std::vector<Target>& target) {
    for (const Part& each : parts)
      require((each.*range).begin <= (each.*range).end && (each.*range).end <= target.size(), "a list");
  }

  // Nothing belongs to two parts, so that going through all of them takes no longer than the file is.
  template <class Part, class Target>
  void into(const std::vector<Part>& parts, Range Part::*range, const std::vector<Target>& target) {
    inside(parts, range, target);
    std::size_t sizes = 0;
    for (const Part& each : parts) sizes += (each.*range).size();
    require(sizes <= target.size(), "a list");
  }

  void check_ranges() {
    into(image_.facts, &Fact::choices, image_.lists);
    into(image_.facts, &Fact::words, image_.words);
    into(image_.facts, &Fact::tests, image_.tests);
    into(image_.gates, &Gate::terms, image_.terms);
    inside(image_.sums, &Sum::members, image_.members);
    into(image_.scores, &Score::members, image_.members);
    into(image_.scores, &Score::bands, image_.bands);
    into(image_.clauses, &Clause::parts, image_.parts);
    into(image_.overlays, &Overlay::changes, image_.lists);
    into(image_.guides, &Guide::overlays, image_.overlays);
    into(image_.guides, &Guide::sources, image_.sources);
    into(image_.red_flags, &RedFlag::sources, image_.lists);
    into(image_.arguments, &Argument::sources, image_.lists);
    into(image_.claims, &Claim::sources, image_.lists);
    into(image_.obligations, &Obligation::sources, image_.lists);
    into(image_.contraindications, &Contraindication::sources, image_.lists);
    into(image_.notices, &Notice::sources, image_.lists);
    into(image_.treatments, &Treatment::strength_sources, image_.lists);
    into(image_.treatments, &Treatment::arguments, image_.arguments);
    into(image_.treatments, &Treatment::claims, image_.claims);
    into(image_.treatments, &Treatment::obligations, image_.obligation_list);
    into(image_.treatments, &Treatment::positions, image_.positions);
    into(image_.treatments, &Treatment::warnings, image_.warnings);
    into(image_.rows, &EffectRow::effects, image_.effects);
  }

  template <class Part, class Target>
  void into(const std::vector<Part>& parts, std::uint32_t Part::*index, const std::vector<Target>& target) {
    for (const Part& each : parts) require(each.*index < target.size(), "an index");
  }

  void check_indices() {
    into(image_.tests, &Test::fact, image_.facts);
    into(image_.parts, &Part::fact, image_.facts);
    into(image_.clauses, &Clause::set_aside, image_.facts);
    into(image_.red_flags, &RedFlag::guide, image_.guides);
    into(image_.red_flags, &RedFlag::level, image_.care_levels);
    into(image_.scores, &Score::guide, image_.guides);
    into(image_.obligations, &Obligation::guide, image_.guides);
    into(image_.contraindications, &Contraindication::guide, image_.guides);
    into(image_.warnings, &Warning::contraindication, image_.contraindications);
    into(image_.positions, &Position::guide, image_.guides);
    into(image_.notices, &Notice::guide, image_.guides);
    into(image_.effects, &Effect::treatment, image_.treatments);
    for (const std::uint32_t each : image_.obligation_list) require(each < image_.obligations.size(), "an obligation");
    for (const Treatment& each : image_.treatments)
      require(each.strength == none || each.strength < image_.strengths.size(), "a strength");
    for (const Guide& each : image_.guides)
      require(each.valid_until.month <= 12 && each.valid_until.day <= 31 && each.valid_until.year >= 0 &&
                  each.valid_until.year <= 9999,
              "a date");
  }

  // The tests of a fact stand together and, for a quantity, in the order of their cuts.
  void check_facts() {
    std::uint32_t tests = 0;
    for (std::uint32_t i = 0; i < image_.facts.size(); ++i) {
      const Fact& fact = image_.facts[i];
      require(base::find_unit(image_.view(fact.unit)).has_value() || fact.unit.size == 0, "a unit");
      require(fact.type != base::FactType::choice || (fact.choices.size() >= 1 && fact.choices.size() <= 64),
              "a choice");
      require(std::isfinite(fact.min) && std::isfinite(fact.max) && fact.min <= fact.max, "a range");
      tests += fact.tests.size();
      for (std::uint32_t node = fact.tests.begin; node < fact.tests.end; ++node) {
        const Test& test = image_.tests[node];
        require(test.fact == i && std::isfinite(test.value), "a test");
        const bool is_cut = fact.type == base::FactType::quantity && node > fact.tests.begin;
        if (!is_cut) continue;
        const Test& before = image_.tests[node - 1];
        require(before.value < test.value || (before.value == test.value && !before.strict && test.strict), "a cut");
      }
    }
    require(tests == image_.tests.size(), "the tests of facts");
    for (const Word& word : image_.words) require(std::isfinite(word.low) && std::isfinite(word.high), "a word");
  }

  // What a part says as cells is what its literal says as a test.
  void check_clauses() {
    for (const Part& part : image_.parts) {
      require(part.literal.node() < image_.tests.size() && image_.tests[part.literal.node()].fact == part.fact,
              "a part");
      if (!problem_.empty()) return;
      const Fact& fact = image_.facts[part.fact];
      if (fact.type == base::FactType::quantity) {
        const std::uint32_t cut = part.literal.node() - fact.tests.begin;
        const bool below = part.literal.negated();
        require(part.low == (below ? 0 : cut + 1) && part.high == (below ? cut : fact.tests.size()), "a part");
      } else {
        const std::uint32_t size = fact.type == base::FactType::boolean ? 2 : fact.choices.size();
        const std::uint64_t every = size >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << size) - 1;
        const std::uint64_t cells = image_.tests[part.literal.node()].cells;
        require(part.cells == (part.literal.negated() ? every & ~cells : cells), "a part");
      }
    }
  }

  // Whether a node has been run before the gates from `gate` on.
  bool is_before(std::uint32_t node, std::uint32_t gate) const {
    if (node < image_.first_gate) return node < image_.tests.size();
    if (node < image_.first_sum) return node - image_.first_gate < gate;
    return node < image_.node_end() && image_.sums[node - image_.first_sum].after <= gate;
  }

  void check_gates() {
    std::size_t level = 0;
    for (std::uint32_t i = 0; i < image_.gates.size(); ++i) {
      while (image_.levels[level + 1] <= i) ++level;
      const Gate& gate = image_.gates[i];
      std::uint64_t size = 0;
      for (std::uint32_t j = gate.terms.begin; j < gate.terms.end; ++j) {
        const Term& term = image_.terms[j];
        require(term.word < image_.words_in_plane(), "a term");
        size += static_cast<std::uint64_t>(std::popcount(term.positive) + std::popcount(term.negative));
        for (std::uint64_t bits = term.positive | term.negative; bits != 0 && problem_.empty(); bits &= bits - 1)
          require(is_before(term.word * 64 + static_cast<std::uint32_t>(std::countr_zero(bits)), image_.levels[level]),
                  "a gate reads what is not yet run");
        require(j == gate.terms.begin || image_.terms[j - 1].word < term.word, "the terms of a gate");
      }
      require(size == gate.size && gate.count <= gate.size && (gate.count > 0 || gate.size == 0), "a gate");
    }
  }

  using Pieces = std::map<std::uint32_t, std::uint32_t>;  // Begin to end.

  // Sums of one score have all its members in common, others none; and what has run before a sum has run before all later
  // ones. So the members are looked at once, for the first of their sums.
  void check_sums() {
    Pieces pieces;  // What was looked at.
    std::uint32_t before = 0;
    for (std::uint32_t i = 0; i < image_.sums.size() && problem_.empty(); ++i) {
      const Sum& sum = image_.sums[i];
      require(sum.after >= before && std::ranges::binary_search(image_.levels, sum.after), "a sum");
      before = sum.after;
      require(std::abs(std::int64_t{sum.threshold}) < most_points, "a threshold");
      if (sum.members.size() == 0 || is_among(pieces, sum.members)) continue;
      require(is_apart(pieces, sum.members), "the members of a score");
      if (!problem_.empty()) return;
      pieces.emplace(sum.members.begin, sum.members.end);
      check_members_of_sum(i);
    }
  }

  static bool is_among(const Pieces& pieces, Range range) {
    const auto same = pieces.find(range.begin);
    return same != pieces.end() && same->second == range.end;
  }

  static bool is_apart(const Pieces& pieces, Range range) {
    const auto next = pieces.lower_bound(range.begin);
    return (next == pieces.end() || next->first >= range.end) &&
           (next == pieces.begin() || std::prev(next)->second <= range.begin);
  }

  void check_members_of_sum(std::uint32_t number) {
    const Sum& sum = image_.sums[number];
    check_members(sum.members);
    for (std::uint32_t i = sum.members.begin; i < sum.members.end; ++i) {
      const std::uint32_t node = image_.members[i].when.node();
      require(is_before(node, sum.after) && node < image_.first_sum + number, "a sum reads what is not yet run");
    }
  }

  void check_members(Range members) {
    std::int64_t points = 0;
    for (std::uint32_t i = members.begin; i < members.end; ++i)
      points += std::abs(std::int64_t{image_.members[i].points});
    require(points < most_points, "the points of a score");
  }

  void check_texts() { require(!base::first_invalid_utf8(image_.pool).has_value(), "a text is not UTF-8"); }

  void check_points() {
    for (const Score& each : image_.scores) check_members(each.members);
    std::vector<std::int64_t> points(image_.treatments.size());
    for (std::size_t i = 0; i < points.size(); ++i) points[i] = std::abs(std::int64_t{image_.base[i]});
    for (const Effect& effect : image_.effects) {
      require(effect.gain >= 0 && effect.loss <= 0, "points");
      points[effect.treatment] += std::int64_t{effect.gain} - effect.loss;
    }
    for (const std::int64_t each : points) require(each < most_points, "the points of a treatment");
    for (const Strength& each : image_.strengths) require(std::abs(std::int64_t{each.points}) < most_points, "points");
    for (const Argument& each : image_.arguments) require(std::abs(std::int64_t{each.points}) < most_points, "points");
  }

  const Image& image_;
  std::string problem_;
};

}  // namespace

std::string check_image(const Image& image) { return Checker{image}.run(); }

}  // namespace vertebra::image
