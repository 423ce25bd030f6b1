#include "python_value.hpp"

#include <cmath>
#include <limits>

#include <pybind11/pybind11.h>

namespace py = pybind11;

namespace vertebra::python {
namespace {

// The missing values of pandas, known by their types' names so that pandas need not be there.
bool is_missing_of_pandas(std::string_view type) {
  return type == "NAType" || type == "NaTType" || type.ends_with(".NAType") || type.ends_with(".NaTType");
}

bool is_bool_of_numpy(std::string_view type) { return type == "numpy.bool" || type == "numpy.bool_"; }

// Neither of these: a flag of the type says so, sooner than its name.
bool is_common(PyObject* object) { return PyLong_Check(object) || PyUnicode_Check(object) || PyFloat_Check(object); }

}  // namespace

std::string type_name(py::handle value) { return Py_TYPE(value.ptr())->tp_name; }

bool is_missing(py::handle value) {
  if (value.is_none()) return true;
  if (PyFloat_Check(value.ptr())) return std::isnan(PyFloat_AS_DOUBLE(value.ptr()));
  return !is_common(value.ptr()) && is_missing_of_pandas(Py_TYPE(value.ptr())->tp_name);
}

std::optional<bool> boolean(py::handle value) {
  if (PyBool_Check(value.ptr())) return value.ptr() == Py_True;
  if (is_common(value.ptr()) || !is_bool_of_numpy(Py_TYPE(value.ptr())->tp_name)) return std::nullopt;
  return PyObject_IsTrue(value.ptr()) == 1;
}

std::optional<double> number(py::handle value) {
  PyObject* const object = value.ptr();
  if (PyFloat_Check(object)) return PyFloat_AS_DOUBLE(object);
  const PyNumberMethods* const methods = Py_TYPE(object)->tp_as_number;
  const bool converts = methods != nullptr && (methods->nb_float != nullptr || methods->nb_index != nullptr);
  if (!converts || PySequence_Check(object) != 0) return std::nullopt;
  const double result = PyFloat_AsDouble(object);
  if (PyErr_Occurred() == nullptr) return result;
  const bool too_large = PyErr_ExceptionMatches(PyExc_OverflowError) != 0;
  PyErr_Clear();
  return too_large ? std::optional{std::numeric_limits<double>::infinity()} : std::nullopt;
}

std::optional<std::string_view> text(py::handle value) {
  if (PyUnicode_Check(value.ptr()) == 0) return std::nullopt;
  Py_ssize_t size = 0;
  const char* const data = PyUnicode_AsUTF8AndSize(value.ptr(), &size);
  if (data != nullptr) return std::string_view{data, static_cast<std::size_t>(size)};
  PyErr_Clear();
  return std::nullopt;
}

std::optional<std::optional<Given>> given_from(py::handle value) {
  using Maybe = std::optional<Given>;
  if (is_missing(value)) return Maybe{};
  if (const auto said = boolean(value)) return Maybe{*said};
  if (const auto words = text(value)) return Maybe{std::string{*words}};
  const auto amount = number(value);
  if (!amount) return std::nullopt;
  return std::isnan(*amount) ? Maybe{} : Maybe{*amount};
}

}  // namespace vertebra::python
