#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/reporter.hpp"
#include "document/node.hpp"

namespace vertebra::load {

// One document and the maps that it is split into, by path.
struct Split {
  std::string id;
  base::Place place;  // Of its id, where it stands first.
  std::vector<const document::Node*> maps;
};

// The documents of a folder, told apart by their first key.
struct Documents {
  std::deque<document::Node> trees;  // What the maps point into.
  std::optional<Split> vocabulary;
  std::vector<Split> guides;    // By path of their first file.
  std::vector<Split> overlays;  // Each its own file, by path; the id is that of the guide which it changes.
  std::vector<Split> profiles;  // Each its own file.
  std::vector<Split> cases;     // The same; the id is the vocabulary's.
  bool complete = true;         // False when a file could not be read or told.
};

// True for a text that begins as a file of cases does: what stands after the first key is not looked at.
bool begins_with_cases(std::string_view name, std::string_view text) noexcept;

Documents read_documents(const base::Files& files, base::Reporter& reporter);

}  // namespace vertebra::load
