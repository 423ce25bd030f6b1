#pragma once

#include <pybind11/pybind11.h>

#include <vertebra/patient.hpp>

namespace vertebra::python {

// From a datetime.date or "2026-01-31"; otherwise TypeError or ValueError.
Date date_from(pybind11::handle value);

}  // namespace vertebra::python
