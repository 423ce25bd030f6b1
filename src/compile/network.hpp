#pragma once

#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

#include "image/image.hpp"

namespace vertebra::compile {

// A literal while the network grows; laid out, it becomes an image::Literal.
struct Wire {
  std::uint32_t code = image::none;
  bool negated() const noexcept { return (code & 1) != 0; }
  std::uint32_t node() const noexcept { return code >> 1; }
  Wire operator!() const noexcept { return {code ^ 1}; }
  friend auto operator<=>(Wire, Wire) = default;
};

// The tests and gates of a rule set, each different one once.
class Network {
 public:
  Wire constant(bool value);
  // x > value when strict, else x >= value.
  Wire above(std::uint32_t fact, double value, bool strict);
  Wire in_cells(std::uint32_t fact, std::uint64_t cells);
  Wire all(std::vector<Wire> wires);
  Wire any(std::vector<Wire> wires);
  Wire at_least(std::uint32_t count, std::vector<Wire> wires);
  // `scope and when` of a rule; kept apart from an `and` that an author wrote, because a scope is not a reason.
  Wire scoped(Wire scope, Wire when);

  // The points of the members that are yes add up to at least `threshold`. `members` is where they will stand in
  // Image::members, one a wire.
  Wire sum_at_least(std::int32_t threshold, image::Range members, std::vector<Wire> wires);

  // A test's fact and whether the wire is its negation.
  const image::Test& test(Wire wire) const { return nodes_[wire.node()].test; }
  bool is_test(Wire wire) const { return nodes_[wire.node()].kind == Kind::test; }

  // Numbers everything and fills the facts' tests, gates, levels, terms and sums of the image, whose facts must be there.
  // Afterwards literal() answers for every wire.
  void lay_out(image::Image& image);
  image::Literal literal(Wire wire) const { return {numbers_[wire.node()] * 2 + (wire.negated() ? 1U : 0U)}; }

 private:
  enum class Kind : std::uint8_t { gate, test, sum };
  struct Node {
    Kind kind = Kind::gate;
    image::Test test = {};
    std::uint32_t count = 0;
    std::vector<Wire> wires = {};
    Wire scope = {};
    image::Range members = {};  // sum
    std::int32_t threshold = 0;
  };
  using Key = std::tuple<Kind, std::uint32_t, double, bool, std::uint64_t, std::uint32_t, std::vector<Wire>, Wire,
                         std::uint32_t, std::int32_t>;

  Wire add(Node node);
  Wire repeat(Wire wire, std::uint32_t times);
  void number_tests(image::Image& image);
  std::vector<std::vector<std::uint32_t>> nodes_by_level() const;
  void arrange(std::vector<std::uint32_t>& level) const;
  void number_gates_and_sums(image::Image& image, std::vector<std::vector<std::uint32_t>>& levels);
  void write_gate(image::Image& image, const Node& node) const;

  std::vector<Node> nodes_;
  std::map<Key, Wire> known_;
  std::vector<std::uint32_t> numbers_;
};

}  // namespace vertebra::compile
