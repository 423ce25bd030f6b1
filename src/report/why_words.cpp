#include "report/why_words.hpp"

#include "report/phrases.hpp"
#include "report/score_bar.hpp"

namespace vertebra::report {
namespace {

std::string quoted(std::string_view text) { return "“" + std::string{text} + "”"; }

std::string level_words(const WhyNode& node) {
  return quoted(node.says.empty() ? spelled(node.id) : std::string{node.says});
}

std::string care_words(const WhyNode& node) {
  if (node.truth == Truth::no) return "Care is not assessed: no guide with warning signs covers this patient";
  if (node.truth == Truth::yes) return "Care: " + level_words(node);
  return "Care is not decided yet: at least " + level_words(node);
}

// Where a rule does not hold its reason would read as if it did.
std::string rule_words(const WhyNode& node) {
  std::string_view says = node.says;
  while (!says.empty() && (says.back() == '\n' || says.back() == ' ' || says.back() == '.')) says.remove_suffix(1);
  return node.truth == Truth::yes && !says.empty() ? std::string{says} : spelled(node.id);
}

std::string_view cause_words(Cause cause) {
  switch (cause) {
    case Cause::none: return {};
    case Cause::not_in_scope: return "the guide does not cover this patient";
    case Cause::against: return "the guide advises against it";
    case Cause::no_recommendation: return "the guide gives no recommendation";
    case Cause::blocked: return "something rules it out";
    case Cause::not_indicated: return "it is not meant for this patient now";
    case Cause::deferred: return "it waits until the patient has been seen";
  }
  return {};
}

std::string treatment_words(const WhyNode& node) {
  std::string text{node.says.empty() ? spelled(node.id) : std::string{node.says}};
  if (!node.verdict) return text;
  text += node.cause == Cause::deferred ? ": not yet" : ": " + std::string{to_string(*node.verdict)};
  if (node.cause != Cause::none) text.append(", ").append(cause_words(node.cause));
  if (node.score) text += ", " + score_text(*node.score) + " points";
  return text;
}

std::string position_words(const WhyNode& node) {
  std::string text = std::string{node.guide} + ": " + spelled(node.id);
  if (!node.says.empty()) text += ", in its own word " + quoted(spelled(node.says));
  return text;
}

std::string label_of(const WhyParts& parts, std::string_view id) {
  for (const WhyTreatment& each : parts.treatments)
    if (each.id == id) return named(each.label, each.id);
  return spelled(id);
}

std::string points_words(const WhyParts& parts, const WhyNode& node) {
  const std::string points = points_text(*node.points) + " for " + label_of(parts, node.second) + ": ";
  if (node.kind == WhyKind::strength) return points + quoted(spelled(node.says)) + ", the guide's own word";
  return points + rule_words(node);
}

// Which rule of the order decided: what is offered comes first, then points, then the catalogue.
std::string rank_reason(const TreatmentSummary& first, const TreatmentSummary& second) {
  if (first.verdict != second.verdict)
    return std::string{to_string(first.verdict)} + " comes before " + std::string{to_string(second.verdict)};
  if (first.score == second.score)
    return "both have " + score_text(first.score) + " points, and the catalogue names it first";
  return score_text(first.score) + " points against " + score_text(second.score);
}

std::string rank_words(const WhyParts& parts) {
  const WhyTreatment& first = parts.treatments.front();
  const WhyTreatment& second = parts.treatments.back();
  const std::string one = named(first.label, first.id);
  const std::string other = named(second.label, second.id);
  if (first.summary.rank == 0 && second.summary.rank == 0) return "Neither " + one + " nor " + other + " has a rank";
  if (first.summary.rank == 0 || second.summary.rank == 0)
    return (first.summary.rank == 0 ? one : other) + " has no rank";
  const bool before = first.summary.rank < second.summary.rank;
  const TreatmentSummary& leader = before ? first.summary : second.summary;
  const TreatmentSummary& follower = before ? second.summary : first.summary;
  const std::string text = one + (before ? " stands before " : " does not stand before ") + other;
  const std::string so_far = parts.truth == Truth::unknown ? ", so far: " : ": ";
  return text + so_far + rank_reason(leader, follower);
}

// Care is decided, and nothing speaks for it but that nothing speaks for more.
bool only_refuted(const WhyParts& parts) {
  bool refuted = false;
  for (const WhyNode& each : parts.nodes) {
    if (each.depth == 1 && each.truth != Truth::no) return false;
    refuted = refuted || each.depth == 1;
  }
  return refuted && parts.truth == Truth::yes;
}

std::string root_level_words(const WhyNode& node) {
  switch (node.truth) {
    case Truth::yes: return "Care is at least " + level_words(node);
    case Truth::no: return "Care is not as urgent as " + level_words(node) + ": no warning sign asks for it";
    case Truth::unknown: break;
  }
  return "Not known yet whether care is at least " + level_words(node);
}

std::string root_flag_words(const WhyNode& node) {
  switch (node.truth) {
    case Truth::yes: return "A warning sign holds: " + spelled(node.id);
    case Truth::no: return "A warning sign does not hold: " + spelled(node.id);
    case Truth::unknown: break;
  }
  return "Not known yet whether a warning sign holds: " + spelled(node.id);
}

}  // namespace

std::string headline(const WhyParts& parts) {
  const WhyNode& root = parts.nodes.front();
  switch (root.kind) {
    case WhyKind::care: return care_words(root) + (only_refuted(parts) ? ": no warning sign asks for more" : "");
    case WhyKind::at_least: return root_level_words(root);
    case WhyKind::red_flag: return root_flag_words(root);
    case WhyKind::rank: return rank_words(parts);
    default: return node_words(parts, root);
  }
}

std::string node_words(const WhyParts& parts, const WhyNode& node) {
  switch (node.kind) {
    case WhyKind::care: return care_words(node);
    case WhyKind::at_least: return "At least " + level_words(node);
    case WhyKind::red_flag:
    case WhyKind::contraindication:
    case WhyKind::consistency: return rule_words(node);
    case WhyKind::scope: return std::string{node.id} + " covers this patient";
    case WhyKind::treatment: return treatment_words(node);
    case WhyKind::position: return position_words(node);
    case WhyKind::indication: return spelled(node.id) + " is meant for this patient";
    case WhyKind::deferral: return "Treatments wait for a visit";
    case WhyKind::rank: return rank_words(parts);
    case WhyKind::argument:
    case WhyKind::strength: return points_words(parts, node);
    case WhyKind::condition: return spelled(node.id);
    case WhyKind::expression: return node.text;
    case WhyKind::comparison:
    case WhyKind::score: return spelled(node.text);
    case WhyKind::member: return points_text(*node.points) + " " + spelled(node.id);
    case WhyKind::fact: break;
  }
  return answer_words(node, nullptr);
}

std::string answer_words(const WhyNode& fact, const WhyNode* comparison) {
  std::string text = spelled(comparison == nullptr ? std::string{fact.id} : comparison->text);
  if (fact.derived)
    text.append(": ").append(to_string(comparison == nullptr ? fact.truth : comparison->truth)).append(", as follows");
  else
    text += ": " + spelled(fact.answer);
  if (fact.set_aside) text += " (the answer “" + spelled(fact.answer) + "” was set aside)";
  return text;
}

std::string source_words(const std::vector<WhySource>& sources) {
  std::string text;
  for (const WhySource& each : sources) {
    text.append(text.empty() ? "" : ", ").append(each.id);
    if (!each.interprets.empty()) text.append(" reading ").append(each.interprets);
    if (!each.mark.empty()) text.append(" [").append(each.mark).append("]");
  }
  return text;
}

}  // namespace vertebra::report
