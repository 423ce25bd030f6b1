#pragma once

#include <span>
#include <string_view>
#include <vertebra/diagnostic.hpp>

namespace vertebra::base {

// Every kind of problem, once. The number never changes its meaning; the name is the enumerator with hyphens.
// Columns: enumerator, number, severity, what it is about (the first sentence of a longer explanation).
// clang-format off
#define VERTEBRA_DIAGNOSTIC_CODES(ROW)                                                                              \
  ROW(unreadable_file,      101, error,   "A file or folder could not be opened or read.")                          \
  ROW(too_large,            102, error,   "A file, or a folder in all, is over the size limit.")                    \
  ROW(invalid_utf8,         103, error,   "A file is not valid UTF-8.")                                             \
  ROW(forbidden_character,  104, error,   "A control, invisible or bidirectional character, a tab or a lone CR.")   \
  ROW(syntax,               105, error,   "The text is not well-formed YAML or JSON.")                              \
  ROW(too_deep,             106, error,   "Lists and maps are nested deeper than the limit.")                       \
  ROW(duplicate_key,        107, error,   "A map has the same key twice.")                                          \
  ROW(forbidden_yaml,       108, error,   "An anchor, alias, tag, directive or merge key, which rules may not use.")\
  ROW(second_document,      109, error,   "Content after the end of the one document of a file.")                   \
  ROW(empty_document,       110, error,   "A file holds nothing.")                                                  \
  ROW(bad_key,              111, error,   "A key that is empty, quoted strangely, or not plain text.")              \
  ROW(empty_value,          112, error,   "A key without a value.")                                                 \
  ROW(unquoted_text,        113, error,   "Text inside { } or [ ] that must be quoted.")                            \
  ROW(unknown_key,          201, error,   "A key that this section does not have.")                                 \
  ROW(missing_key,          202, error,   "A key that this section must have.")                                     \
  ROW(wrong_type,           203, error,   "A value of another kind than the key takes.")                            \
  ROW(unknown_name,         204, error,   "A name that nothing has.")                                               \
  ROW(duplicate_id,         205, error,   "Two things of the same kind have the same id.")                          \
  ROW(bad_id,               206, error,   "An id that is not written as ids are.")                                  \
  ROW(similar_id,           207, error,   "Two names that differ only in case or punctuation.")                     \
  ROW(reserved_word,        208, error,   "A word of the grammar used as a name.")                                  \
  ROW(unknown_document,     209, error,   "A file whose first key names no kind of document.")                      \
  ROW(missing_document,     210, error,   "A vocabulary, guide or profile that others need is not there.")          \
  ROW(bad_value,            211, error,   "A value outside the list or form that the key takes.")                   \
  ROW(overlay_conflict,     212, error,   "Two changes of overlays that cannot both be made.")                      \
  ROW(expression_syntax,    301, error,   "An expression that does not follow the grammar.")                        \
  ROW(mixed_and_or,         302, error,   "`and` beside `or` without parentheses.")                                 \
  ROW(unit_mismatch,        303, error,   "A unit that does not fit the fact.")                                     \
  ROW(unit_missing,         304, error,   "A number without a unit.")                                               \
  ROW(out_of_range,         305, error,   "A value outside its fact's or parameter's range.")                       \
  ROW(wrong_fact_type,      306, error,   "An operator that does not fit the type of its fact.")                    \
  ROW(unknown_choice,       307, error,   "A choice that its fact does not have.")                                  \
  ROW(bad_number,           308, error,   "A number that is not a plain decimal of at most 15 digits.")             \
  ROW(only_in_properties,   309, error,   "A construct that only properties may use.")                              \
  ROW(bad_count,            310, error,   "`at least k of n` with k outside 1 to n.")                               \
  ROW(circle,               311, error,   "Conditions or groups that rest on themselves.")                          \
  ROW(bad_chain,            312, error,   "A chain of two comparisons that does not point one way.")                \
  ROW(unknown_source,       401, error,   "A rule cites a source that the guide does not list.")                    \
  ROW(uncitable_source,     402, error,   "A rule cites a source that is excluded, unspecified or education.")      \
  ROW(too_many_points,      403, error,   "Sums of points that could reach 2^30.")                                  \
  ROW(no_position,          404, error,   "A treatment named without strength or position anywhere on its line.")   \
  ROW(bad_clause,           405, error,   "A consistency rule that is not a conjunction of single-fact parts.")     \
  ROW(bad_bands,            407, error,   "Bands of a score that overlap, leave a gap or reach past its sums.")     \
  ROW(comment_in_the_way,   501, error,   "A comment that formatting would lose.")                                  \
  ROW(unused,               601, warning, "Something that nothing uses.")                                           \
  ROW(uncited_source,       602, warning, "A source that nothing cites and nothing explains away.")                 \
  ROW(inactive_guide,       603, warning, "A profile that uses a guide which is a draft or retired.")               \
  ROW(alike_names,          604, warning, "Two names that are easily taken for each other.")                        \
  ROW(equal_conditions,     605, warning, "Two conditions that say the same under two names.")                      \
  ROW(idle_red_flag,        606, warning, "A red flag that never adds to another one.")                             \
  ROW(idle_argument,        607, warning, "Arguments that can never change the order of treatments.")               \
  ROW(untranslated,         608, warning, "A text that is not there in every language of the vocabulary.")          \
  ROW(mistyped_code,        609, warning, "A code whose check digit does not fit the rest of it.")                  \
  ROW(expired,              610, warning, "A guide that is past its date of validity.")                             \
  ROW(unused_silence,       611, warning, "A silenced problem that is not there.")                                  \
  ROW(unreachable,          612, warning, "A treatment that no patient can be offered, or a scope that holds for nobody.")\
  ROW(unknown_fact,         701, error,   "An answer to a fact that the vocabulary does not have.")                 \
  ROW(wrong_answer_type,    702, error,   "An answer of another type than its fact.")                               \
  ROW(answer_unit,          703, error,   "An answer in a unit that does not fit its fact.")                        \
  ROW(answer_out_of_range,  704, error,   "An answer outside its fact's range, or not a finite number.")            \
  ROW(answer_choice,        705, error,   "An answer that is not one of its fact's choices.")                       \
  ROW(bad_row,              706, error,   "A line of a table that is not well-formed CSV, or a header that does not fit.")\
  ROW(not_json,             801, error,   "A file of clinical data that is not JSON.")                              \
  ROW(not_fhir,             802, error,   "JSON that is not a FHIR resource or bundle.")                            \
  ROW(fhir_version,         803, error,   "FHIR of a version that is not read (DSTU2 or STU3).")                    \
  ROW(fhir_skipped,         804, warning, "A part of a FHIR record that was not used, and why.")                    \
  ROW(bad_mapping,          805, error,   "A mapping file that does not fit the vocabulary.")                  \
  ROW(irregular_record,     806, error,   "A FHIR record that is not as R4 has it, read in the strict mode.")
// clang-format on

enum class Code {
#define VERTEBRA_ENUMERATOR(name, number, severity, about) name = number,
  VERTEBRA_DIAGNOSTIC_CODES(VERTEBRA_ENUMERATOR)
#undef VERTEBRA_ENUMERATOR
};

struct CodeInfo {
  Code code;
  std::string_view name;  // With underscores, as the enumerator; shown with hyphens.
  Severity severity;
  std::string_view about;
};

// All of them, by number.
std::span<const CodeInfo> all_codes() noexcept;
const CodeInfo& info(Code code) noexcept;

}  // namespace vertebra::base
