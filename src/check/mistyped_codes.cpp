#include <string>

#include "check/check_digits.hpp"
#include "check/checks.hpp"

namespace vertebra::check {
namespace {

// RxNorm and ICD-10-CM have no check digit.
bool fits(const model::CodeBinding& binding) {
  if (binding.system == "snomed") return is_snomed_id(binding.code);
  if (binding.system == "loinc") return is_loinc_code(binding.code);
  return true;
}

void look(const std::vector<model::CodeBinding>& codes, const std::string& owner, base::Reporter& reporter) {
  for (const model::CodeBinding& binding : codes)
    if (!fits(binding))
      reporter.report(base::Code::mistyped_code, binding.place,
                      "`" + binding.code + "` is no code of " + (binding.system == "loinc" ? "LOINC" : "SNOMED CT") +
                          ": its last digit does not fit the others (" + owner + ")",
                      "compare it with the publisher's browser: a digit is wrong, missing or in another's place");
}

}  // namespace

void check_mistyped_codes(const model::RuleSet& rules, const graph::RuleGraph&, base::Reporter& reporter) {
  for (const model::Fact& fact : rules.vocabulary.facts) look(fact.codes, "fact `" + fact.shape.id + "`", reporter);
  for (const model::Treatment& treatment : rules.vocabulary.treatments)
    look(treatment.codes, "treatment `" + treatment.id + "`", reporter);
}

}  // namespace vertebra::check
