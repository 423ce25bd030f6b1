#include "cases/session.hpp"

#include <algorithm>

#include "eval/domain.hpp"

namespace vertebra::cases {
namespace {

std::vector<int> guides_of(const model::Profile& profile) {
  std::vector<int> guides{profile.rank_by};
  guides.insert(guides.end(), profile.guards.begin(), profile.guards.end());
  guides.insert(guides.end(), profile.consult.begin(), profile.consult.end());
  return guides;
}

// Of a consulted guide only what its position rests on; the points of an argument count for the guide that ranks.
bool is_in_use(const Rule& rule, const model::Profile& profile) {
  if (rule.guide < 0 || rule.guide == profile.rank_by) return true;
  const bool for_position = rule.kind == "scope" || rule.kind == "condition" || rule.kind == "indication";
  const auto has = [&](const std::vector<int>& guides) {
    return std::ranges::find(guides, rule.guide) != guides.end();
  };
  return has(profile.guards) ? rule.kind != "argument" && rule.kind != "indication"
                             : has(profile.consult) && for_position;
}

std::vector<std::size_t> in_use(std::span<const Rule> list, const model::Profile& profile) {
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (is_in_use(list[i], profile)) result.push_back(i);
  }
  return result;
}

std::vector<compile::Probe> probes_of(std::span<const Rule> list, const std::vector<std::size_t>& counted) {
  std::vector<compile::Probe> probes;
  for (const std::size_t rule : counted) probes.push_back({list[rule].condition, {}});
  return probes;
}

bool is_constant(const image::Image& image, image::Literal literal) {
  return literal.node() >= image.first_gate && image.gates[literal.node() - image.first_gate].size == 0;
}

}  // namespace

Session::Session(const model::RuleSet& rules, const model::Profile& profile, std::span<const Rule> list)
    : list_{list},
      guides_{guides_of(profile)},
      counted_{in_use(list, profile)},
      probes_{probes_of(list, counted_)},
      image_{compile::compile(rules, profile, {}, probes_)},
      executor_{image_},
      result_{eval::prepare(image_)},
      unknown_{image_} {
  for (std::size_t i = probes_.size(); i-- > 0;) {
    if (!is_constant(image_, probes_[i].literal)) continue;
    probes_.erase(probes_.begin() + static_cast<std::ptrdiff_t>(i));
    counted_.erase(counted_.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

const eval::Result& Session::run(const model::Case& each, Date as_of) {
  eval::Answers answers = unknown_;
  for (const model::CaseAnswer& answer : each.answers) {
    const auto fact = static_cast<std::uint32_t>(answer.fact);
    answers.set(image_, fact, eval::domain_of(image_, fact, answer.possible));
  }
  executor_.run(answers, as_of, result_);
  return result_;
}

bool Session::speaks(const Rule& rule) const {
  if (rule.guide < 0 || rule.kind == "scope") return true;
  const auto place = static_cast<std::size_t>(std::ranges::find(guides_, rule.guide) - guides_.begin());
  return result_.planes.at(image_.guides[place].scope) != Truth::no;
}

std::vector<Session::Outcome> Session::outcomes() const {
  std::vector<Outcome> result;
  for (std::size_t i = 0; i < probes_.size(); ++i) {
    if (speaks(list_[counted_[i]])) result.push_back({counted_[i], result_.planes.at(probes_[i].literal)});
  }
  return result;
}

}  // namespace vertebra::cases
