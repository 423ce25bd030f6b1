#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include <vertebra/outcome.hpp>

namespace vertebra::report {

enum class Ink { plain, bold, faint, urgent };

// Text for a terminal, built from top to bottom. A heading is written only once something stands under it.
class Page {
 public:
  explicit Page(const TextStyle& style);

  int width() const noexcept { return width_; }

  // The same heading may be asked for again: it is written once, with an empty line before it.
  void heading(std::string_view text);
  // A paragraph, wrapped.
  void text(int indent, std::string_view text, Ink ink = Ink::plain);
  // A wrapped text that hangs beside its lead, such as "- " or "+8 ".
  void item(int indent, std::string_view lead, std::string_view text, Ink ink = Ink::plain);
  // A wrapped text behind branches that are drawn already: `first` and the lead before its first line, `rest` before the
  // others.
  void branch(std::string_view first, std::string_view rest, std::string_view lead, std::string_view text, Ink ink);
  // A line that is laid out already, whole or in parts.
  struct Part {
    std::string_view text;
    Ink ink = Ink::plain;
  };
  void line(std::string_view text, Ink ink = Ink::plain);
  void line(std::initializer_list<Part> parts);

  const std::string& said() const noexcept { return out_; }
  std::string take() { return std::move(out_); }

 private:
  void open_heading();

  bool color_;
  int width_;
  std::string pending_;
  std::string current_;
  std::string out_;
};

}  // namespace vertebra::report
