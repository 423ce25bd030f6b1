#include "document/tree_builder.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "document/characters.hpp"

namespace vertebra::document {
namespace {

constexpr int most_problems = 1000;  // Of one file; who wrote more has one problem.
constexpr std::string_view kind_and_section = "cases";

std::string number(std::size_t value) { return std::to_string(value); }

// `cases: low_back_pain` says what a file is and whose, and `cases:` then holds them: the one key that may come again.
bool begins_section(const Node& root, std::string_view key) {
  return key == kind_and_section && root.entries.front().key == key && root.entries.front().value.is_scalar() &&
         std::ranges::count(root.entries, key, &Entry::key) == 1;
}

}  // namespace

bool TreeBuilder::expects_key() const noexcept {
  return !levels_.empty() && levels_.back().node.is_map() && !levels_.back().pending;
}

const std::string& TreeBuilder::pending_key() const noexcept {
  static const std::string none;
  return levels_.empty() || !levels_.back().pending ? none : levels_.back().pending->key;
}

bool TreeBuilder::count(base::Place place) {
  if (reporter_.errors() - errors_before_ >= most_problems) {
    reporter_.report(base::Code::syntax, place, "too many problems; the rest of the file was not read",
                     "mend those that are shown, and look again");
    return false;
  }
  if (++nodes_ <= limits_.nodes) return true;
  reporter_.report(base::Code::too_large, place,
                   "the file holds more than " + number(limits_.nodes) + " keys and values",
                   "split it into several files");
  return false;
}

bool TreeBuilder::key(std::string text, base::Place place) {
  if (!count(place)) return false;
  Level& level = levels_.back();
  if (text.empty()) reporter_.report(base::Code::bad_key, place, "a key is empty", "write a name before the colon");
  check_unescaped(text, place, reporter_);
  const auto [first, added] = level.lines.emplace(text, place.line);
  if (!added && !text.empty() && !(levels_.size() == 1 && begins_section(level.node, text))) {
    reporter_.report(base::Code::duplicate_key, place,
                     "`" + text + "` stands here again; it was given on line " + std::to_string(first->second),
                     "keep one of the two");
  }
  level.pending = Entry{std::move(text), place, {}};
  return true;
}

void TreeBuilder::refused_key(base::Place place) { levels_.back().pending = Entry{{}, place, {}}; }

bool TreeBuilder::scalar(Node node) {
  if (!count(node.place)) return false;
  check_unescaped(node.text, node.place, reporter_);
  attach(std::move(node));
  return true;
}

bool TreeBuilder::open(Kind kind, base::Place place) {
  if (!count(place)) return false;
  if (levels_.size() >= static_cast<std::size_t>(limits_.depth)) {
    reporter_.report(base::Code::too_deep, place,
                     "lists and maps stand more than " + std::to_string(limits_.depth) + " deep inside each other",
                     "check brackets and indentation; no document needs that");
    return false;
  }
  Node node;
  node.kind = kind;
  node.place = place;
  node.content = place;
  levels_.push_back({std::move(node), {}, {}});
  return true;
}

void TreeBuilder::close() {
  Node node = std::move(levels_.back().node);
  levels_.pop_back();
  attach(std::move(node));
}

void TreeBuilder::attach(Node node) {
  if (levels_.empty()) {
    root_ = std::move(node);
    return;
  }
  Level& level = levels_.back();
  if (level.node.is_list()) {
    level.node.items.push_back(std::move(node));
    return;
  }
  level.pending->value = std::move(node);
  level.node.entries.push_back(std::move(*level.pending));
  level.pending.reset();
}

std::optional<Node> TreeBuilder::take_root() {
  return levels_.empty() ? std::exchange(root_, std::nullopt) : std::nullopt;
}

}  // namespace vertebra::document
