#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/reporter.hpp"
#include "document/node.hpp"
#include "model/rule_set.hpp"

namespace vertebra::load {

// What all readers of one rule set share.
struct Reading {
  const base::Files& files;
  base::Reporter& reporter;
  // False when a file could not be read: then what seems to be missing may only stand there.
  bool complete = true;
  std::vector<std::string> languages{"en"};  // The first must be complete.
};

// A word as it was written.
struct Name {
  std::string text;
  base::Place place;
};

enum class Need { optional, required };

// Reads the keys of one map strictly. Each getter names a key that the map may have, and reports a value that does not
// fit; `close` then reports the keys that nobody asked for.
class Fields {
 public:
  // An entry of a section; `kind` is what it is, such as "red flag".
  Fields(Reading& reading, std::string_view kind, const document::Entry& entry);
  // A thing without an id of its own; `what` stands in messages.
  Fields(Reading& reading, std::string what, const document::Node& node);
  // A document that is split over several maps, `place` being its first.
  Fields(Reading& reading, std::string what, base::Place place, std::vector<const document::Node*> maps);

  const std::string& what() const noexcept { return what_; }
  base::Place place() const noexcept { return place_; }
  bool has(std::string_view key) const noexcept;
  void allow(std::string_view key) { known_.emplace_back(key); }

  std::string word(std::string_view key, Need need = Need::optional);  // Any text, taken as it is.
  std::optional<Name> name(std::string_view key, Need need = Need::optional);
  std::optional<Name> one_of(std::string_view key, const std::vector<std::string>& words, Need need = Need::optional);
  model::Text text(std::string_view key, Need need = Need::optional);
  model::Text text_of(const document::Node& node, std::string_view key);
  bool flag(std::string_view key);
  int points(std::string_view key, Need need = Need::optional);
  std::optional<Date> date(std::string_view key);
  const document::Node* scalar(std::string_view key, std::string_view kind, Need need = Need::optional);
  std::optional<std::pair<const document::Node*, const document::Node*>> ends(std::string_view key, Need need);
  std::vector<Name> names(std::string_view key, Need need = Need::optional);        // A list.
  std::vector<Name> one_or_more(std::string_view key, Need need = Need::optional);  // A word or a list.
  // A map of ids to things, over all maps; for `list`, its items.
  std::vector<const document::Entry*> section(std::string_view key, Need need = Need::optional);
  std::vector<const document::Node*> list(std::string_view key);
  const document::Node* map(std::string_view key);

  // `help` takes the place of the suggestion for keys that need more words.
  void close(const std::vector<std::pair<std::string_view, std::string_view>>& helps = {});

  // "`key` of red flag `x` must be …"
  void wrong_type(std::string_view key, base::Place place, std::string_view expected);

 private:
  const document::Node* find(std::string_view key, Need need);
  std::vector<Name> names_of(const document::Node& node, std::string_view key, Need need);
  void missing(std::string_view key);
  void add_map(const document::Node& node);

  Reading& reading_;
  std::string what_;
  base::Place place_;
  std::vector<const document::Node*> maps_;
  std::vector<std::string> known_;
  bool split_ = false;  // Over several files.
};

}  // namespace vertebra::load
