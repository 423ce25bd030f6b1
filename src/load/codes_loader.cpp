#include "load/codes_loader.hpp"

#include <algorithm>

#include "load/wording.hpp"

namespace vertebra::load {

std::vector<model::CodeBinding> read_codes(Reading& reading, Fields& owner, const std::vector<std::string>& values) {
  std::vector<model::CodeBinding> result;
  for (const auto* node : owner.list("codes")) {
    Fields fields{reading, "code of " + owner.what(), *node};
    model::CodeBinding binding;
    binding.place = node->place;
    if (auto system = fields.one_of("system", {"snomed", "loinc", "rxnorm", "icd10cm"}, Need::required))
      binding.system = system->text;
    binding.code = fields.word("code", Need::required);
    if (auto mark = fields.one_of("mark", {"V", "C", "W", "U"}, Need::required)) binding.mark = mark->text;
    const auto value = values.empty() ? std::nullopt : fields.name("value");
    fields.close();
    if (value && std::find(values.begin(), values.end(), value->text) == values.end())
      reading.reporter.report(base::Code::unknown_choice, value->place,
                              ticked(value->text) + " is not an answer of " + owner.what(),
                              "its answers are " + list_text(values, "and"));
    if (value) binding.value = value->text;
    result.push_back(std::move(binding));
  }
  return result;
}

}  // namespace vertebra::load
