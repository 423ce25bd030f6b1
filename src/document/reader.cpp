#include "document/reader.hpp"

#include "document/characters.hpp"
#include "document/json_reader.hpp"
#include "document/source.hpp"
#include "document/yaml_reader.hpp"

namespace vertebra::document {

Format format_of(std::string_view name) noexcept { return name.ends_with(".json") ? Format::json : Format::yaml; }

std::optional<Node> read(const base::Files& files, int file, Format format, base::Reporter& reporter,
                         const Limits& limits) {
  const int errors_before = reporter.errors();
  const std::size_t bytes = files.text(file).size();
  if (bytes > limits.bytes) {
    reporter.report(base::Code::too_large, {file, 0, 0, 1},
                    "the file has " + std::to_string(bytes) + " bytes; the limit is " + std::to_string(limits.bytes),
                    "split it into several files");
    return std::nullopt;
  }
  const Source source{files.text(file), file};
  if (!check_characters(source, reporter)) return std::nullopt;
  auto root = format == Format::json ? read_json(source, reporter, limits) : read_yaml(source, reporter, limits);
  if (reporter.errors() > errors_before) return std::nullopt;
  return root;
}

}  // namespace vertebra::document
