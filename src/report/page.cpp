#include "report/page.hpp"

#include <algorithm>

#include "report/wrap.hpp"

namespace vertebra::report {
namespace {

constexpr int least_width = 40;  // Below this, indented text would have no room.
constexpr int least_room = 24;   // Far in, lines rather grow longer than that each holds one word.

std::string_view escape_of(Ink ink) {
  switch (ink) {
    case Ink::plain: return {};
    case Ink::bold: return "\x1b[1m";
    case Ink::faint: return "\x1b[2m";
    case Ink::urgent: return "\x1b[1;31m";
  }
  return {};
}

}  // namespace

Page::Page(const TextStyle& style) : color_{style.color}, width_{std::max(style.width, least_width)} {}

void Page::heading(std::string_view text) { pending_ = text == current_ ? std::string_view{} : text; }

void Page::open_heading() {
  if (pending_.empty()) return;
  current_ = std::move(pending_);
  pending_.clear();
  if (!out_.empty()) out_ += '\n';
  line(current_, Ink::bold);
}

void Page::line(std::string_view text, Ink ink) { line({Part{text, ink}}); }

void Page::line(std::initializer_list<Part> parts) {
  open_heading();
  for (const auto& [text, ink] : parts) {
    const std::string_view escape = color_ ? escape_of(ink) : std::string_view{};
    out_.append(escape).append(text).append(escape.empty() ? "" : "\x1b[0m");
  }
  out_ += '\n';
}

void Page::text(int indent, std::string_view text, Ink ink) { item(indent, {}, text, ink); }

void Page::item(int indent, std::string_view lead, std::string_view text, Ink ink) {
  const int hang = indent + columns(lead);
  const auto lines = wrap(text, width_ - hang);
  line(pad_left({}, indent).append(lead).append(lines.front()), ink);
  for (std::size_t i = 1; i < lines.size(); ++i) line(pad_left({}, hang).append(lines[i]), ink);
}

void Page::branch(std::string_view first, std::string_view rest, std::string_view lead, std::string_view text,
                  Ink ink) {
  const auto lines = wrap(text, std::max(least_room, width_ - columns(first) - columns(lead)));
  line({{first}, {lead}, {lines.front(), ink}});
  for (std::size_t i = 1; i < lines.size(); ++i) line({{rest}, {lines[i], ink}});
}

}  // namespace vertebra::report
