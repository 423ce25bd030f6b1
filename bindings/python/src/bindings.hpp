#pragma once

#include <pybind11/pybind11.h>

// What each file of this folder adds to the compiled module; module.cpp calls them in this order.
namespace vertebra::python {

void bind_errors(pybind11::module_& module);
void bind_rule_set(pybind11::module_& module);
void bind_outcome(pybind11::module_& module);
void bind_engine(pybind11::module_& module);
void bind_cohort(pybind11::module_& module);
void bind_interview(pybind11::module_& module);
void bind_why(pybind11::module_& module);
void bind_what_if(pybind11::module_& module);
void bind_cases(pybind11::module_& module);
void bind_texts(pybind11::module_& module);
void bind_fhir(pybind11::module_& module);

}  // namespace vertebra::python
