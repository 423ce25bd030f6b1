#include <array>
#include <span>
#include <utility>

#include "eval/gate_program.hpp"
#include "eval/operands.hpp"
#include "eval/order.hpp"

namespace vertebra::eval {
namespace {

constexpr std::size_t most_literals = 4;

// A gate, or a part of one, that is yet to be written.
struct Item {
  std::uint32_t out = 0;
  Shape shape = Shape::two;
  bool turned = false;
  std::uint32_t enough = 0, spare = 0;    // Where it counts.
  std::uint32_t begin = 0, end = 0;       // literals_
  std::uint32_t waiting = 0;              // Literals whose nodes are not yet written.
  std::uint32_t first_use = image::none;  // uses_
};

struct Use {  // Of what one item writes, by another.
  std::uint32_t item = 0;
  std::uint32_t next = image::none;  // uses_
};

class Writer {
 public:
  explicit Writer(const image::Image& image) : image_{image}, writer_of_(64 * image.words_in_plane(), image::none) {
    program_.members = image.members;
  }

  // Sums may read all gates before them and are read by those after; between two of them the order is free.
  GateProgram write() {
    in_order(
        image_, [&](std::uint32_t first, std::uint32_t last) { add_gates(first, last); },
        [&](std::uint32_t sum) { add_sum(sum); });
    set_constants();
    return std::move(program_);
  }

 private:
  void add_sum(std::uint32_t index) {
    const image::Sum& sum = image_.sums[index];
    count_record(Shape::sum);
    const std::uint32_t out = 2 * (image_.first_sum + index);
    append({out, static_cast<std::uint32_t>(sum.threshold), sum.members.begin, sum.members.end});
  }

  void set_constants() {
    program_.marks.assign(2 * writer_of_.size(), marked_unknown);
    for (std::uint32_t i = 0; i < image_.gates.size(); ++i) {
      if (image_.gates[i].size == 0) put(program_.marks.data(), 2 * (image_.first_gate + i), marked_yes);
    }
  }

  void add_gates(std::uint32_t first, std::uint32_t last) {
    items_.clear();
    literals_.clear();
    uses_.clear();
    for (std::uint32_t i = first; i < last; ++i) {
      if (image_.gates[i].size != 0) add_gate(i);
    }
    find_uses();
    write_items();
  }

  void add_gate(std::uint32_t index) {
    const image::Gate& gate = image_.gates[index];
    const bool is_all = gate.count == gate.size, is_any = !is_all && gate.count == 1;
    std::vector<std::uint32_t> codes;
    each_operand(image_, gate, [&](image::Literal each) { codes.push_back((is_any ? !each : each).code); });
    const std::uint32_t out = 2 * (image_.first_gate + index);
    if (!is_all && !is_any) {
      add_item({.out = out, .shape = Shape::count, .enough = gate.count, .spare = gate.size - gate.count}, codes);
      return;
    }
    std::size_t first = 0;
    for (; codes.size() - first > most_literals; first += most_literals) {
      const auto part = static_cast<std::uint32_t>(2 * writer_of_.size());
      writer_of_.push_back(image::none);
      add_item({.out = part, .shape = Shape::four}, std::span{codes}.subspan(first, most_literals));
      codes.push_back(part);
    }
    const std::span rest = std::span{codes}.subspan(first);
    add_item({.out = out, .shape = rest.size() > 2 ? Shape::four : Shape::two, .turned = is_any}, rest);
  }

  void add_item(Item item, std::span<const std::uint32_t> codes) {
    item.begin = static_cast<std::uint32_t>(literals_.size());
    literals_.insert(literals_.end(), codes.begin(), codes.end());
    item.end = static_cast<std::uint32_t>(literals_.size());
    writer_of_[item.out / 2] = static_cast<std::uint32_t>(items_.size());
    items_.push_back(item);
  }

  void find_uses() {
    for (std::uint32_t i = 0; i < items_.size(); ++i) {
      for (std::uint32_t j = items_[i].begin; j < items_[i].end; ++j) {
        const std::uint32_t writer = writer_of_[literals_[j] / 2];
        if (writer == image::none) continue;
        ++items_[i].waiting;
        uses_.push_back({i, std::exchange(items_[writer].first_use, static_cast<std::uint32_t>(uses_.size()))});
      }
    }
  }

  // All that can be written of one shape, then of the next, until nothing is left: stretches are as long as they can be.
  void write_items() {
    for (auto& each : ready_) each.clear();
    for (std::uint32_t i = 0; i < items_.size(); ++i) {
      if (items_[i].waiting == 0) ready(i);
    }
    for (std::size_t left = items_.size(); left != 0;) {
      for (std::vector<std::uint32_t>& list : ready_) {
        for (std::size_t i = 0; i < list.size(); ++i, --left) write(list[i]);
        list.clear();
      }
    }
    for (const Item& each : items_) writer_of_[each.out / 2] = image::none;
  }

  void ready(std::uint32_t index) { ready_[static_cast<std::size_t>(items_[index].shape)].push_back(index); }

  void write(std::uint32_t index) {
    const Item& item = items_[index];
    const std::span literals = std::span{literals_}.subspan(item.begin, item.end - item.begin);
    count_record(item.shape);
    if (item.shape == Shape::count) {
      append({item.out, static_cast<std::uint32_t>(literals.size()), item.enough, item.spare});
      append(literals);
    } else {
      append({item.out, item.turned ? std::uint32_t{marked_yes} : 0});
      append(literals);
      const std::size_t size = item.shape == Shape::four ? 4 : 2;
      program_.numbers.insert(program_.numbers.end(), size - literals.size(), literals.back());
    }
    for (std::uint32_t use = item.first_use; use != image::none; use = uses_[use].next) {
      if (--items_[uses_[use].item].waiting == 0) ready(uses_[use].item);
    }
  }

  void count_record(Shape shape) {
    if (program_.stretches.empty() || program_.stretches.back().shape != shape)
      program_.stretches.push_back({shape, 0});
    ++program_.stretches.back().count;
  }

  void append(std::initializer_list<std::uint32_t> numbers) { append(std::span{numbers.begin(), numbers.size()}); }
  void append(std::span<const std::uint32_t> numbers) {
    program_.numbers.insert(program_.numbers.end(), numbers.begin(), numbers.end());
  }

  const image::Image& image_;
  GateProgram program_;
  std::vector<std::uint32_t>
      writer_of_;  // Item of a node, or of what lies behind the nodes; none where none is waited for.
  std::vector<Item> items_;
  std::vector<std::uint32_t> literals_;  // Codes.
  std::vector<Use> uses_;
  std::array<std::vector<std::uint32_t>, shapes_of_gates> ready_;
};

}  // namespace

GateProgram write_program(const image::Image& image) { return Writer{image}.write(); }

}  // namespace vertebra::eval
