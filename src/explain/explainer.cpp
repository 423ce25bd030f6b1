#include "explain/explainer.hpp"

#include <algorithm>

namespace vertebra::explain {

Explainer::Explainer(const Written& written, eval::PatientExecutor& executor, const eval::Answers& nothing_known)
    : written_{written},
      image_{written.image()},
      executor_{executor},
      nothing_known_{nothing_known},
      costs_{written.image()},
      necessity_{written.image(), nothing_known},
      full_{eval::prepare(written.image())},
      decided_{eval::prepare(written.image())},
      standing_{nothing_known},
      answers_{nothing_known} {}

// A conflict sets answers aside until the rest agree; what stands gives the same run without a conflict.
WhyTree Explainer::why(const eval::Answers& answers, Date as_of, const Asked& asked) {
  as_of_ = as_of;
  executor_.run(answers, as_of, full_);
  standing_ = answers;
  for (const std::uint32_t fact : full_.set_aside) standing_.set(image_, fact, nothing_known_[fact]);
  standing_narrowed_ = narrowed(image_, standing_);
  costs_.read(full_, standing_);
  WhyTree tree;
  switch (asked.subject) {
    case WhySubject::care: explain_care(asked, tree); break;
    case WhySubject::red_flag: explain_red_flag(asked.index, tree); break;
    case WhySubject::treatment: explain_treatment(asked.index, tree); break;
    case WhySubject::rank: explain_rank(asked.index, asked.second, tree); break;
  }
  tree.subject = asked.subject;
  tree.truth = tree.reasons.front().truth;
  tree.set_aside = full_.set_aside;
  tree.care_least = full_.care_least;
  tree.care_most = full_.care_most;
  if (asked.subject != WhySubject::treatment && asked.subject != WhySubject::rank) return tree;
  tree.treatments.push_back(full_.treatments[asked.index]);
  if (asked.subject == WhySubject::rank) tree.treatments.push_back(full_.treatments[asked.second]);
  return tree;
}

void Explainer::know_only(const std::vector<std::uint32_t>& facts) {
  answers_ = nothing_known_;
  for (const std::uint32_t fact : facts) answers_.set(image_, fact, standing_[fact]);
  executor_.run(answers_, as_of_, decided_);
}

std::vector<std::uint32_t> Explainer::named_facts(const WhyTree& tree) const {
  std::vector<std::uint32_t> facts;
  for (const Reason& each : tree.reasons) {
    const bool counts = each.kind == WhyKind::fact && each.truth != Truth::unknown;
    if (counts && !(standing_[each.index] == nothing_known_[each.index])) facts.push_back(each.index);
  }
  std::ranges::sort(facts);
  facts.erase(std::unique(facts.begin(), facts.end()), facts.end());
  return facts;
}

// What fewer answers give, more of them give too; so one try a fact (but for those that are seen to be needed) leaves a set of which nothing can be left out. The last
// facts are tried first, so that of two equally good reasons the earlier one stays.
bool Explainer::reduce(const Claim& claim, std::vector<std::uint32_t>& facts) {
  const std::size_t before = facts.size();
  know_only(facts);
  const std::vector<std::uint8_t>& needed = necessity_.of(claim, decided_);
  for (std::size_t i = facts.size(); i-- > 0;) {
    const auto place = facts.begin() + static_cast<std::ptrdiff_t>(i);
    const std::uint32_t tried = *place;
    if (needed[tried] != 0) continue;
    answers_.set(image_, tried, nothing_known_[tried]);
    executor_.run(answers_, as_of_, decided_);
    if (claim.holds(decided_))
      facts.erase(place);
    else
      answers_.set(image_, tried, standing_[tried]);
  }
  return facts.size() != before;
}

void Explainer::settle(const Claim& claim, const Grow& grow, WhyTree& tree) {
  grow(full_run(), tree);
  tree.facts = named_facts(tree);
  if (!reduce(claim, tree.facts)) return;
  know_only(tree.facts);
  costs_.read(decided_, answers_);
  tree.reasons.clear();
  grow({decided_, answers_, narrowed(image_, answers_), costs_}, tree);
}

void Explainer::explain(const Reason& root, const Claim& claim, WhyTree& tree) {
  const auto grow = [&](const Run& run, WhyTree& grown) { TreeBuilder{written_, grown}.grow(root, run); };
  if (root.truth == Truth::unknown) return grow(full_run(), tree);
  settle(claim, grow, tree);
}

void Explainer::explain_care(const Asked& asked, WhyTree& tree) {
  if (!full_.care_assessed) return explain_not_assessed(tree);
  if (!asked.level) return explain_interval(tree);
  const Reason root = TreeBuilder{written_, tree}.at_least(*asked.level, full_);
  Claim claim;
  if (root.truth == Truth::yes) claim.at_least = *asked.level;
  if (root.truth == Truth::no) claim.below = *asked.level;
  explain(root, claim, tree);
}

void Explainer::explain_not_assessed(WhyTree& tree) {
  Claim claim;
  std::vector<int> guides;
  for (int guide = 0; guide < static_cast<int>(image_.guides.size()); ++guide) {
    const image::Guide& each = image_.guides[static_cast<std::size_t>(guide)];
    if (!each.has_red_flags || each.role == image::Role::consult) continue;
    guides.push_back(guide);
    claim.goals.push_back({each.scope, Truth::no});
  }
  const auto grow = [&](const Run& run, WhyTree& grown) {
    TreeBuilder builder{written_, grown};
    const int root = builder.add({.kind = WhyKind::care, .truth = Truth::no});
    for (const int guide : guides) builder.grow(builder.scope(guide, run.result), run, root);
  };
  settle(claim, grow, tree);
}

// What is certain: not less than `least` and not more than `most`; and what may still raise it from one to the other.
void Explainer::explain_interval(WhyTree& tree) {
  const auto levels = static_cast<std::uint32_t>(image_.care_levels.size());
  const std::uint32_t least = full_.care_least;
  const std::uint32_t above = full_.care_most + 1;
  const bool decided = least + 1 == above;
  Claim claim{.at_least = least};
  if (above < levels) claim.below = above;
  const auto grow = [&](const Run& run, WhyTree& grown) {
    TreeBuilder builder{written_, grown};
    const int root = builder.add({.kind = WhyKind::care, .truth = decided ? Truth::yes : Truth::unknown});
    if (least > 0) builder.grow(builder.at_least(least, run.result), run, root);
    if (!decided) builder.grow(builder.at_least(least + 1, full_), full_run(), root);
    if (above < levels) builder.grow(builder.at_least(above, run.result), run, root);
  };
  settle(claim, grow, tree);
}

void Explainer::explain_red_flag(std::uint32_t flag, WhyTree& tree) {
  const Reason root = TreeBuilder{written_, tree}.red_flag(flag, full_);
  explain(root, {.goals = {{image_.red_flags[flag].holds, root.truth}}}, tree);
}

}  // namespace vertebra::explain
