#pragma once

#include <memory>

#include <pybind11/pybind11.h>

#include "result_columns.hpp"

namespace vertebra::python {

// A capsule named "arrow_array_stream" with all rows in one batch. Numbers and codes are used where they lie.
pybind11::capsule export_stream(std::shared_ptr<const ResultColumns> columns);

}  // namespace vertebra::python
