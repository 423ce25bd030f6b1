#include "load/guide_reading.hpp"

#include "load/wording.hpp"

namespace vertebra::load {
namespace {

using base::Code;

// Why a source carries nothing of this kind; empty when it may be cited.
std::string_view objection(const model::Source& source, Basis basis) {
  if (basis == Basis::explained) return {};
  if (!source.excluded.empty()) return "excluded";
  if (source.unspecified) return "unspecified";
  return source.education && basis == Basis::rule ? "education" : std::string_view{};
}

}  // namespace

std::optional<model::Expression> GuideReading::parse(const document::Node* scalar) {
  if (!scalar) return std::nullopt;
  return parse_expression(*scalar, {reading.files, vocabulary.model, &guide, table}, reading.reporter);
}

std::optional<model::Expression> GuideReading::expression(Fields& item, std::string_view key, Need need) {
  return parse(item.scalar(key, "an expression", need));
}

std::vector<int> GuideReading::cite(Fields& item, Basis basis, Need need) {
  std::vector<int> result;
  for (const Name& name : item.one_or_more("source", need)) {
    const int cited = sources.resolve(name, "source of this guide", Code::unknown_source);
    if (cited < 0) continue;
    result.push_back(cited);
    const auto why_not = objection(guide.sources[static_cast<std::size_t>(cited)], basis);
    if (!why_not.empty())
      reading.reporter.report(
          Code::uncitable_source, name.place,
          item.what() + " cites " + ticked(name.text) + ", which is marked `" + std::string{why_not} + "`",
          "cite a statement of the source, or an interpretation of one");
  }
  return result;
}

std::vector<int> GuideReading::treatments(Fields& item, std::string_view key, Need need) {
  return vocabulary.treatments.resolve_all(item.names(key, need), "treatment");
}

int GuideReading::level(Fields& item, std::string_view key, Need need) {
  const auto name = item.name(key, need);
  return name ? vocabulary.levels.resolve(*name, "care level") : -1;
}

}  // namespace vertebra::load
