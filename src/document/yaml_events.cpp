#include "document/yaml_events.hpp"

#include <algorithm>
#include <utility>

#include "document/yaml_scalar.hpp"

namespace vertebra::document {
namespace {

constexpr auto tag_help = "leave it out; quote a text that begins with `!`";
constexpr auto rest_help = "a file holds one map; check brackets, quotes and indentation above";
constexpr auto value_help = "write one after the colon, or indent the line below";
constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

std::string quoted(const std::string& text) { return "`" + text + "`"; }

Node empty_scalar(base::Place place) {
  Node node;
  node.place = place;
  node.content = place;
  return node;
}

void require(bool go_on) {
  if (!go_on) throw StopReading{};
}

}  // namespace

std::size_t YamlEvents::begin(const YAML::Mark& mark) {
  const std::size_t byte = static_cast<std::size_t>(std::max(mark.pos, 0));
  settle_empty(byte);
  if (finished_) {
    reporter_.report(base::Code::second_document, source_.place(byte), "content after the end of the document",
                     rest_help);
    throw StopReading{};
  }
  return byte;
}

void YamlEvents::settle_empty(std::size_t next_byte) {
  const auto empty = std::exchange(empty_, std::nullopt);
  if (!empty || (empty->word && empty->byte != next_byte)) return;
  reporter_.report(base::Code::empty_value, empty->place, empty->message, empty->help);
}

void YamlEvents::forgive_empty_at(std::size_t byte) {
  if (empty_ && empty_->byte == byte) empty_.reset();
  settle_empty(byte);
}

std::optional<std::size_t> YamlEvents::open_bracket() const noexcept {
  const auto found = std::find_if(containers_.rbegin(), containers_.rend(),
                                  [](const Container& one) { return one.flow && !one.pair; });
  return found == containers_.rend() ? std::nullopt : std::optional{found->begin};
}

void YamlEvents::finish() { settle_empty(nowhere); }

void YamlEvents::check_tail() {
  bool comment = false;
  for (std::size_t byte = end_; byte < source_.text().size(); ++byte) {
    const char c = source_.at(byte);
    comment = c == '#' || (comment && c != '\n');
    if (comment || std::string_view{" \r\n]},"}.find(c) != std::string_view::npos) continue;
    return reporter_.report(base::Code::second_document, source_.place(byte), "content after the end of the document",
                            rest_help);
  }
}

void YamlEvents::forbid(std::size_t byte, int length, const std::string& what, const std::string& help) {
  reporter_.report(base::Code::forbidden_yaml, source_.place(byte, length), what, help);
}

void YamlEvents::OnDocumentStart(const YAML::Mark& mark) {
  if (finished_) begin(mark);
}

void YamlEvents::OnAnchor(const YAML::Mark& mark, const std::string& /*name*/) {
  forbid(begin(mark), 1, "an anchor (`&`)", "write out what it stands for; quote a text that begins with `&`");
}

void YamlEvents::OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) {
  const std::size_t byte = begin(mark);
  forbid(byte, 1, "an alias (`*`)", "write out what it stands for; quote a text that begins with `*`");
  if (builder_.expects_key()) {
    builder_.refused_key(source_.place(byte));
  } else {
    require(builder_.scalar(empty_scalar(source_.place(byte))));
  }
}

void YamlEvents::OnScalar(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                          const std::string& text) {
  const std::size_t byte = begin(mark);
  if (source_.at(byte) == '!') forbid(byte, 1, "a tag (`!`)", tag_help);
  if (builder_.expects_key()) {
    key(byte, text);
  } else {
    value(byte, text);
  }
}

void YamlEvents::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const std::size_t byte = begin(mark);
  // A key without a colon is followed by a null at the place of the key itself.
  const bool is_value_of_bare_key = !builder_.expects_key() && !builder_.in_list() && end_ > 0 && byte == key_byte_;
  const std::size_t bytes = is_value_of_bare_key ? 0 : null_word(source_, byte);
  const std::string word{source_.text().substr(std::min(byte, source_.text().size()), bytes)};
  if (builder_.expects_key()) return key(byte, word);
  if (source_.at(byte) == '!') forbid(byte, 1, "a tag (`!`)", tag_help);
  if (!word.empty()) {
    const std::string name = builder_.pending_key();
    value(byte, word);
    empty_ = name.empty()
                 ? Empty{byte, true, source_.place(byte), "an entry of a list is empty", "write a value after the `-`"}
                 : Empty{byte, true, key_place_, quoted(name) + " has no value", value_help};
  } else if (source_.at(byte) == '!' || anchor != YAML::NullAnchor) {
    require(builder_.scalar(empty_scalar(source_.place(byte))));
  } else {
    empty_value(byte);
  }
}

void YamlEvents::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                                 YAML::EmitterStyle::value style) {
  open(Kind::list, begin(mark), tag, style);
}

void YamlEvents::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                            YAML::EmitterStyle::value style) {
  open(Kind::map, begin(mark), tag, style);
}

void YamlEvents::open(Kind kind, std::size_t byte, const std::string& tag, YAML::EmitterStyle::value style) {
  const char first = source_.at(byte);
  const bool flow = style == YAML::EmitterStyle::Flow;
  const bool is_key = builder_.expects_key();
  if (first == '!' || (tag != "?" && !tag.empty())) forbid(byte, 1, "a tag (`!`)", tag_help);
  if (is_key) {
    reporter_.report(base::Code::bad_key, source_.place(byte), "a list or map cannot be a key", "write a plain word");
    builder_.refused_key(source_.place(byte));
  } else {
    check_pair();
  }
  const bool pair = kind == Kind::map && flow && first != '{' && first != '!' && first != '&';
  require(builder_.open(kind, source_.place(byte)));
  containers_.push_back({byte, flow, pair, is_key});
  if (flow && !pair) end_ = byte + 1;
}

