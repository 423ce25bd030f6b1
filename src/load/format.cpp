#include "load/format.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/units.hpp"
#include "document/reader.hpp"
#include "document/yaml_comments.hpp"
#include "document/yaml_writer.hpp"
#include "load/expression_lexer.hpp"

namespace vertebra::load {
namespace {

using base::Code;
using document::Node;
using namespace std::string_view_literals;

// The keys under which units stand. `words` and `bands` hold a map of ranges.
constexpr std::array measured{"when"sv, "scope"sv, "never"sv, "holds"sv, "value"sv, "range"sv, "words"sv};

// The units of an expression, of a number or of one end of a range, as UCUM. What cannot be read is left as it is.
std::string in_ucum(const std::string& written) {
  base::Files alone;
  Node scalar;
  scalar.text = written;
  scalar.place = scalar.content = {alone.add({}, written), 1, 1, 1};
  base::Reporter unheard{alone};
  ExpressionText source{scalar, unheard};
  std::string text;
  std::size_t done = 0;
  for (const Token& token : tokenize(source)) {
    const auto unit = token.is(TokenKind::unit) ? base::find_unit(token.text) : std::nullopt;
    if (!unit) continue;
    text.append(written, done, token.span.begin - done).append(unit->ucum);
    done = token.span.end;
  }
  return source.failed() ? written : text.append(written, done);
}

std::string range_in_ucum(const std::string& written) {
  const std::size_t dots = written.find("..");
  if (dots == std::string::npos) return in_ucum(written);
  return in_ucum(written.substr(0, dots)) + ".." + in_ucum(written.substr(dots + 2));
}

// Where `node` stands: below which key, and how many maps deep. Under two are sections whose keys are ids, with texts or
// points as values; only `scope` holds an expression there.
void use_ucum(Node& node, std::string_view key, int depth, bool is_measured) {
  if (node.is_scalar()) {
    const auto unit = key == "unit" && depth > 2 ? base::find_unit(node.text) : std::nullopt;
    if (unit) node.text = std::string{unit->ucum};
    if (is_measured) node.text = range_in_ucum(node.text);
  }
  for (Node& item : node.items) use_ucum(item, key, depth, is_measured);
  for (document::Entry& entry : node.entries) {
    const bool named = std::find(measured.begin(), measured.end(), entry.key) != measured.end();
    const bool scope = depth == 0 && entry.key == "scope";
    use_ucum(entry.value, entry.key, depth + 1, scope || (depth > 1 && (named || key == "words")));
  }
}

// The first line where it names a schema, its line break included.
std::string_view schema_line(std::string_view text) {
  if (!text.starts_with("# yaml-language-server:")) return {};
  const std::size_t end = text.find('\n');
  return end == std::string_view::npos ? text : text.substr(0, end + 1);
}

void refuse_comment(base::Reporter& reporter, base::Place place) {
  reporter.report(Code::comment_in_the_way, place, "formatting would lose this comment",
                  "say it in a `says` or `because`, leave it out, or keep the layout of this file by hand");
}

}  // namespace

Formatted format_yaml(std::string text, std::string name) {
  base::Files files;
  const int file = files.add(std::move(name), std::move(text));
  base::Reporter reporter{files};
  Formatted result;
  if (auto tree = document::read(files, file, document::Format::yaml, reporter)) {
    const auto first_line = schema_line(files.text(file));
    if (const auto comment = document::find_comment(files, file, *tree, first_line.size())) {
      refuse_comment(reporter, *comment);
    } else {
      use_ucum(*tree, {}, 0, false);
      result.text = std::string{first_line} + document::write_yaml(*tree);
    }
  }
  result.diagnostics = reporter.take();
  return result;
}

}  // namespace vertebra::load
