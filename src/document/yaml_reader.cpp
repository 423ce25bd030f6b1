#include "document/yaml_reader.hpp"

#include <sstream>
#include <string>

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "document/tree_builder.hpp"
#include "document/yaml_errors.hpp"
#include "document/yaml_events.hpp"
#include "document/yaml_prescan.hpp"

namespace vertebra::document {
namespace {

// yaml-cpp drops what follows a root that seems complete and calls it the next document; asked without end it may deliver
// documents for ever. So it is asked exactly twice, and the second answer must be nothing.
void parse(const Source& source, YamlEvents& events, base::Reporter& reporter) {
  std::istringstream stream{std::string{source.text()}};
  try {
    YAML::Parser parser{stream};
    parser.HandleNextDocument(events);
    events.expect_nothing();
    parser.HandleNextDocument(events);
    events.finish();
  } catch (const StopReading&) {
  } catch (const YAML::Exception& error) {
    report_yaml_error(source, error, events, reporter);
  }
}

bool is_nothing(const std::optional<Node>& root) {
  return !root || (root->is_scalar() && root->style == Style::plain && root->text.empty());
}

}  // namespace

std::optional<Node> read_yaml(const Source& source, base::Reporter& reporter, const Limits& limits) {
  if (!prescan_yaml(source, reporter, limits)) return std::nullopt;
  const int errors_before = reporter.errors();
  TreeBuilder builder{limits, reporter};
  YamlEvents events{source, reporter, builder};
  parse(source, events, reporter);
  if (reporter.errors() == errors_before) events.check_tail();
  auto root = builder.take_root();
  if (reporter.errors() == errors_before && is_nothing(root)) {
    reporter.report(base::Code::empty_document, source.whole_file(), "the file holds nothing",
                    "a map without entries is written `{}`");
  }
  return root;
}

}  // namespace vertebra::document
