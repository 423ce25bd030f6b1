#include "plain.hpp"

#include <pybind11/pybind11.h>

namespace py = pybind11;

namespace vertebra::python {

py::object plain(std::string_view text) { return text.empty() ? py::str{} : py::str{text.data(), text.size()}; }
py::object plain(bool value) { return py::bool_{value}; }
py::object plain(double value) { return py::float_{value}; }
py::object plain(Truth truth) { return plain(to_string(truth)); }
py::object plain(Verdict verdict) { return plain(to_string(verdict)); }
py::object plain(Cause cause) { return cause == Cause::none ? py::none() : plain(to_string(cause)); }
py::object plain(Position position) { return plain(to_string(position)); }
py::object plain(Effect effect) { return plain(to_string(effect)); }
py::object plain(Date date) { return row(int{date.year}, int{date.month}, int{date.day}); }
py::object plain(Score score) { return row(score.low, score.high); }

py::object plain(const Diagnostic& diagnostic) {
  const auto& [severity, code, name, file, line, column, length, message, help, excerpt] = diagnostic;
  const std::string_view word = severity == Severity::error ? "error" : "warning";
  return row(word, code, name, file, line, column, length, message, help, excerpt, to_string(diagnostic));
}

py::object plain(const FirstPlaceSwap& swap) { return row(swap.strength, swap.change, swap.treatment); }

py::object plain(const StrengthInfo& strength) { return row(strength.word, strength.points); }

py::object plain(const RuleInfo& rule) { return row(rule.kind, rule.guide, rule.id); }

py::object plain(const CodeBinding& binding) { return row(binding.system, binding.code, binding.mark, binding.value); }

py::object plain(const FactInfo& fact) {
  constexpr std::string_view kinds[] = {"boolean", "quantity", "choice"};
  const py::object range = fact.kind == FactKind::quantity ? row(fact.min, fact.max) : py::none();
  return row(fact.id, fact.ask, kinds[static_cast<int>(fact.kind)], fact.unit, range, fact.choices, fact.codes);
}

py::object plain(const TreatmentInfo& treatment) {
  return row(treatment.id, treatment.label, treatment.part_of, treatment.codes);
}

py::object plain(const SourceInfo& source) { return row(source.id, source.mark, source.interprets, source.rules); }

py::object plain(const SourceAttribute& attribute) { return row(attribute.name, attribute.text); }

py::object plain(const GuideInfo& guide) {
  return row(guide.id, guide.version, guide.title, guide.attributes, guide.sources);
}

py::object plain(const CaseDifference& difference) {
  return row(difference.key, difference.line, difference.missing, difference.unexpected);
}

py::object plain(const CaseResult& result) {
  return row(result.file, result.line, result.id, result.profile, result.differences);
}

py::object plain(const RuleCoverage& rule) {
  return row(rule.kind, rule.guide, rule.id, rule.file, rule.line, rule.last_line, rule.yes, rule.no, rule.unknown);
}

}  // namespace vertebra::python
