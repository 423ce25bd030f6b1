#include <algorithm>

#include "eval/result.hpp"
#include "explain/explainer.hpp"

// Why a treatment has its verdict, and why one stands before another.
namespace vertebra::explain {
namespace {

// What makes the verdict certain; nothing where it rests on no answer.
Claim claim_of(const image::Image& image, const image::Treatment& treatment, const TreatmentSummary& summary) {
  switch (summary.cause) {
    case Cause::none:
      return {
          .goals = {{treatment.indication, Truth::yes}, {treatment.blocked, Truth::no}, {image.deferred, Truth::no}}};
    case Cause::not_in_scope: return {.goals = {{image.guides.front().scope, Truth::no}}};
    case Cause::blocked: return {.goals = {{treatment.blocked, Truth::yes}}};
    case Cause::not_indicated: return {.goals = {{treatment.indicated_when, Truth::no}}};
    case Cause::deferred: return {.goals = {{image.deferred, Truth::yes}}};
    case Cause::against:
    case Cause::no_recommendation: break;
  }
  return {};
}

int group_of(const TreatmentSummary& treatment) {
  return treatment.verdict == Verdict::offered ? 2 : treatment.verdict == Verdict::provisional ? 1 : 0;
}

}  // namespace

void Explainer::explain_treatment(std::uint32_t treatment, WhyTree& tree) {
  const Reason root = TreeBuilder{written_, tree}.treatment(treatment, full_);
  explain(root, claim_of(image_, image_.treatments[treatment], full_.treatments[treatment]), tree);
}

void Explainer::explain_rank(std::uint32_t first, std::uint32_t second, WhyTree& tree) {
  const TreatmentSummary& one = full_.treatments[first];
  const TreatmentSummary& other = full_.treatments[second];
  const bool at_the_top = full_.care_assessed && full_.care_least + 1 == image_.care_levels.size();
  if (full_.planes.at(image_.guides.front().scope) != Truth::yes || at_the_top) {
    explain_no_ranks(first, second, at_the_top, tree);
  } else if (is_listed(one.verdict, one.cause) && is_listed(other.verdict, other.cause) &&
             group_of(one) == group_of(other)) {
    explain_points(first, second, tree);
  } else {
    explain_groups(first, second, tree);
  }
}

// Without ranks: the ranking guide may not cover the patient, or only what to do now is said.
void Explainer::explain_no_ranks(std::uint32_t first, std::uint32_t second, bool at_the_top, WhyTree& tree) {
  const auto top = static_cast<std::uint32_t>(image_.care_levels.size()) - 1;
  const Truth scope = full_.planes.at(image_.guides.front().scope);
  const Truth truth = at_the_top || scope == Truth::no ? Truth::no : Truth::unknown;
  Claim claim;
  if (at_the_top) claim.at_least = top;
  if (!at_the_top && truth == Truth::no) claim.goals = {{image_.guides.front().scope, Truth::no}};
  const auto grow = [&](const Run& run, WhyTree& grown) {
    TreeBuilder builder{written_, grown};
    const int root = builder.add({.kind = WhyKind::rank, .truth = truth, .guide = 0, .index = first, .second = second});
    builder.grow(at_the_top ? builder.at_least(top, run.result) : builder.scope(0, run.result), run, root);
  };
  settle(claim, grow, tree);
}

// What is offered stands before what is provisional, and that before what waits; what is withheld has no rank.
void Explainer::explain_groups(std::uint32_t first, std::uint32_t second, WhyTree& tree) {
  const auto has_rank = [&](std::uint32_t each) {
    return is_listed(full_.treatments[each].verdict, full_.treatments[each].cause);
  };
  const Truth truth = has_rank(first) ? Truth::unknown : Truth::no;
  Claim claim;
  for (const std::uint32_t each : {first, second}) {
    if (has_rank(each)) continue;
    const Claim own = claim_of(image_, image_.treatments[each], full_.treatments[each]);
    claim.goals.insert(claim.goals.end(), own.goals.begin(), own.goals.end());
  }
  const auto grow = [&](const Run& run, WhyTree& grown) {
    TreeBuilder builder{written_, grown};
    const int root = builder.add({.kind = WhyKind::rank, .truth = truth, .guide = 0, .index = first, .second = second});
    for (const std::uint32_t each : {first, second}) {
      Reason treatment = builder.treatment(each, full_);
      treatment.parent = root;  // For where nothing grows below it.
      if (!has_rank(each)) {
        builder.grow(treatment, run, root);
      } else if (treatment.truth == Truth::unknown) {
        builder.grow(treatment, full_run(), root);
      } else {
        builder.add(treatment);
      }
    }
  };
  settle(claim, grow, tree);
}

// The points that they do not share. Where the lead is certain, only what it takes; else all that moves it.
void Explainer::explain_points(std::uint32_t first, std::uint32_t second, WhyTree& tree) {
  const bool before = full_.treatments[first].rank < full_.treatments[second].rank;
  const std::uint32_t leader = before ? first : second;
  const Lead lead{image_, leader, before ? second : first};
  const std::int32_t needed = leader == std::min(first, second) ? 0 : 1;  // A tie goes to the catalogue.
  const bool certain = lead.between(full_.planes).low >= needed;
  Claim claim{.lead = &lead};
  if (certain) claim.lead_at_least = needed;
  if (!certain) claim.lead_is = lead.between(full_.planes);
  const Truth settled = !certain || !stays_listed(leader) ? Truth::unknown : before ? Truth::yes : Truth::no;
  const auto grow = [&](const Run& run, WhyTree& grown) {
    TreeBuilder builder{written_, grown};
    builder.add({.kind = WhyKind::rank, .truth = settled, .guide = 0, .index = first, .second = second});
    for (const std::uint32_t each : {first, second}) add_shares(each, lead, certain, run, builder);
  };
  settle(claim, grow, tree);
}

// Whether no further answer can withhold it for itself.
bool Explainer::stays_listed(std::uint32_t treatment) const {
  const image::Treatment& each = image_.treatments[treatment];
  return full_.planes.at(each.indication) == Truth::yes && full_.planes.at(each.blocked) == Truth::no;
}

void Explainer::add_shares(std::uint32_t treatment, const Lead& lead, bool certain, const Run& run,
                           TreeBuilder& builder) {
  constexpr int root = 0;
  const image::Treatment& each = image_.treatments[treatment];
  if (lead.base != 0 && each.strength != image::none)
    builder.add({.kind = WhyKind::strength, .truth = Truth::yes, .parent = root, .guide = 0, .index = treatment});
  for (std::uint32_t i = each.arguments.begin; i < each.arguments.end; ++i) {
    const image::Literal when = image_.arguments[i].when;
    if (std::ranges::find(lead.shares, when, &Lead::Share::when) == lead.shares.end()) continue;
    Reason share = builder.argument(i, treatment, full_);
    share.parent = root;  // For where nothing grows below it.
    if (run.result.planes.at(when) != Truth::unknown) {
      builder.grow(share, run, root);
    } else if (share.truth == Truth::unknown && !certain) {
      builder.grow(share, full_run(), root);
    } else if (share.truth == Truth::yes) {
      builder.add(share);
    }
  }
}

}  // namespace vertebra::explain