void YamlEvents::close() {
  const Container closed = containers_.back();
  containers_.pop_back();
  builder_.close();
  if (closed.is_key) builder_.refused_key(source_.place(closed.begin));
}

bool YamlEvents::follows_question_mark(std::size_t byte) const {
  const std::string_view before = source_.text().substr(0, byte);
  const std::size_t last = before.find_last_not_of(" \r\n");
  if (last == std::string_view::npos || before[last] != '?') return false;
  const std::string_view between = before.substr(last);
  const std::string_view line = before.substr(0, last);
  const std::size_t margin = line.find_last_not_of(" -?[{,");
  const bool alone = margin == std::string_view::npos || line[margin] == '\n';
  return between.size() > 1 && (alone || between.find('\n') == std::string_view::npos);
}

void YamlEvents::key(std::size_t byte, const std::string& text) {
  const WrittenScalar written = written_scalar(source_, byte, text);
  const base::Place place = written.node.place;
  const auto refuse = [&](const std::string& what, const std::string& help) {
    reporter_.report(base::Code::bad_key, place, what, help);
    builder_.refused_key(place);
  };
  key_place_ = place;
  key_byte_ = byte;
  end_ = written.end;
  const char first = source_.at(byte);
  if (first == '!' || first == '&') return builder_.refused_key(place);
  if (follows_question_mark(byte)) {
    forbid(byte, 1, "a key after `?`", "write `key: value`");
    return builder_.refused_key(place);
  }
  if (text == "<<") {
    forbid(byte, 2, "a merge key (`<<`)", "write out what it stands for");
    return builder_.refused_key(place);
  }
  if (text.empty() && written.node.style == Style::plain)
    return refuse("a key is empty", "write a name before the colon");
  if (written.node.style != Style::plain) return refuse("a key in quotes", "write keys as plain words");
  if (written.many_lines) return refuse("a key over several lines", "write `key: value`, each on its own line");
  if (text.find(':') != std::string::npos) {
    return refuse(quoted(text) + " is not a key", "missing space after `:`? quote a text that holds one");
  }
  require(builder_.key(text, place));
}

// yaml-cpp takes "a:" and then "b" on the next line, not indented, for a value of `a`.
void YamlEvents::check_indentation(base::Place place) {
  if (builder_.pending_key().empty() || containers_.back().flow) return;
  if (place.line == key_place_.line || place.column > key_place_.column) return;
  reporter_.report(base::Code::empty_value, key_place_, quoted(builder_.pending_key()) + " has no value", value_help);
}

void YamlEvents::value(std::size_t byte, const std::string& text) {
  check_pair();
  const char first = source_.at(byte);
  WrittenScalar written = written_scalar(source_, byte, text);
  end_ = written.end;
  check_indentation(written.node.place);
  if (written.folded) {
    forbid(byte, 1, "folded text (`>`)", "write it on one line, or as a `|` block");
  } else if (written.many_lines && first != '!' && first != '&') {
    reporter_.report(base::Code::forbidden_yaml, written.node.place, "a text over several lines",
                     "write it on one line, or as a `|` block; a key begins in the column of its neighbours");
  }
  require(builder_.scalar(std::move(written.node)));
}

void YamlEvents::empty_value(std::size_t byte) {
  const bool flow = !containers_.empty() && containers_.back().flow;
  const bool in_map = !builder_.pending_key().empty();
  const std::string name = quoted(builder_.pending_key());
  const bool pair_without_colon = !containers_.empty() && containers_.back().pair && byte == key_byte_;
  if (source_.at(byte) == '~') {
    empty_ =
        Empty{byte, false, source_.place(byte), "`~` is no value", "write a value, or `unknown` in a patient file"};
  } else if (in_map && !pair_without_colon) {
    const std::string help = flow                ? "is it part of a text with a comma inside `{ }`? quote the text"
                             : byte == key_byte_ ? "write `key: value`; use a `|` block for a text of several lines"
                                                 : "write one after the colon, or leave the key out";
    empty_ = Empty{byte, false, key_place_, name + " has no value", help};
  } else if (!containers_.empty() && !builder_.expects_key() && builder_.in_list()) {
    const std::size_t last = source_.text().substr(0, byte).find_last_not_of(" \r\n");
    const bool dash = !flow && last != std::string_view::npos && source_.at(last) == '-';
    empty_ = Empty{byte, false, source_.place(dash ? last : byte), "an entry of a list is empty",
                   flow ? "is there a comma too many?" : "write a value after the `-`"};
  }
  if (!pair_without_colon) check_pair();
  require(builder_.scalar(empty_scalar(source_.place(byte))));
}

// Inside `[ ]`, "a: b" is a map to YAML and most often was meant as a text.
void YamlEvents::check_pair() {
  if (containers_.empty() || !containers_.back().pair) return;
  reporter_.report(base::Code::unquoted_text, key_place_, "text with `: ` inside `[ ]`",
                   "quote the text, or write a map as `{key: value}`");
}

}  // namespace vertebra::document
