#include "eval/gate_program.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "eval/sums.hpp"

// Programs of random networks, with gates far wider than a record, against what the image says of each gate, one after the
// other.
namespace vertebra::eval {
namespace {

class RandomNetwork {
 public:
  explicit RandomNetwork(unsigned seed) : random_{seed} {
    image_.tests.resize(1 + pick(150));
    image_.first_gate = next_word(image_.tests.size());
    const std::uint32_t gates = 1 + pick(120), sums = pick(4);
    image_.first_sum = next_word(image_.first_gate + gates);
    for (std::uint32_t i = 0; i < image_.tests.size(); ++i) readable_.push_back(i);
    std::uint32_t level = 0;
    image_.levels.push_back(0);
    while (image_.gates.size() < gates) {
      std::vector<std::uint32_t> made;
      for (std::uint32_t left = 1 + pick(40); left != 0 && image_.gates.size() < gates; --left)
        made.push_back(add_gate());
      readable_.insert(readable_.end(), made.begin(), made.end());
      image_.levels.push_back(static_cast<std::uint32_t>(image_.gates.size()));
      if (level++ < sums) readable_.push_back(add_sum());
    }
  }

  const image::Image& image() const { return image_; }
  std::uint32_t pick(std::uint32_t sides) { return static_cast<std::uint32_t>(random_() % sides); }
  Truth any_truth() { return static_cast<Truth>(pick(3)); }

 private:
  static std::uint32_t next_word(std::size_t node) { return static_cast<std::uint32_t>((node + 63) / 64 * 64); }

  std::uint32_t add_gate() {
    constexpr std::uint32_t widths[] = {0, 1, 2, 3, 4, 5, 9, 17, 70};
    std::set<std::uint32_t> nodes;
    for (std::uint32_t left = widths[pick(9)]; left != 0; --left)
      nodes.insert(readable_[pick(static_cast<std::uint32_t>(readable_.size()))]);
    std::map<std::uint32_t, image::Term> terms;  // By word.
    for (const std::uint32_t node : nodes) {
      image::Term& term = terms[node / 64];
      term.word = node / 64;
      (pick(2) == 0 ? term.positive : term.negative) |= std::uint64_t{1} << (node % 64);
    }
    image::Gate gate;
    gate.size = static_cast<std::uint32_t>(nodes.size());
    gate.count = nodes.empty() ? 0 : pick(3) == 0 ? gate.size : pick(2) == 0 ? 1 : 1 + pick(gate.size);
    gate.terms.begin = static_cast<std::uint32_t>(image_.terms.size());
    for (const auto& [word, term] : terms) image_.terms.push_back(term);
    gate.terms.end = static_cast<std::uint32_t>(image_.terms.size());
    image_.gates.push_back(gate);
    return image_.first_gate + static_cast<std::uint32_t>(image_.gates.size()) - 1;
  }

  std::uint32_t add_sum() {
    image::Sum sum;
    sum.after = static_cast<std::uint32_t>(image_.gates.size());
    sum.threshold = static_cast<std::int32_t>(pick(9)) - 4;
    sum.members.begin = static_cast<std::uint32_t>(image_.members.size());
    for (std::uint32_t left = pick(8); left != 0; --left) {
      const std::uint32_t node = readable_[pick(static_cast<std::uint32_t>(readable_.size()))];
      image_.members.push_back({image::Literal{2 * node + pick(2)}, static_cast<std::int32_t>(pick(7)) - 3});
    }
    sum.members.end = static_cast<std::uint32_t>(image_.members.size());
    image_.sums.push_back(sum);
    return image_.first_sum + static_cast<std::uint32_t>(image_.sums.size()) - 1;
  }

