#include "report/why_outline.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "report/phrases.hpp"
#include "report/why_words.hpp"

namespace vertebra::report {
namespace {

using Nodes = std::vector<int>;

constexpr std::size_t side_by_side = 6;

class Outliner {
 public:
  Outliner(const WhyParts& parts, bool brief) : parts_{parts}, brief_{brief}, children_(parts.nodes.size()) {
    for (int i = 0; i < static_cast<int>(parts.nodes.size()); ++i) {
      const WhyNode& node = at(i);
      if (node.parent >= 0) children_[static_cast<std::size_t>(node.parent)].push_back(i);
      if (!node.repeated) first_.try_emplace(key(node), i);
    }
  }

  std::vector<WhyLine> write() {
    std::vector<Open> stack{{0, 0, true}};
    while (!stack.empty()) {
      const Open open = stack.back();
      stack.pop_back();
      const Nodes below = add_line(open);
      for (std::size_t i = below.size(); i-- > 0;) stack.push_back({below[i], open.depth + 1, i + 1 == below.size()});
    }
    return std::move(lines_);
  }

 private:
  struct Open {
    int node;
    int depth;
    bool last;
  };
  using Key = std::tuple<WhyKind, std::string_view, std::string_view>;

  static Key key(const WhyNode& node) { return {node.kind, node.guide, node.id}; }
  const WhyNode& at(int node) const { return parts_.nodes[static_cast<std::size_t>(node)]; }

  // What stands below a node, without "and" and "or" around a single thing, and without a scope that was told before.
  Nodes below(int node) const {
    Nodes open = children_[static_cast<std::size_t>(node)];
    Nodes shown;
    while (!open.empty()) {
      const int each = open.front();
      open.erase(open.begin());
      const Nodes& inner = children_[static_cast<std::size_t>(each)];
      const bool alone = open.empty() && shown.empty();
      const bool says_the_same = at(each).kind == WhyKind::at_least && at(node).kind == WhyKind::care && alone;
      if (says_the_same || (at(each).kind == WhyKind::expression && (alone || inner.size() <= 1))) {
        open.insert(open.begin(), inner.begin(), inner.end());
      } else if (at(each).kind != WhyKind::scope || !at(each).repeated) {
        shown.push_back(each);
      }
    }
    return shown;
  }

  static bool is_rule(const WhyNode& node) {
    return node.kind == WhyKind::red_flag || node.kind == WhyKind::contraindication;
  }

  // Returns what goes on the lines below.
  Nodes add_line(const Open& open) {
    const WhyNode& node = at(open.node);
    const bool root = open.depth == 0;
    WhyLine line{node.truth, open.depth, open.last, open.node, root ? headline(parts_) : node_words(parts_, node),
                 {},         {}};
    line.sources = source_words(node.sources);
    Nodes rest = below(open.node);
    if (node.repeated) line.facts = "as above";
    if (is_rule(node) && node.truth != Truth::yes && !root) {
      line.facts = answers_below(open.node);
      if (node.sources.size() > 1) line.sources = source_words({node.sources.front()});
      rest.clear();
    } else if (brief_ && !root && node.truth != Truth::yes && rest.size() > side_by_side) {
      line.facts = names_of(node, rest);
      rest.clear();
    } else {
      rest = join(open.node, line, std::move(rest));
    }
    lines_.push_back(std::move(line));
    return rest;
  }

  // "none of 22 holds: …".
  std::string names_of(const WhyNode& node, const Nodes& rules) const {
    std::vector<std::string> names;
    for (const int each : rules) names.push_back(node_words(parts_, at(each)));
    const std::string count = std::to_string(rules.size());
    return (node.truth == Truth::no ? "none of these " + count + " holds: " : "not known yet of " + count + ": ") +
           name_list(names);
  }

