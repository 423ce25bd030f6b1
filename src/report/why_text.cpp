#include "report/why_text.hpp"

#include <algorithm>

#include "report/page.hpp"
#include "report/phrases.hpp"
#include "report/why_outline.hpp"

namespace vertebra::report {
namespace {

constexpr std::size_t deepest = 12;  // Beyond, lines are not drawn further in: they would have no room.

// Draws the branches before each line; `open_` tells which ancestors have lines to come.
class Branches {
 public:
  struct Drawn {
    std::string first;  // Before the line itself,
    std::string rest;   // and before what it is wrapped to.
  };

  Drawn before(const WhyLine& line) {
    const auto depth = static_cast<std::size_t>(line.depth);
    open_.resize(depth + 1);
    open_[depth] = !line.last;
    Drawn drawn;
    for (std::size_t i = 1; i < std::min(depth, deepest); ++i) drawn.first += open_[i] ? "│  " : "   ";
    drawn.rest = drawn.first;
    if (depth > 0) {
      drawn.first += line.last ? "└─ " : "├─ ";
      drawn.rest += line.last ? "   " : "│  ";
    }
    return drawn;
  }

 private:
  std::vector<bool> open_;
};

std::string words(const WhyLine& line) {
  std::string text = line.text;
  if (!line.facts.empty()) text += " — " + line.facts;
  if (!line.sources.empty()) text += " (" + line.sources + ")";
  return text;
}

}  // namespace

std::string to_text(const WhyParts& parts, const TextStyle& style) {
  Page page{style};
  page.text(0, identity_of(parts.profile, parts.as_of), Ink::faint);
  page.text(0, "");
  Branches branches;
  const std::vector<WhyLine> lines = outline(parts, true);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto [first, rest] = branches.before(lines[i]);
    const bool more_below = i + 1 < lines.size() && lines[i + 1].depth > lines[i].depth;
    page.branch(first, rest + (more_below ? "│ " : "  "),
                i == 0 ? std::string{} : std::string{sign_of(lines[i].truth)} + " ", words(lines[i]),
                lines[i].depth == 0 ? Ink::bold : Ink::plain);
  }
  const std::vector<std::string> closing = closing_words(parts);
  if (!closing.empty()) page.text(0, "");
  for (const std::string& each : closing) page.text(0, each);
  const std::string marks = footnote(parts);
  if (!marks.empty()) page.text(0, "");
  if (!marks.empty()) page.text(0, marks, Ink::faint);
  return page.take();
}

}  // namespace vertebra::report
