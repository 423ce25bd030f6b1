#include "document/yaml_comments.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "document/source.hpp"

namespace vertebra::document {
namespace {

// The texts that may hold a `#` after a blank, in the order in which they stand. The reader bounds the depth.
void collect_texts(const Node& node, std::vector<const Node*>& texts) {
  if (node.is_scalar() && node.style != Style::plain) texts.push_back(&node);
  for (const Node& item : node.items) collect_texts(item, texts);
  for (const Entry& entry : node.entries) collect_texts(entry.value, texts);
}

int lines_of_block(const Node& block) {
  const auto breaks = std::count(block.text.begin(), block.text.end(), '\n');
  return static_cast<int>(breaks) + (block.text.ends_with('\n') ? 0 : 1);
}

// Where a text ends: the last line, and the column after its last character there.
std::pair<int, int> end_of(const Node& text) {
  if (text.style == Style::block) return {text.place.line + lines_of_block(text) + 1, 0};
  return {text.place.line, text.place.column + text.place.length};
}

bool begins_after(const Node& text, base::Place sign) {
  if (text.style == Style::block) return text.place.line >= sign.line;
  return std::pair{text.place.line, text.place.column} > std::pair{sign.line, sign.column};
}

}  // namespace

std::optional<base::Place> find_comment(const base::Files& files, int file, const Node& tree, std::size_t from) {
  const Source source{files.text(file), file};
  const std::string_view text = source.text();
  std::vector<const Node*> texts;
  collect_texts(tree, texts);
  auto next = texts.begin();
  for (std::size_t sign = text.find('#', from); sign != std::string_view::npos; sign = text.find('#', sign + 1)) {
    if (sign > 0 && text[sign - 1] != ' ' && text[sign - 1] != '\n') continue;
    const base::Place place = source.span(sign, std::min(text.find_first_of("\r\n", sign), text.size()));
    while (next != texts.end() && end_of(**next) <= std::pair{place.line, place.column}) ++next;
    if (next == texts.end() || begins_after(**next, place)) return place;
  }
  return std::nullopt;
}

}  // namespace vertebra::document
