#pragma once

#include <pybind11/pybind11.h>

#include "shared_engine.hpp"

namespace vertebra::python {

// Records one answer; None, NaN and pandas.NA are unknown. Messages name the fact and the Python type, never the value.
Status set_answer(const SharedEngine& engine, Patient& patient, pybind11::handle fact, pybind11::handle value);

// Records every answer of a dict, or of anything with items(); throws Refused with all that is wrong.
void set_answers(const SharedEngine& engine, Patient& patient, pybind11::handle answers);

}  // namespace vertebra::python