  std::mt19937 random_;
  image::Image image_;
  std::vector<std::uint32_t> readable_;  // Nodes of tests and of earlier levels.
};

void set(Planes& planes, std::uint32_t node, Truth truth) {
  planes.yes[node / 64] |= std::uint64_t{truth == Truth::yes} << (node % 64);
  planes.no[node / 64] |= std::uint64_t{truth == Truth::no} << (node % 64);
}

Truth truth_of_gate(const image::Image& image, const image::Gate& gate, const Planes& planes) {
  std::uint32_t yes = 0, no = 0;
  for (std::uint32_t i = gate.terms.begin; i < gate.terms.end; ++i) {
    for (std::uint32_t bit = 0; bit < 64; ++bit) {
      const std::uint32_t node = 64 * image.terms[i].word + bit;
      const bool positive = (image.terms[i].positive >> bit & 1) != 0,
                 negative = (image.terms[i].negative >> bit & 1) != 0;
      if (!positive && !negative) continue;
      yes += planes.at(node) == (positive ? Truth::yes : Truth::no) ? 1 : 0;
      no += planes.at(node) == (positive ? Truth::no : Truth::yes) ? 1 : 0;
    }
  }
  return yes >= gate.count ? Truth::yes : gate.size - no < gate.count ? Truth::no : Truth::unknown;
}

// Gates in order, and each sum once the gates before it are known.
void evaluate(const image::Image& image, Planes& planes) {
  std::uint32_t sum = 0;
  for (std::uint32_t gate = 0; gate <= image.gates.size(); ++gate) {
    for (; sum < image.sums.size() && image.sums[sum].after == gate; ++sum) {
      const Score points = sum_of(image, image.sums[sum].members, planes);
      set(planes, image.first_sum + sum, reaches(points, image.sums[sum].threshold));
    }
    if (gate != image.gates.size())
      set(planes, image.first_gate + gate, truth_of_gate(image, image.gates[gate], planes));
  }
}

Mark mark_of(Truth truth) { return truth == Truth::yes ? marked_yes : truth == Truth::no ? marked_no : marked_unknown; }

TEST(GateProgramTest, SaysOfEveryNodeWhatTheImageSays) {
  for (unsigned seed = 0; seed < 300; ++seed) {
    RandomNetwork network{seed};
    const image::Image& image = network.image();
    GateProgram program = write_program(image);
    for (int patient = 0; patient < 20; ++patient) {
      Planes planes{std::vector<std::uint64_t>(image.words_in_plane()),
                    std::vector<std::uint64_t>(image.words_in_plane())};
      for (std::uint32_t test = 0; test < image.tests.size(); ++test) {
        const Truth truth = network.any_truth();
        set(planes, test, truth);
        put(program.marks.data(), 2 * test, mark_of(truth));
      }
      evaluate(image, planes);
      run(program);
      for (std::uint32_t node = image.first_gate; node < image.node_end(); ++node) {
        ASSERT_EQ(program.marks[2 * node], mark_of(planes.at(node))) << "seed " << seed << ", node " << node;
        ASSERT_EQ(program.marks[2 * node + 1], mark_of(planes.at(!image::Literal{2 * node}))) << "seed " << seed;
      }
    }
  }
}

// What a record costs is in the measurements; that few stretches are enough is what makes it so.
TEST(GateProgramTest, PutsRecordsOfOneShapeTogether) {
  image::Image image;
  image.tests.resize(64);
  image.first_gate = 64;
  for (std::uint32_t i = 0; i < 32; ++i) {  // In turn gates of two and of three literals, all of tests.
    const std::uint64_t literals = i % 2 == 0 ? 0b11 : 0b111;
    image.terms.push_back({0, literals, 0});
    image.gates.push_back(
        {.count = i % 2 == 0 ? 2U : 3U, .size = i % 2 == 0 ? 2U : 3U, .terms = {i, i + 1}, .scope = {image::none}});
  }
  image.levels = {0, 32};
  image.first_sum = 128;
  const GateProgram program = write_program(image);
  ASSERT_EQ(program.stretches.size(), 2U);
  EXPECT_EQ(program.stretches[0].count, 16U);
  EXPECT_EQ(program.stretches[1].count, 16U);
}

}  // namespace
}  // namespace vertebra::eval
