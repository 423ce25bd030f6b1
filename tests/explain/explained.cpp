#include "explain/explained.hpp"

#include "support/reference_view.hpp"

namespace vertebra::test {
namespace {

std::vector<compile::Probe> probes(const model::RuleSet& rules, const model::Profile& profile) {
  std::vector<compile::Probe> list;
  for (const model::Expression* each : explain::named_conditions(rules, profile)) list.push_back({each, {}});
  return list;
}

std::vector<image::Literal> literals(const std::vector<compile::Probe>& probes) {
  std::vector<image::Literal> list;
  for (const compile::Probe& each : probes) list.push_back(each.literal);
  return list;
}

}  // namespace

Explained::Explained(const model::RuleSet& rules, const model::Profile& profile)
    : probes_{probes(rules, profile)},
      image_{compile::compile(rules, profile, "", probes_)},
      written_{rules, profile, image_, literals(probes_)},
      executor_{image_},
      nothing_known_{image_},
      explainer_{written_, executor_, nothing_known_} {}

explain::WhyTree Explained::why(const generate::Answers& answers, const explain::Asked& asked) {
  return explainer_.why(reference::answers_of(image_, answers), date(2026, 1, 31), asked);
}

std::vector<explain::Asked> Explained::questions() const {
  std::vector<explain::Asked> list{{}};
  const auto count = [](const auto& things) { return static_cast<std::uint32_t>(things.size()); };
  for (std::uint32_t i = 0; i < count(image_.care_levels); ++i) list.push_back({WhySubject::care, i});
  for (std::uint32_t i = 0; i < count(image_.red_flags); ++i) list.push_back({WhySubject::red_flag, {}, i});
  for (std::uint32_t i = 0; i < count(image_.treatments); ++i) list.push_back({WhySubject::treatment, {}, i});
  for (std::uint32_t i = 0; i < count(image_.treatments); ++i)
    for (std::uint32_t j = 0; j < count(image_.treatments); ++j)
      if (i != j) list.push_back({WhySubject::rank, {}, i, j});
  return list;
}

std::string Explained::name(const explain::Asked& asked) const {
  switch (asked.subject) {
    case WhySubject::care: return "care" + (asked.level ? " " + std::to_string(*asked.level) : std::string{});
    case WhySubject::red_flag: return "red flag " + std::string{image_.view(image_.red_flags[asked.index].id)};
    case WhySubject::treatment: return "treatment " + std::string{image_.view(image_.treatments[asked.index].id)};
    case WhySubject::rank: break;
  }
  return "rank " + std::string{image_.view(image_.treatments[asked.index].id)} + "," +
         std::string{image_.view(image_.treatments[asked.second].id)};
}

}  // namespace vertebra::test
