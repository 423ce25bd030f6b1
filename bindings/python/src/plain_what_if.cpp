#include <pybind11/pybind11.h>

#include "plain.hpp"

namespace py = pybind11;

namespace vertebra::python {
namespace {

// As Engine.evaluate takes it: a quantity in the fact's unit.
struct AsGiven {
  py::object operator()(Unknown) const { return py::none(); }
  py::object operator()(bool said) const { return plain(said); }
  py::object operator()(const Quantity& amount) const {
    return amount.low == amount.high ? plain(amount.low) : row(amount.low, amount.high);
  }
  py::object operator()(const Choice& choice) const {
    return choice.members.size() == 1 ? plain(choice.members.front()) : plain(choice.members);
  }
};

}  // namespace

py::object plain(const Answer& answer) { return std::visit(AsGiven{}, answer); }

py::object plain(const Standing& standing) {
  return row(standing.verdict, standing.cause, standing.rank, standing.score);
}

py::object plain(const ScopeDifference& scope) { return row(scope.guide, scope.truth); }

py::object plain(const RedFlagDifference& flag) {
  return row(flag.id, flag.guide, flag.level, flag.because, flag.sources, flag.truth);
}

py::object plain(const ContraindicationDifference& contraindication) {
  const auto& [id, guide, effect, because, sources, truth] = contraindication;
  return row(id, guide, effect, because, sources, truth);
}

py::object plain(const TreatmentDifference& treatment) {
  return row(treatment.id, treatment.label, treatment.standing, treatment.contraindications);
}

py::object plain(const ScoreDifference& score) { return row(score.id, score.guide, score.score, score.band); }

py::object plain(const OtherAnswer& answer) { return row(answer.fact, answer.answer, answer.before, answer.after); }

py::object plain(const AdviceInShort& advice) { return row(advice.care, advice.first, advice.first_label); }

py::object plain(const Counterfactual& counterfactual) { return row(counterfactual.answers, counterfactual.then); }

}  // namespace vertebra::python
