#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/reporter.hpp"
#include "document/node.hpp"
#include "document/reader.hpp"

namespace vertebra::document {

// Builds the located tree from a parser's events and holds the rules that YAML and JSON share: depth, size, empty and
// duplicate keys, hidden characters. What returns a bool returns false when reading must end; the reason was reported.
class TreeBuilder {
 public:
  TreeBuilder(const Limits& limits, base::Reporter& reporter)
      : limits_{limits}, reporter_{reporter}, errors_before_{reporter.errors()} {}

  // True when the next event is a key of the innermost map.
  bool expects_key() const noexcept;
  // The key whose value comes next; empty outside of maps.
  const std::string& pending_key() const noexcept;

  bool in_list() const noexcept { return !levels_.empty() && levels_.back().node.is_list(); }

  [[nodiscard]] bool key(std::string text, base::Place place);
  // A key that was refused already: its value is read, so that more problems are found.
  void refused_key(base::Place place);
  [[nodiscard]] bool scalar(Node node);
  [[nodiscard]] bool open(Kind kind, base::Place place);
  void close();

  // The finished root, once; nothing before that.
  std::optional<Node> take_root();

 private:
  struct Level {
    Node node;
    std::map<std::string, int> lines;  // Of the keys so far.
    std::optional<Entry> pending;
  };

  [[nodiscard]] bool count(base::Place place);
  void attach(Node node);

  Limits limits_;
  base::Reporter& reporter_;
  int errors_before_;
  std::size_t nodes_ = 0;
  std::vector<Level> levels_;
  std::optional<Node> root_;
};

}  // namespace vertebra::document
