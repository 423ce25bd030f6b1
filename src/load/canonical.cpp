#include "load/canonical_writer.hpp"
#include "load/loader.hpp"

namespace vertebra::load {

void CanonicalWriter::text(std::string_view key, const model::Text& content) {
  if (content.text.empty()) return;
  if (content.translations.empty()) return json_.member(key, content.text);
  auto texts = content.translations;
  texts.emplace_back(rules_.vocabulary.languages.front(), content.text);
  by_id(
      key, texts, [](const auto& each) -> const std::string& { return each.first; },
      [&](const auto& each) { json_.value(each.second); });
}

void CanonicalWriter::level(std::string_view key, int index) {
  if (index >= 0) json_.member(key, at(rules_.vocabulary.care_levels, index).id);
}

void CanonicalWriter::treatments(std::string_view key, const std::vector<int>& indices) {
  ordered(key, indices, [&](int index) { json_.value(at(rules_.vocabulary.treatments, index).id); });
}

void CanonicalWriter::guides(std::string_view key, const std::vector<int>& indices) {
  ordered(key, indices, [&](int index) { json_.value(at(rules_.guides, index).id); });
}

void CanonicalWriter::sources(const model::Guide& guide, const std::vector<int>& cited) {
  ordered("source", cited, [&](int index) { json_.value(at(guide.sources, index).id); });
}

void CanonicalWriter::profile(const model::Profile& profile) {
  object([&] {
    guides("consult", profile.consult);
    guides("defer_by", profile.defer_by);
    level("defer_from", profile.defer_from);
    guides("guards", profile.guards);
    json_.member("id", profile.id);
    json_.member("rank_by", at(rules_.guides, profile.rank_by).id);
  });
}

std::string CanonicalWriter::whole(const model::Profile& chosen) {
  std::vector<int> in_use{chosen.rank_by};
  in_use.insert(in_use.end(), chosen.guards.begin(), chosen.guards.end());
  in_use.insert(in_use.end(), chosen.consult.begin(), chosen.consult.end());
  object([&] {
    json_.member("canonical", "1");
    by_id(
        "guides", in_use, [&](int index) -> const std::string& { return at(rules_.guides, index).id; },
        [&](int index) { guide(at(rules_.guides, index)); });
    json_.key("profile");
    profile(chosen);
    json_.key("vocabulary");
    vocabulary();
  });
  return json_.take();
}

std::string canonical_json(const model::RuleSet& rules, const model::Profile& profile) {
  return CanonicalWriter{rules}.whole(profile);
}

}  // namespace vertebra::load
