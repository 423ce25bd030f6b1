#include <vertebra/rules.hpp>

#include "api/state.hpp"

namespace vertebra {
namespace {

// The one place that knows which rules there are, and in which order: see(kind, guide, id, what decides).
template <class See>
void for_each_rule(const image::Image& image, const See& see) {
  const auto text = [&](image::Text id) { return std::string{image.view(id)}; };
  for (const image::Guide& each : image.guides) see("scope", each.id, std::string{}, each.scope);
  for (const image::RedFlag& each : image.red_flags)
    see("red_flag", image.guides[each.guide].id, text(each.id), each.holds);
  for (const image::Contraindication& each : image.contraindications)
    see("contraindication", image.guides[each.guide].id, text(each.id), each.holds);
  const image::Text ranking = image.guides.front().id;
  for (const image::Treatment& each : image.treatments) {
    see("indication", ranking, text(each.id), each.indication);
    for (std::uint32_t a = each.arguments.begin; a < each.arguments.end; ++a)
      see("argument", ranking, text(each.id) + "." + text(image.arguments[a].id), image.arguments[a].when);
  }
  for (const image::Notice& each : image.notices) see("notice", image.guides[each.guide].id, text(each.id), each.when);
}

}  // namespace

std::vector<RuleInfo> rules(const RuleSet& rule_set) {
  const image::Image& image = rule_set.state().image;
  std::vector<RuleInfo> result;
  for_each_rule(image, [&](std::string_view kind, image::Text guide, std::string id, image::Literal) {
    result.push_back({kind, image.view(guide), std::move(id)});
  });
  return result;
}

std::vector<Truth> rule_truths(const Outcome& outcome) {
  std::vector<Truth> result;
  for_each_rule(outcome.state().rule_set->image,
                [&](std::string_view, image::Text, const std::string&, image::Literal decides) {
                  result.push_back(outcome.state().result.planes.at(decides));
                });
  return result;
}

}  // namespace vertebra
