#include "api/why_question.hpp"

#include <algorithm>

#include "base/reporter.hpp"
#include "base/text.hpp"

namespace vertebra {
namespace {

using Resolved = std::variant<explain::Asked, Diagnostic>;
using Place = std::variant<std::uint32_t, Diagnostic>;

Diagnostic unknown(std::string_view id, std::string_view what, const std::vector<std::string_view>& known) {
  const std::string_view near = base::closest(id, known);
  std::string help = near.empty() ? known.empty() ? "there is none" : "choose " + base::list_of(known)
                                  : "did you mean `" + std::string{near} + "`?";
  return base::make_diagnostic(base::Code::unknown_name,
                               "`" + std::string{id} + "` is not " + std::string{what} + " of this profile",
                               std::move(help));
}

template <class List>
std::vector<std::string_view> ids_of(const image::Image& image, const List& list) {
  std::vector<std::string_view> ids;
  for (const auto& each : list) ids.push_back(image.view(each.id));
  return ids;
}

template <class List>
Place find(const image::Image& image, const List& list, std::string_view id, std::string_view what) {
  const std::vector<std::string_view> ids = ids_of(image, list);
  const auto found = std::ranges::find(ids, id);
  if (found == ids.end()) return unknown(id, what, ids);
  return static_cast<std::uint32_t>(found - ids.begin());
}

// A group is never ranked itself, and of the others the ranking guide may say nothing.
Place find_treatment(const RuleSet::State& rules, std::string_view id) {
  const auto& catalogue = rules.rules.vocabulary.treatments;
  const auto known = std::ranges::find(catalogue, id, &model::Treatment::id);
  Place place = find(rules.image, rules.image.treatments, id, "a treatment");
  if (known == catalogue.end() || std::holds_alternative<std::uint32_t>(place)) return place;
  const std::string quoted = "`" + std::string{id} + "`";
  if (!known->is_group)
    return base::make_diagnostic(base::Code::unknown_name, "the ranking guide is silent on " + quoted,
                                 "ask about a treatment that it speaks of");
  std::vector<std::string_view> members;
  for (const image::Treatment& each : rules.image.treatments)
    if (rules.image.view(each.part_of) == id) members.push_back(rules.image.view(each.id));
  return base::make_diagnostic(
      base::Code::unknown_name, quoted + " is a group of treatments and has no verdict",
      members.empty() ? "ask about one of its treatments" : "choose " + base::list_of(members));
}

// "fever", or "red_flag_tiers.fever" where two guides have such a red flag.
Place find_red_flag(const image::Image& image, std::string_view id) {
  std::vector<std::uint32_t> places;
  std::vector<std::string> full_ids;
  for (std::uint32_t i = 0; i < image.red_flags.size(); ++i) {
    const image::RedFlag& flag = image.red_flags[i];
    const std::string full =
        std::string{image.view(image.guides[flag.guide].id)} + "." + std::string{image.view(flag.id)};
    if (image.view(flag.id) != id && full != id) continue;
    places.push_back(i);
    full_ids.push_back(full);
  }
  if (places.size() == 1) return places.front();
  if (places.empty()) return find(image, image.red_flags, id, "a red flag");
  return base::make_diagnostic(
      base::Code::unknown_name, "more than one guide has a red flag `" + std::string{id} + "`",
      "choose " + base::list_of(std::vector<std::string_view>{full_ids.begin(), full_ids.end()}));
}

Resolved asked(WhySubject subject, const Place& first, const Place& second) {
  for (const Place* each : {&first, &second})
    if (const auto* problem = std::get_if<Diagnostic>(each)) return *problem;
  return explain::Asked{subject, {}, std::get<std::uint32_t>(first), std::get<std::uint32_t>(second)};
}

Resolved resolve_rank(const RuleSet::State& rules, const WhyQuestion& question) {
  if (question.id == question.second)
    return base::make_diagnostic(base::Code::bad_value, "a treatment does not stand before itself",
                                 "name two treatments, as in `rank:heat,cold`");
  return asked(WhySubject::rank, find_treatment(rules, question.id), find_treatment(rules, question.second));
}

Resolved resolve_care(const image::Image& image, const std::string& level) {
  if (level.empty()) return explain::Asked{};
  const Place place = find(image, image.care_levels, level, "a care level");
  if (const auto* problem = std::get_if<Diagnostic>(&place)) return *problem;
  return explain::Asked{WhySubject::care, std::get<std::uint32_t>(place)};
}

}  // namespace

Resolved resolve(const RuleSet::State& rules, const WhyQuestion& question) {
  if (rules.is_compiled)
    return base::make_diagnostic(base::Code::missing_document, "a compiled rule set has no rules to explain by",
                                 "load the folder of its rules");
  switch (question.subject) {
    case WhySubject::care: return resolve_care(rules.image, question.id);
    case WhySubject::red_flag: return asked(WhySubject::red_flag, find_red_flag(rules.image, question.id), 0U);
    case WhySubject::treatment: return asked(WhySubject::treatment, find_treatment(rules, question.id), 0U);
    case WhySubject::rank: break;
  }
  return resolve_rank(rules, question);
}

}  // namespace vertebra
