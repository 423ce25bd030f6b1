#include "document/yaml_comments.hpp"

#include <algorithm>
#include <string>

#include "document/reader.hpp"
#include "document/source.hpp"

namespace vertebra::document {
namespace {

bool can_be_left_out(std::string_view text, std::size_t begin, std::size_t end, const Node& tree) {
  base::Files without;
  const int file = without.add({}, std::string{text.substr(0, begin)} + std::string{text.substr(end)});
  base::Reporter reporter{without};
  const auto rest = read(without, file, Format::yaml, reporter);
  return rest && same_texts(*rest, tree);
}

}  // namespace

bool same_texts(const Node& a, const Node& b) {
  if (a.kind != b.kind || a.text != b.text) return false;
  return std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same_texts) &&
         std::equal(a.entries.begin(), a.entries.end(), b.entries.begin(), b.entries.end(),
                    [](const Entry& x, const Entry& y) { return x.key == y.key && same_texts(x.value, y.value); });
}

std::optional<base::Place> find_comment(const base::Files& files, int file, const Node& tree, std::size_t from) {
  const Source source{files.text(file), file};
  const std::string_view text = source.text();
  for (std::size_t sign = text.find('#', from); sign != std::string_view::npos; sign = text.find('#', sign + 1)) {
    const bool apart = sign == 0 || text[sign - 1] == ' ' || text[sign - 1] == '\n';
    if (!apart) continue;
    const std::size_t end = std::min(text.find_first_of("\r\n", sign), text.size());
    if (can_be_left_out(text, sign, end, tree)) return source.span(sign, end);
  }
  return std::nullopt;
}

}  // namespace vertebra::document
