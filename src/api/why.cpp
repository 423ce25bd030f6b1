#include <vertebra/why.hpp>

#include "api/state.hpp"
#include "explain/why_nodes.hpp"
#include "report/graph_dot.hpp"
#include "report/why_graph.hpp"
#include "report/why_html.hpp"
#include "report/why_json.hpp"
#include "report/why_text.hpp"

namespace vertebra {
namespace {

std::vector<std::string_view> ids(const Why::State& state, const std::vector<std::uint32_t>& facts) {
  std::vector<std::string_view> list;
  for (const std::uint32_t fact : facts) list.push_back(state.rule_set->shapes[fact].id);
  return list;
}

std::vector<report::WhyTreatment> treatments(const Why::State& state) {
  const image::Image& image = state.rule_set->image;
  std::vector<report::WhyTreatment> list;
  for (const TreatmentSummary& each : state.tree.treatments) {
    const image::Treatment& treatment = image.treatments[each.index];
    list.push_back({each, image.view(treatment.id), image.view(treatment.label)});
  }
  return list;
}

report::WhyParts parts(const Why& why) {
  const Why::State& state = why.state();
  const image::Image& image = state.rule_set->image;
  return {image.view(image.profile),
          image.view(image.hash),
          state.as_of,
          state.question,
          why.truth(),
          why.facts(),
          why.waits_on(),
          why.nodes(),
          treatments(state)};
}

}  // namespace

WhyQuestion why_care(std::string_view level) { return {WhySubject::care, std::string{level}, {}}; }
WhyQuestion why_red_flag(std::string_view id) { return {WhySubject::red_flag, std::string{id}, {}}; }
WhyQuestion why_treatment(std::string_view id) { return {WhySubject::treatment, std::string{id}, {}}; }
WhyQuestion why_rank(std::string_view first, std::string_view second) {
  return {WhySubject::rank, std::string{first}, std::string{second}};
}

std::optional<WhyQuestion> read_why_question(std::string_view text) {
  const std::size_t colon = text.find(':');
  const std::string_view subject = text.substr(0, colon);
  const std::string_view rest = colon == std::string_view::npos ? std::string_view{} : text.substr(colon + 1);
  if (text == "care") return why_care();
  if (rest.empty()) return std::nullopt;
  if (subject == "rank") {
    const std::size_t comma = rest.find(',');
    if (comma == 0 || comma >= rest.size() - 1) return std::nullopt;
    return why_rank(rest.substr(0, comma), rest.substr(comma + 1));
  }
  for (const WhySubject each : {WhySubject::care, WhySubject::red_flag, WhySubject::treatment})
    if (subject == to_string(each)) return WhyQuestion{each, std::string{rest}, {}};
  return std::nullopt;
}

Why::Why(std::unique_ptr<State> state) : state_{std::move(state)} {}
Why::Why(const Why& other) : state_{std::make_unique<State>(*other.state_)} {}
Why::Why(Why&& other) noexcept = default;
Why& Why::operator=(const Why& other) {
  if (this != &other) state_ = std::make_unique<State>(*other.state_);
  return *this;
}
Why& Why::operator=(Why&& other) noexcept = default;
Why::~Why() = default;

const WhyQuestion& Why::question() const noexcept { return state_->question; }
Date Why::as_of() const noexcept { return state_->as_of; }
Truth Why::truth() const noexcept { return state_->tree.truth; }
std::vector<std::string_view> Why::facts() const { return ids(*state_, state_->tree.facts); }
std::vector<std::string_view> Why::waits_on() const { return ids(*state_, explain::waits_on(state_->tree)); }

std::vector<WhyNode> Why::nodes() const {
  return explain::nodes(*state_->rule_set->written, state_->tree, state_->given);
}

std::string Why::to_json() const { return report::to_json(parts(*this)); }

std::string to_text(const Why& why, const TextStyle& style) { return report::to_text(parts(why), style); }

std::string to_html(const Why& why) { return report::to_html(parts(why)); }

std::string why_dot(const Why& why) {
  const RuleSet::State& rules = *why.state().rule_set;
  const graph::RuleGraph graph{rules.rules, rules.profile};
  return report::to_dot(graph, report::path_of(graph, *rules.written, why.state().tree, parts(why)));
}

}  // namespace vertebra
