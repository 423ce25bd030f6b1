#include <pybind11/pybind11.h>

#include "bindings.hpp"

// Converts types and forwards; the package `vertebra` around it gives the results their classes.
PYBIND11_MODULE(_vertebra, module) {
  vertebra::python::bind_errors(module);
  vertebra::python::bind_rule_set(module);
  vertebra::python::bind_outcome(module);
  vertebra::python::bind_engine(module);
  vertebra::python::bind_cohort(module);
  vertebra::python::bind_interview(module);
  vertebra::python::bind_why(module);
  vertebra::python::bind_what_if(module);
  vertebra::python::bind_cases(module);
  vertebra::python::bind_texts(module);
  vertebra::python::bind_fhir(module);
}
