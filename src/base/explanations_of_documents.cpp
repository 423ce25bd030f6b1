#include "base/explanations.hpp"

// Examples are as short as they can be, so their sources say next to nothing: S1 is any statement of a guide, and the facts
// fever, age, pain_duration (in days), pain_severity (a score from 0 to 10) and leg_pain are any vocabulary's.
namespace vertebra::base {
namespace {

constexpr Explanation rows[] = {
    {Code::unknown_key, Around::guide,
     "A section has a key that the language does not know there. Nothing is ever skipped in silence: a misspelt key "
     "would be a rule that is not there.",
     "red_flags:\n  hot: {level: urgent, wen: fever, because: It is hot., source: S1}\n",
     "red_flags:\n  hot: {level: urgent, when: fever, because: It is hot., source: S1}\n"},
    {Code::missing_key, Around::guide,
     "Something that must be said is not. Every rule says above all on which source it rests.",
     "red_flags:\n  hot: {level: urgent, when: fever, because: It is hot.}\n",
     "red_flags:\n  hot: {level: urgent, when: fever, because: It is hot., source: S1}\n"},
    {Code::wrong_type, Around::guide, "A key takes a map, a list, a text or a number, and something else stands there.",
     "notices: Ask someone.\n", "notices:\n  ask: {says: Ask someone., source: S1}\n"},
    {Code::unknown_name, Around::guide,
     "An expression or a list names something that neither the vocabulary nor this guide has. Names are spelled "
     "exactly; the message proposes one that is close.",
     "red_flags:\n  hot: {level: urgent, when: fevr, because: It is hot., source: S1}\n",
     "red_flags:\n  hot: {level: urgent, when: fever, because: It is hot., source: S1}\n"},
    {Code::duplicate_id, Around::guide,
     "Two things share a name, so whoever reads it cannot know which is meant. Facts, conditions, red flags and "
     "parameters share one space of names.",
     "red_flags:\n  fever: {level: urgent, when: fever, because: It is hot., source: S1}\n",
     "red_flags:\n  hot: {level: urgent, when: fever, because: It is hot., source: S1}\n"},
    {Code::bad_id, Around::guide,
     "Ids are lower case letters, digits and underscores, a letter first; ids of sources begin with a capital letter.",
     "notices:\n  Ask-someone: {says: Ask someone., source: S1}\n",
     "notices:\n  ask_someone: {says: Ask someone., source: S1}\n"},
    {Code::similar_id, Around::vocabulary,
     "Two names differ only in case or punctuation. One of them would sooner or later be written for the other.",
     "facts:\n  fe_ver: {type: boolean, ask: Hot}\n", "facts:\n  chills: {type: boolean, ask: Shivering}\n"},
    {Code::reserved_word, Around::guide, "A word of the grammar cannot also be the name of something.",
     "conditions:\n  any: {when: fever}\n", "conditions:\n  any_sign: {when: fever}\n"},
    {Code::unknown_document, Around::nothing,
     "The first key of a file says what it is. This one is none that a folder of rules may hold, or it does not stand "
     "first.",
     "title: A page\nguide: page\n", "guide: page\nuses: backs\ntitle: A page\n"},
    {Code::missing_document, Around::elsewhere,
     "A folder of rules holds one vocabulary, which its guides use, and the guides that its profiles name. One of them "
     "is not there, or its file could not be read.",
     "", ""},
    {Code::bad_value, Around::guide,
     "The key takes a few words, or a text of a certain form, and this is none of them.", "valid_until: 2026-02-29\n",
     "valid_until: 2026-02-28\n"},
    {Code::overlay_conflict, Around::nothing,
     "Two changes of overlays concern the same entry, or one what the other withdraws. What a guide says must not hang "
     "on "
     "the order in which files are read, so decide for one of them.",
     "overlay: page\nid: our_clinic\nbecause: We ask on the telephone.\nwithdraw: [notices.everything_is_asked]\n"
     "notices:\n  everything_is_asked: {replace: true, says: Call us., source: S1}\n",
     "overlay: page\nid: our_clinic\nbecause: We ask on the telephone.\n"
     "notices:\n  everything_is_asked: {replace: true, says: Call us., source: S1}\n"},
};

}  // namespace

std::span<const Explanation> explanations_of_documents() noexcept { return rows; }

}  // namespace vertebra::base
