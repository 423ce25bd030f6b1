#include "document/yaml_writer.hpp"

#include <algorithm>
#include <string_view>

#include "document/plain_text.hpp"

namespace vertebra::document {
namespace {

constexpr std::size_t most_columns = 100;  // Of what is put on one line, its indentation counted.

// Keys are never quoted, so those with a comma or a bracket need lines of their own.
bool is_flat_key(const std::string& key) {
  Node scalar;
  scalar.text = key;
  return scalar_text(scalar, Inside::flow) == key;
}

bool is_flat(const Node& node) {
  if (node.is_scalar()) return !needs_block(node);
  if (node.is_list()) return std::all_of(node.items.begin(), node.items.end(), is_flat);
  return std::all_of(node.entries.begin(), node.entries.end(),
                     [](const Entry& each) { return is_flat_key(each.key) && is_flat(each.value); });
}

// Code points: what a person sees as the length of a line.
std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string flow(const Node& node) {
  if (node.is_scalar()) return scalar_text(node, Inside::flow);
  std::string text;
  for (const Node& item : node.items) text += (text.empty() ? "" : ", ") + flow(item);
  for (const Entry& entry : node.entries) text += (text.empty() ? "" : ", ") + entry.key + ": " + flow(entry.value);
  return node.is_list() ? "[" + text + "]" : "{" + text + "}";
}

class Writer {
 public:
  std::string write(const Node& root) {
    if (root.is_map() && !root.entries.empty())
      write_sections(root);
    else
      text_ += root.is_scalar() ? scalar_text(root, Inside::block) + "\n" : flow(root) + "\n";
    return std::move(text_);
  }

 private:
  // The document's own keys: those that hold more than one line stand apart. The depth is bounded by the reader's limit.
  void write_sections(const Node& root) {
    bool was_section = false;
    for (const Entry& entry : root.entries) {
      const bool section = entry.value.is_map() && !entry.value.entries.empty();
      if (!text_.empty() && (section || was_section)) text_ += '\n';
      was_section = section;
      write_entry(entry, 0, section);
    }
  }

  void write_entry(const Entry& entry, std::size_t indent, bool in_block) {
    const std::string key = std::string(indent, ' ') + entry.key + ":";
    write_value(entry.value, key, indent, in_block);
  }

  // `before` is what stands on the line already.
  void write_value(const Node& value, const std::string& before, std::size_t indent, bool in_block) {
    if (value.is_scalar()) {
      if (needs_block(value)) return write_block(value, before, indent);
      text_ += before + " " + scalar_text(value, Inside::block) + "\n";
      return;
    }
    if (!in_block && is_flat(value)) {
      const std::string line = before + " " + flow(value);
      const bool empty = value.items.empty() && value.entries.empty();
      if (empty || columns(line) <= most_columns) {
        text_ += line + "\n";
        return;
      }
    }
    text_ += before + "\n";
    for (const Node& item : value.items) write_item(item, indent + 2);
    for (const Entry& entry : value.entries) write_entry(entry, indent + 2, false);
  }

  // A map in a list begins beside its dash.
  void write_item(const Node& item, std::size_t indent) {
    const std::string dash = std::string(indent, ' ') + "-";
    const bool fits = is_flat(item) && columns(dash + " " + flow(item)) <= most_columns;
    if (!item.is_map() || fits || item.entries.empty()) return write_value(item, dash, indent, false);
    const std::size_t begin = text_.size();
    for (const Entry& entry : item.entries) write_entry(entry, indent + 2, false);
    text_[begin + indent] = '-';
  }

  void write_block(const Node& scalar, const std::string& before, std::size_t indent) {
    std::string_view text = scalar.text;
    text_ += before + (text.ends_with('\n') ? " |\n" : " |-\n");
    if (text.ends_with('\n')) text.remove_suffix(1);
    for (;;) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      if (end > 0) text_ += std::string(indent + 2, ' ') + std::string{text.substr(0, end)};
      text_ += '\n';
      if (end == text.size()) return;
      text.remove_prefix(end + 1);
    }
  }

  std::string text_;
};

}  // namespace

std::string write_yaml(const Node& root) { return Writer{}.write(root); }

}  // namespace vertebra::document
