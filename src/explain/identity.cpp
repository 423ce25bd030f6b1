#include "explain/advice.hpp"
#include "explain/words.hpp"

// Which guides spoke, what they say beside their advice, and what was set aside.
namespace vertebra::explain {
namespace {

std::string_view fact_id(const image::Image& image, std::uint32_t fact) { return image.view(image.facts[fact].id); }

constexpr std::string_view care_not_assessed =
    "None of these guides covers this patient, so nothing is said about how urgently they should be seen.";
constexpr std::string_view expired = "This guide is past its date of validity.";

// A guide says nothing outside its scope; consulted guides are shown beside treatments only.
bool is_said(const image::Image& image, const eval::Result& result, const image::Notice& notice) {
  return result.planes.at(notice.when) == Truth::yes && result.planes.at(image.guides[notice.guide].scope) != Truth::no;
}

bool is_constant_yes(const image::Image& image, image::Literal literal) {
  if (literal.negated() || literal.node() < image.first_gate) return false;
  return image.gates[literal.node() - image.first_gate].count == 0;
}

NoticeAdvice described(const image::Image& image, const image::Notice& notice) {
  return {image.view(notice.id), image.view(image.guides[notice.guide].id), image.view(notice.says),
          views(image, notice.sources)};
}

}  // namespace

std::vector<GuideAdvice> guides(const image::Image& image, const eval::Result& result) {
  std::vector<GuideAdvice> list;
  for (const image::Guide& guide : image.guides) {
    GuideAdvice advice{image.view(guide.id), image.view(guide.version), result.planes.at(guide.scope), {}};
    for (std::uint32_t i = guide.overlays.begin; i < guide.overlays.end; ++i)
      advice.overlays.push_back({image.view(image.overlays[i].id), views(image, image.overlays[i].changes)});
    list.push_back(std::move(advice));
  }
  return list;
}

std::vector<ConflictAdvice> conflicts(const image::Image& image, const eval::Result& result) {
  std::vector<ConflictAdvice> list;
  for (const eval::Conflict& conflict : result.conflicts) {
    const image::Clause& clause = image.clauses[conflict.clause];
    ConflictAdvice advice{image.view(clause.id), {}, {}, image.view(clause.because)};
    std::vector<std::uint8_t> named(image.facts.size());
    for (std::uint32_t i = clause.parts.begin; i < clause.parts.end; ++i) named[image.parts[i].fact] = 1;
    for (std::uint32_t fact = 0; fact < named.size(); ++fact) {
      if (named[fact] != 0) advice.facts.push_back(fact_id(image, fact));
    }
    for (std::uint32_t i = conflict.first; i < conflict.last; ++i) {
      advice.set_aside.push_back(fact_id(image, result.set_aside[i]));
    }
    list.push_back(std::move(advice));
  }
  return list;
}

std::vector<NoticeAdvice> notices(const image::Image& image, const eval::Result& result) {
  std::vector<NoticeAdvice> list;
  if (!result.care_assessed) list.push_back({"care_not_assessed", {}, care_not_assessed, {}});
  for (const image::Guide& guide : image.guides) {
    if (guide.valid_until.year != 0 && guide.valid_until < result.as_of) {
      list.push_back({"expired", image.view(guide.id), expired, {}});
    }
  }
  for (const image::Notice& notice : image.notices) {
    if (is_said(image, result, notice)) list.push_back(described(image, notice));
  }
  return list;
}

std::vector<NoticeAdvice> standing_notices(const image::Image& image, const eval::Result& result) {
  std::vector<NoticeAdvice> list;
  for (const image::Notice& notice : image.notices) {
    if (is_constant_yes(image, notice.when) && is_said(image, result, notice)) list.push_back(described(image, notice));
  }
  return list;
}

std::vector<WeakSource> weak_sources(const image::Image& image) {
  std::vector<WeakSource> list;
  for (const image::Guide& guide : image.guides) {
    for (std::uint32_t i = guide.sources.begin; i < guide.sources.end; ++i) {
      const image::Source& source = image.sources[i];
      const std::string_view mark = image.view(source.mark);
      if (mark == "V2" || mark == "GK") list.push_back({image.view(guide.id), image.view(source.id), mark});
    }
  }
  return list;
}

}  // namespace vertebra::explain
