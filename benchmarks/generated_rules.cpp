#include "generated_rules.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace generated {
namespace {

// Facts of a chapter: 5 boolean, 4 quantities, 3 choices.
constexpr int booleans = 5, quantities = 4, choices = 3;
// Rules of a chapter; with two groups and eight leaves among the treatments they are sixty.
constexpr int shared_conditions = 5, own_conditions = 5, red_flags = 8, groups = 2, leaves = 8, arguments = 20,
              contraindications = 8, obligations = 2, notices = 2;
static_assert(shared_conditions + own_conditions + red_flags + groups + leaves + arguments + contraindications +
                  obligations + notices ==
              rules_a_chapter);

std::string number(int value) { return std::to_string(value); }

class Chapter {
 public:
  Chapter(int chapter, int chapters) : chapter_{chapter}, chapters_{chapters}, state_{chapter * 2654435761U + 1} {}

  std::string vocabulary() {
    std::string text = "vocabulary: generated\n";
    if (chapter_ == 0) {
      text +=
          "version: 1.0.0\ncare_levels:\n  self_care: At home\n  routine: An appointment\n  within_days: Within days\n"
          "  same_day: Today\n  emergency: Now\n";
    }
    text += "facts:\n";
    for (int i = 0; i < booleans; ++i)
      text += "  " + id("sign", i) + ": {type: boolean, ask: \"Is there sign " + number(i) + "?\"}\n";
    for (int i = 0; i < quantities; ++i)
      text += "  " + id("measure", i) + ": {type: quantity, unit: d, range: [0, 1000]}\n";
    for (int i = 0; i < choices; ++i) text += "  " + id("kind", i) + ": {type: choice, of: [none, mild, severe]}\n";
    text += "conditions:\n";
    for (int i = 0; i < shared_conditions; ++i)
      text += "  " + id("finding", i) + ": {when: \"" + shared_test(i) + "\"}\n";
    text += "consistency:\n  " + id("clause", 0) + ":\n    never: " + id("kind", 0) + " is none and " + id("sign", 0) +
            "\n    set_aside: " + id("kind", 0) + "\n    because: The sign needs a kind.\n";
    text += "treatments:\n";
    for (int i = 0; i < groups; ++i) text += "  " + id("group", i) + ": {label: Group " + number(i) + "}\n";
    for (int i = 0; i < leaves; ++i)
      text += "  " + id("leaf", i) + ": {label: Leaf " + number(i) + ", part_of: " + id("group", i % groups) + "}\n";
    return text;
  }

  std::string guide() {
    std::string text = "guide: large\n";
    if (chapter_ == 0)
      text +=
          "version: 1.0.0\ntitle: A large guide\nuses: generated\ndefer_from: same_day\nstrengths: {should: 21, "
          "consider: 20}\nsources:\n  S1: {says: Everything rests on this.}\n";
    text += "conditions:\n";
    for (int i = 0; i < own_conditions; ++i)
      text += "  " + id("state", i) + ": {when: \"" + joined(i) + "\", source: S1}\n";
    text += "red_flags:\n";
    constexpr std::array<std::string_view, 4> levels{"routine", "within_days", "same_day", "emergency"};
    for (int i = 0; i < red_flags; ++i)
      text += "  " + id("flag", i) + ":\n    level: " + std::string{levels[static_cast<std::size_t>(i % 4)]} +
              "\n    when: " + both(i) + "\n    because: Flag " + number(i) + " was seen.\n    source: S1\n";
    text += "treatments:\n" + treatments();
    text += "contraindications:\n";
    for (int i = 0; i < contraindications; ++i)
      text += "  " + id("danger", i) + ":\n    when: " + both(i + 3) + "\n    " + (i % 3 == 0 ? "cautions" : "blocks") +
              ": [" + two_leaves(i) + "]\n    because: It can harm.\n    source: S1\n";
    text += "obligations:\n";
    for (int i = 0; i < obligations; ++i)
      text += "  " + id("duty", i) + ": {beside: [" + id("group", i) + "], says: Discuss it first., source: S1}\n";
    text += "notices:\n";
    for (int i = 0; i < notices; ++i)
      text += "  " + id("notice", i) + ": {when: " + id("state", i) + ", says: Look again., source: S1}\n";
    return text;
  }

 private:
  std::uint32_t roll(std::uint32_t sides) {
    state_ = state_ * 1664525U + 1013904223U;
    return (state_ >> 16) % sides;
  }

  std::string id(std::string_view kind, int index) const { return id_in(chapter_, kind, index); }
  static std::string id_in(int chapter, std::string_view kind, int index) {
    return std::string{kind} + "_" + number(chapter) + "_" + number(index);
  }
  // Of any chapter.
  std::string far(std::string_view kind, int count) {
    const int chapter = static_cast<int>(roll(static_cast<std::uint32_t>(chapters_)));
    return id_in(chapter, kind, static_cast<int>(roll(static_cast<std::uint32_t>(count))));
  }

  // A leaf of this chapter and one of any, which may be the same.
  std::string two_leaves(int i) {
    const std::string own = id("leaf", i), other = far("leaf", leaves);
    return own == other ? own : own + ", " + other;
  }

  std::string test() {
    switch (roll(4)) {
      case 0: return id("sign", static_cast<int>(roll(booleans)));
      case 1: return far("sign", booleans);
      case 2: return id("kind", static_cast<int>(roll(choices))) + " is " + (roll(2) == 0 ? "mild" : "severe");
      default:
        return id("measure", static_cast<int>(roll(quantities))) + " >= " + number(static_cast<int>(roll(900))) + " d";
    }
  }
  std::string shared_test(int i) { return id("measure", i % quantities) + " > " + number(100 + i) + " d or " + test(); }
  std::string joined(int i) {
    const std::string before = i > 0 ? id("state", i - 1) : id("finding", 0);
    return "at least 2 of (" + before + ", " + far("finding", shared_conditions) + ", " + test() + ", not " + test() +
           ")";
  }
  std::string both(int i) { return test() + " and " + id("state", i % own_conditions) + " and not " + test(); }

  std::string treatments() {
    std::string text;
    for (int i = 0; i < groups; ++i) text += "  " + id("group", i) + ": {strength: should, source: S1}\n";
    for (int i = 0; i < leaves; ++i) {
      text += "  " + id("leaf", i) + ":\n    when: " + id("finding", i % shared_conditions) + " or " + test() +
              "\n    source: S1\n    arguments:\n";
      const int count = arguments / leaves + (i < arguments % leaves ? 1 : 0);
      for (int j = 0; j < count; ++j)
        text += "      reason_" + number(j) + ": {points: " + (roll(3) == 0 ? "-" : "+") +
                number(1 + static_cast<int>(roll(9))) + ", when: \"" + both(i + j) +
                "\", because: It fits., source: S1}\n";
    }
    return text;
  }

  int chapter_;
  int chapters_;
  std::uint32_t state_;
};

}  // namespace

std::vector<vertebra::load::NamedText> rule_set(int rules) {
  const int chapters = std::max(rules / rules_a_chapter, 1);
  std::vector<vertebra::load::NamedText> texts;
  for (int i = 0; i < chapters; ++i) {
    // Four digits keep the chapters in their order, which is that of paths.
    const std::string name = number(10000 + i).substr(1) + ".yaml";
    Chapter chapter{i, chapters};
    texts.push_back({"vocabulary/" + name, chapter.vocabulary()});
    texts.push_back({"guide/" + name, chapter.guide()});
  }
  return texts;
}

}  // namespace generated
