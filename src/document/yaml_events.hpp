#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include "base/reporter.hpp"
#include "document/source.hpp"
#include "document/tree_builder.hpp"

namespace vertebra::document {

// Thrown through the parser to end the reading of one file; the reason was reported.
struct StopReading {};

// Turns the parser's events into the tree and refuses the parts of YAML that rules do not use. Marks count bytes of the
// text from 0 (only that: their columns count bytes too, and are wrong at the end). How a scalar was written is read from
// the text at its mark, since events do not say.
class YamlEvents : public YAML::EventHandler {
 public:
  YamlEvents(const Source& source, base::Reporter& reporter, TreeBuilder& builder)
      : source_{source}, reporter_{reporter}, builder_{builder} {}

  // From now on every event is content after the document.
  void expect_nothing() { finished_ = true; }
  // After the parser returned: a value that was empty at the end.
  void finish();
  // After a reading without problems: text after the last value that gave no event.
  void check_tail();
  // Before a parser's own complaint at this byte: an empty value there is the same mistake.
  void forgive_empty_at(std::size_t byte);
  // Where the last text ended, and the innermost `[` or `{` that is open.
  std::size_t end_of_last() const noexcept { return end_; }
  std::optional<std::size_t> open_bracket() const noexcept;

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAnchor(const YAML::Mark& mark, const std::string& name) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override { close(); }

 private:
  struct Container {
    std::size_t begin;
    bool flow;
    bool pair;  // `[a: b]`: a map without braces.
    bool is_key;
  };
  struct Empty {
    std::size_t byte;  // Where the parser noticed.
    bool word;         // A plain `null` stands there, unless the next event begins there too.
    base::Place place;
    std::string message;
    std::string help;
  };

  // Every event begins here: settles what the event before left open.
  std::size_t begin(const YAML::Mark& mark);
  void settle_empty(std::size_t next_byte);
  void forbid(std::size_t byte, int length, const std::string& what, const std::string& help);
  void open(Kind kind, std::size_t byte, const std::string& tag, YAML::EmitterStyle::value style);
  void close();
  void key(std::size_t byte, const std::string& text);
  void value(std::size_t byte, const std::string& text);
  void empty_value(std::size_t byte);
  void check_pair();
  void check_indentation(base::Place place);
  bool follows_question_mark(std::size_t byte) const;

  const Source& source_;
  base::Reporter& reporter_;
  TreeBuilder& builder_;
  std::vector<Container> containers_;
  std::optional<Empty> empty_;
  base::Place key_place_;
  std::size_t key_byte_ = 0;
  std::size_t end_ = 0;
  bool finished_ = false;
};

}  // namespace vertebra::document
