// Any bytes as YAML and as JSON: a tree or problems, never both, every problem inside the text, and the same once more.

#include <algorithm>
#include <string>

#include "document/reader.hpp"
#include "fuzz/promise.hpp"

namespace vertebra::fuzz {
namespace {

int depth_of(const document::Node& node) {
  int inner = 0;
  for (const document::Node& item : node.items) inner = std::max(inner, depth_of(item));
  for (const document::Entry& entry : node.entries) inner = std::max(inner, depth_of(entry.value));
  return node.is_scalar() ? 0 : inner + 1;
}

// One line a value, with its place: what two readings are compared by.
void write(const document::Node& node, std::string& out) {
  out += std::to_string(node.place.line) + ":" + std::to_string(node.place.column) + "+" +
         std::to_string(node.place.length) + " " + node.text + "\n";
  for (const document::Node& item : node.items) write(item, out);
  for (const document::Entry& entry : node.entries) {
    promise(!entry.key.empty(), "keys hold something");
    out += entry.key + "=";
    write(entry.value, out);
  }
}

std::string read(std::string_view text, document::Format format) {
  base::Files files;
  const int file = files.add("input", std::string{text});
  base::Reporter reporter{files};
  const auto root = document::read(files, file, format, reporter);
  const auto problems = reporter.take();
  promise(root.has_value() != has_errors(problems), "a tree or an error, and only one of them");
  std::string out;
  for (const Diagnostic& each : problems) {
    promise(each.line >= 0 && each.column >= 0 && each.length >= 1, "a place in the text", each.message);
    promise(each.line <= 1 + std::count(text.begin(), text.end(), '\n'), "a line of the text", each.message);
    promise(!each.message.empty(), "a message");
    out += to_string(each);
  }
  if (!root) return out;
  promise(depth_of(*root) <= document::Limits{}.depth, "no deeper than the limit");
  write(*root, out);
  return out;
}

}  // namespace
}  // namespace vertebra::fuzz

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, unsigned long size) {
  using namespace vertebra;
  const auto text = fuzz::as_text(data, size);
  for (const auto format : {document::Format::yaml, document::Format::json}) {
    const std::string first = fuzz::read(text, format);
    fuzz::promise(first == fuzz::read(text, format), "reading twice says the same", first);
  }
  return 0;
}
