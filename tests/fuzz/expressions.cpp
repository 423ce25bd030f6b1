// Any text as an expression over the vocabulary of tests/conformance/expressions.txt: a meaning or problems, each inside the
// text; and what was understood, written out again, is understood the same.

#include <string>

#include "base/text.hpp"
#include "fuzz/promise.hpp"
#include "load/expression_fixture.hpp"

namespace vertebra::fuzz {
namespace {

const load::ExpressionFixture& fixture() {
  static const load::ExpressionFixture made;
  return made;
}

void run(std::string_view text) {
  const auto read = fixture().read(text);
  promise(read.expression.has_value() != has_errors(read.problems), "a meaning or an error, and only one of them");
  for (const Diagnostic& each : read.problems) promise(each.line >= 1, "a place in the text", to_string(each));
  if (!read.expression) return;
  promise(!read.meaning.empty(), "a meaning");
  const std::string again = fixture().text(*read.expression);
  if (again.empty()) return;
  promise(fixture().read(again).meaning == read.meaning, "written out, it means the same", again);
}

}  // namespace
}  // namespace vertebra::fuzz

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, unsigned long size) {
  vertebra::fuzz::run(vertebra::fuzz::as_text(data, size));
  return 0;
}