  // What leads to one thing only shares its line with it.
  Nodes join(int node, WhyLine& line, Nodes rest) const {
    constexpr std::size_t longest = 4;
    for (std::size_t joined = 0; rest.size() == 1 && joined < longest; ++joined) {
      const WhyNode& from = at(node);
      const WhyNode& to = at(rest.front());
      const bool passes = from.kind == WhyKind::condition || from.kind == WhyKind::scope ||
                          from.kind == WhyKind::indication || from.kind == WhyKind::member ||
                          from.kind == WhyKind::comparison;
      if (!passes || to.repeated) break;
      if (from.kind == WhyKind::comparison) {
        const std::string own = node_words(parts_, from);
        std::string& told = line.facts.empty() ? line.text : line.facts;
        told.replace(told.size() - own.size(), own.size(), answer_words(to, &from));
      } else if (to.kind == WhyKind::fact || to.kind == WhyKind::comparison || to.kind == WhyKind::condition) {
        line.facts += (line.facts.empty() ? "" : ", ") + node_words(parts_, to);
      } else {
        break;
      }
      node = rest.front();
      rest = below(node);
    }
    return rest;
  }

  // Each answer below a node once; what follows from others by the answers that it follows from.
  std::string answers_below(int node) const {
    std::vector<std::string> answers;
    std::set<int> seen;
    Nodes open{node};
    const bool of_scope = below(node).size() == 1 && at(below(node).front()).kind == WhyKind::scope;
    while (!open.empty()) {
      const int each = open.back();
      open.pop_back();
      const WhyNode& now = at(each);
      const int target = now.repeated && first_.contains(key(now)) ? first_.at(key(now)) : each;
      if (!seen.insert(target).second || (now.kind == WhyKind::scope && !of_scope)) continue;
      if (now.kind == WhyKind::fact && !now.derived) {
        std::string told =
            now.truth == Truth::unknown && now.answer == "unknown" ? spelled(now.id) : answer_words(now, nullptr);
        if (std::ranges::find(answers, told) == answers.end()) answers.push_back(std::move(told));
      }
      const Nodes& inner = children_[static_cast<std::size_t>(target)];
      open.insert(open.end(), inner.rbegin(), inner.rend());
    }
    std::string text = at(node).truth == Truth::unknown ? "not known yet: " : "";
    for (std::size_t i = 0; i < answers.size(); ++i) text += (i == 0 ? "" : ", ") + answers[i];
    return text;
  }

  const WhyParts& parts_;
  bool brief_;
  std::vector<Nodes> children_;
  std::map<Key, int> first_;
  std::vector<WhyLine> lines_;
};

std::string all_facts(const std::vector<std::string_view>& facts) {
  std::vector<std::string> names;
  for (const std::string_view each : facts) names.push_back(spelled(each));
  return name_list(names);
}

}  // namespace

std::vector<WhyLine> outline(const WhyParts& parts, bool brief) { return Outliner{parts, brief}.write(); }

std::vector<std::string> closing_words(const WhyParts& parts) {
  std::vector<std::string> words;
  const bool one = parts.facts.size() == 1;
  if (!parts.facts.empty())
    words.push_back((one ? "This answer alone decides it, whatever else is answered: "
                         : "These answers alone decide it, whatever else is answered: ") +
                    all_facts(parts.facts));
  if (!parts.waits_on.empty()) words.push_back("Waits on: " + fact_list(parts.waits_on));
  return words;
}

// The marks of sources are explained once, at the end.
std::string footnote(const WhyParts& parts) {
  bool reads = false;
  bool first_hand = false;
  bool second_hand = false;
  bool unchecked = false;
  for (const WhyNode& node : parts.nodes) {
    for (const WhySource& each : node.sources) {
      reads = reads || !each.interprets.empty();
      first_hand = first_hand || each.mark == "V";
      second_hand = second_hand || each.mark == "V2";
      unchecked = unchecked || each.mark == "GK";
    }
  }
  std::string text;
  if (reads) text += " I- before a number: our interpretation of a source, not its own words.";
  if (first_hand) text += " [V]: checked against the source itself.";
  if (second_hand) text += " [V2]: checked through another text about it.";
  if (unchecked) text += " [GK]: general knowledge, not checked.";
  return text.empty() ? text : text.substr(1);
}

}  // namespace vertebra::report
