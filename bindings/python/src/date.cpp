#include <pybind11/pybind11.h>

// The calendar's own header of Python comes after Python.h.
#include <datetime.h>

#include "date.hpp"

#include <string>

namespace py = pybind11;

namespace vertebra::python {
namespace {

bool is_date(py::handle value) {
  if (PyDateTimeAPI == nullptr) PyDateTime_IMPORT;
  if (PyDateTimeAPI == nullptr) throw py::error_already_set{};
  return PyDate_Check(value.ptr()) != 0;
}

}  // namespace

Date date_from(py::handle value) {
  if (is_date(value)) {
    return date(PyDateTime_GET_YEAR(value.ptr()), PyDateTime_GET_MONTH(value.ptr()), PyDateTime_GET_DAY(value.ptr()));
  }
  if (!PyUnicode_Check(value.ptr())) {
    throw py::type_error{"`as_of` is a datetime.date or a string such as \"2026-01-31\", not a `" +
                         std::string{Py_TYPE(value.ptr())->tp_name} + "`"};
  }
  Date result;
  if (!parse_date(value.cast<std::string>(), result)) {
    throw py::value_error{"`as_of` is not a day of the calendar: write year, month and day, as 2026-01-31"};
  }
  return result;
}

}  // namespace vertebra::python
