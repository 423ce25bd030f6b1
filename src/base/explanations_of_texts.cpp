#include "base/explanations.hpp"

// Examples are as short as they can be, so their sources say next to nothing: S1 is any statement of a guide, and the facts
// fever, age, pain_duration (in days), pain_severity (a score from 0 to 10) and leg_pain are any vocabulary's.
namespace vertebra::base {
namespace {

constexpr Explanation rows[] = {
    {Code::unreadable_file, Around::elsewhere,
     "A file or folder that was asked for is not there, may not be read, or is a link that leads out of the folder of "
     "rules. Check the path and its permissions.",
     "", ""},
    {Code::too_large, Around::elsewhere,
     "A file may have 4 MiB and a folder of rules 64 MiB in all, so that a mistake cannot fill the memory. Split the "
     "file, or take out what is no rule.",
     "", ""},
    {Code::invalid_utf8, Around::nothing,
     "Rules are read as UTF-8 and nothing else. An editor that saved the file in another encoding can save it anew.",
     "guide: page\ntitle: caf\xe9\n", "guide: page\nuses: backs\ntitle: café\n"},
    {Code::forbidden_character, Around::nothing,
     "A character that a reader of the file cannot see, or that shows text in another order than it is written: tabs, "
     "control, invisible and bidirectional characters. What is read aloud must be what is run.",
     "guide: page\nuses:\tbacks\n", "guide: page\nuses: backs\n"},
    {Code::syntax, Around::nothing,
     "The text is not YAML (or JSON) of the strict kind that rules are written in. Nothing after this place of the "
     "file was read, so mend it first.",
     "guide: page\nuses: [backs\n", "guide: page\nuses: backs\n"},
    {Code::too_deep, Around::elsewhere,
     "Lists and maps may be nested 32 deep. A rule set needs about six; more is a bracket too many, or an attack.", "",
     ""},
    {Code::duplicate_key, Around::nothing,
     "A key stands twice, and the later one would silently hide the earlier. This holds also for a document that is "
     "split over files.",
     "guide: page\nuses: backs\nversion: 1.0.0\nversion: 1.0.1\n", "guide: page\nuses: backs\nversion: 1.0.1\n"},
    {Code::forbidden_yaml, Around::nothing,
     "YAML can refer to other places of a file and change the types of values. Rules may not: a line must mean the "
     "same wherever it stands.",
     "guide: page\nuses: &it backs\n", "guide: page\nuses: backs\n"},
    {Code::second_document, Around::nothing,
     "A file holds one document. Put the second one in a file of its own; a guide may be split over several files.",
     "guide: page\nuses: backs\n---\nguide: other\n", "guide: page\nuses: backs\n"},
    {Code::empty_document, Around::nothing,
     "A file in the folder of rules holds nothing, or only comments. Give it content or take it away.",
     "# nothing yet\n", "guide: page\nuses: backs\n"},
    {Code::bad_key, Around::nothing,
     "Keys are plain words without quotes, with a colon and a blank behind them. The blank is what is forgotten most.",
     "guide: page\nuses: backs\nstatus:active: yes\n", "guide: page\nuses: backs\nstatus: active\n"},
    {Code::empty_value, Around::nothing,
     "A key has nothing behind it. Leave out what you do not want to say. Inside { } a comma ends a value, so a "
     "sentence "
     "with a comma must be quoted there.",
     "guide: page\nuses: backs\ntitle:\n", "guide: page\nuses: backs\ntitle: A page\n"},
    {Code::unquoted_text, Around::nothing,
     "Inside { } and [ ] the characters , [ ] { } have a meaning of their own, so a text that holds one must be "
     "quoted.",
     "guide: page\nuses: backs\nscope: {when: leg_pain in [one_leg] or fever}\n",
     "guide: page\nuses: backs\nscope: leg_pain is one_leg or fever\n"},
};

}  // namespace

std::span<const Explanation> explanations_of_texts() noexcept { return rows; }

}  // namespace vertebra::base
