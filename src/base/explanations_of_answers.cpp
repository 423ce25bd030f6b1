#include "base/explanations.hpp"

// Examples are as short as they can be, so their sources say next to nothing: S1 is any statement of a guide, and the facts
// fever, age, pain_duration (in days), pain_severity (a score from 0 to 10) and leg_pain are any vocabulary's.
namespace vertebra::base {
namespace {

constexpr Explanation rows[] = {
    {Code::unknown_fact, Around::patient,
     "The patient file answers a fact that the vocabulary does not have. It is refused rather than skipped: an answer "
     "that is not heard would be a danger.",
     "fevr: yes\n", "fever: yes\n"},
    {Code::wrong_answer_type, Around::patient,
     "The answer is of another type than its fact: a number for yes or no, or a word for a number.", "fever: 39\n",
     "fever: yes\n"},
    {Code::answer_unit, Around::patient,
     "The unit of the answer does not fit the fact. A bare number is in the fact's own unit.", "pain_duration: 3 kg\n",
     "pain_duration: 3 wk\n"},
    {Code::answer_out_of_range, Around::patient,
     "The answer lies outside the range that the vocabulary gives its fact, so it was mistyped or measured in another "
     "unit.",
     "pain_severity: 11\n", "pain_severity: 10\n"},
    {Code::answer_choice, Around::patient, "The fact has no such choice; the message lists those it has.",
     "leg_pain: left\n", "leg_pain: one_leg\n"},
    {Code::bad_row, Around::elsewhere,
     "A line of a CSV has a stray quote, too few or too many fields, or the header names a column twice. The line is "
     "rejected whole, because a field in the wrong column would be heard as another answer.",
     "age,fever\n40\n", "age,fever\n40,no\n"},
    {Code::not_json, Around::elsewhere,
     "Clinical data are read as JSON, and this is none. The place is where it ends to be.",
     "{\"resourceType\": \"Patient\"", "{\"resourceType\": \"Patient\"}"},
    {Code::not_fhir, Around::elsewhere,
     "The JSON has no `resourceType`, or is none of the resources that are read. Give one resource or a bundle of "
     "them.",
     "{\"name\": \"x\"}", "{\"resourceType\": \"Bundle\", \"type\": \"collection\", \"entry\": []}"},
    {Code::fhir_version, Around::elsewhere,
     "The record shows marks of DSTU2 or STU3, whose elements mean other things. It is read as R4 only; convert it "
     "first.",
     "", ""},
    {Code::fhir_skipped, Around::elsewhere,
     "A part of the record was not used: it is unconfirmed, entered in error, of another patient, or too old. The "
     "message "
     "says which, so that nobody takes silence for absence.",
     "", ""},
    {Code::bad_mapping, Around::elsewhere,
     "The mapping file names a fact, a choice or a code that does not fit the vocabulary, so it could only mislead.",
     "", ""},
    {Code::irregular_record, Around::elsewhere,
     "An entry of the record has an element of another type than FHIR R4 gives it, lacks a status, or has a date that "
     "is "
     "none. The strict mode refuses such a record; otherwise the entry is passed over and reported.",
     "", ""},
};

}  // namespace

std::span<const Explanation> explanations_of_answers() noexcept { return rows; }

}  // namespace vertebra::base
