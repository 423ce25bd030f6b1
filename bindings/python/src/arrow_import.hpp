#pragma once

#include <string>
#include <vector>

#include <pybind11/pybind11.h>

#include "column.hpp"

namespace vertebra::python {

// The columns of a frame, from the capsule of its `__arrow_c_stream__` or the pair of its `__arrow_c_array__`.
std::vector<InputColumn> frame_from_stream(const pybind11::capsule& stream);
std::vector<InputColumn> frame_from_array(const pybind11::capsule& schema, const pybind11::capsule& array);

// The same for something that is one column.
InputColumn column_from_stream(const std::string& name, const pybind11::capsule& stream);
InputColumn column_from_array(const std::string& name, const pybind11::capsule& schema, const pybind11::capsule& array);

}  // namespace vertebra::python
