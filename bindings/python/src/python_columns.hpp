#pragma once

#include <string>

#include <pybind11/pybind11.h>

#include "column.hpp"

namespace vertebra::python {

// From a buffer of one dimension in the machine's byte order, such as a NumPy array of booleans or numbers. `tristate` says
// that bytes stand for no, yes and, below zero, missing.
InputColumn column_from_buffer(const std::string& name, const std::string& type, const pybind11::buffer& buffer,
                               bool tristate);

// From codes in a buffer, below zero for missing, and the values that they stand for.
InputColumn column_from_codes(const std::string& name, const std::string& type, const pybind11::buffer& codes,
                              const pybind11::list& values);

// From Python objects, each as for one patient.
InputColumn column_from_objects(const std::string& name, const pybind11::list& values);

}  // namespace vertebra::python
