#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <pybind11/pybind11.h>

#include "column.hpp"

// What one Python object says as an answer, whoever's it is.
namespace vertebra::python {

std::string type_name(pybind11::handle value);

// None, NaN, pandas.NA and pandas.NaT.
bool is_missing(pybind11::handle value);

std::optional<bool> boolean(pybind11::handle value);

// Nothing for what is no number, and for strings, arrays and other lists though they may convert. Too large is infinite.
std::optional<double> number(pybind11::handle value);

// Nothing for what is no string, and for one that is not valid Unicode. A view into the object.
std::optional<std::string_view> text(pybind11::handle value);

// Nothing for what can be no answer; nothing inside for what is missing.
std::optional<std::optional<Given>> given_from(pybind11::handle value);

}  // namespace vertebra::python
