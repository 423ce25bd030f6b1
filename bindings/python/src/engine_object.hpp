#pragma once

#include <memory>

#include <pybind11/pybind11.h>

#include "answers.hpp"
#include "shared_engine.hpp"

// The bodies behind the Python classes Engine and Patient.
namespace vertebra::python {

struct PatientObject {
  std::shared_ptr<SharedEngine> engine;
  Patient patient;
};

inline void check_same_rules(const SharedEngine& engine, const PatientObject& patient) {
  if (engine.engine().rule_set().shared_state() == patient.engine->engine().rule_set().shared_state()) return;
  throw pybind11::value_error{"the patient was made for an engine of other rules: make it with Patient(engine)"};
}

// Calls use(evaluator, patient) with a Patient as it is, or with one that has the answers of a mapping.
template <class Use>
auto with_patient(SharedEngine& engine, pybind11::handle patient, const Use& use) {
  const SharedEngine::Lease bench{engine};
  if (pybind11::isinstance<PatientObject>(patient)) {
    const auto& prepared = patient.cast<const PatientObject&>();
    check_same_rules(engine, prepared);
    return use(bench->evaluator, prepared.patient);
  }
  bench->patient.clear();
  set_answers(engine, bench->patient, patient);
  return use(bench->evaluator, bench->patient);
}

}  // namespace vertebra::python
