#include "report/why_html.hpp"

#include <algorithm>

#include "report/markup.hpp"
#include "report/phrases.hpp"
#include "report/why_outline.hpp"

namespace vertebra::report {
namespace {

// Not by colour alone: each line has a sign before it.
constexpr std::string_view style =
    R"(body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 52rem; padding: 0 1rem; color: #1a1a1a; background: #fff; }
h1 { font-size: 1.35rem; line-height: 1.3; margin: .25rem 0 1rem; }
p.about { color: #595959; margin: 0; }
p.decides { border-left: 4px solid #0072b2; background: #eef5fa; margin: 1.5rem 0 .5rem; padding: .5rem .75rem; }
p.marks { color: #595959; font-size: .85rem; }
ul { list-style: none; margin: 0; padding: 0; }
li ul { border-left: 1px solid #bbb; margin-left: .6rem; padding-left: 1rem; }
li { margin: .2rem 0; }
.line { display: flex; gap: .5rem; }
.sign { flex: none; width: 1.25rem; height: 1.25rem; margin-top: .15rem; border-radius: .2rem; font-size: .8rem; line-height: 1.25rem; text-align: center; font-weight: bold; }
.yes .sign { background: #d7efe4; color: #00553d; }
.no .sign { background: #eee; color: #444; }
.unknown .sign { background: #fff0c2; color: #5c4300; }
.no .says { color: #444; }
.facts { font-weight: 600; }
cite { font-style: normal; font-size: .8rem; color: #595959; white-space: nowrap; }
summary { cursor: pointer; }
summary .line { display: inline-flex; vertical-align: top; max-width: 95%; }
)";

constexpr int folded_beyond = 6;  // So many lines side by side are shown only when asked for.

std::string line_of(const WhyLine& line) {
  std::string text = "<span class=\"line " + std::string{to_string(line.truth)} + "\"><span class=\"sign\">" +
                     std::string{sign_of(line.truth)} + "</span><span class=\"says\">" + escaped_markup(line.text);
  if (!line.facts.empty()) text += " — <span class=\"facts\">" + escaped_markup(line.facts) + "</span>";
  if (!line.sources.empty()) text += " <cite>" + escaped_markup(line.sources) + "</cite>";
  return text + "</span></span>";
}

// How many lines stand directly below each line.
std::vector<int> counts_below(const std::vector<WhyLine>& lines) {
  std::vector<int> counts(lines.size());
  std::vector<std::size_t> above;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    above.resize(static_cast<std::size_t>(lines[i].depth));
    if (!above.empty()) ++counts[above.back()];
    above.push_back(i);
  }
  return counts;
}

// The lines below the headline, as lists in lists. Lines come each after the one above it, so depth says what to close.
std::string tree(const std::vector<WhyLine>& lines) {
  const std::vector<int> below = counts_below(lines);
  std::string text;
  std::vector<bool> folded;  // Of the open lines.
  const auto close = [&](std::size_t depth) {
    for (; folded.size() > depth; folded.pop_back()) text += folded.back() ? "</ul></details></li>\n" : "</ul></li>\n";
  };
  for (std::size_t i = 1; i < lines.size(); ++i) {
    close(static_cast<std::size_t>(lines[i].depth) - 1);
    const bool folds = below[i] > folded_beyond;
    text += folds ? "<li><details><summary>" + line_of(lines[i]) + "</summary>" : "<li>" + line_of(lines[i]);
    if (below[i] == 0) {
      text += "</li>\n";
    } else {
      text += "\n<ul>\n";
      folded.push_back(folds);
    }
  }
  close(0);
  return text.empty() ? text : "<ul>\n" + text + "</ul>\n";
}

}  // namespace

std::string to_html(const WhyParts& parts) {
  const std::vector<WhyLine> lines = outline(parts, false);
  const std::string title = escaped_markup(capitalized(lines.front().text));
  std::string body = "<p class=\"about\">" + escaped_markup(identity_of(parts.profile, parts.as_of)) + "</p>\n<h1>" +
                     title + "</h1>\n";
  const WhyLine& root = lines.front();
  if (!root.facts.empty()) body += "<p>" + escaped_markup(root.facts) + "</p>\n";
  if (!root.sources.empty()) body += "<p><cite>" + escaped_markup(root.sources) + "</cite></p>\n";
  body += tree(lines);
  for (const std::string& each : closing_words(parts))
    body += "<p class=\"decides\">" + escaped_markup(each) + "</p>\n";
  const std::string marks = footnote(parts);
  if (!marks.empty()) body += "<p class=\"marks\">" + escaped_markup(marks) + "</p>\n";
  return html_page(title, style, body);
}

}  // namespace vertebra::report
