#include <pybind11/pybind11.h>

#include "bindings.hpp"
#include "plain.hpp"
#include "refused.hpp"

namespace py = pybind11;

namespace vertebra::python {
namespace {

void raise(const Refused& refused) {
  const py::module_ package = py::module_::import("vertebra.diagnostic");
  const py::object exception = package.attr(refused.what()).attr("_of")(plain(refused.diagnostics()));
  PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(exception.ptr())), exception.ptr());
}

}  // namespace

void bind_errors(py::module_&) {
  py::register_exception_translator([](std::exception_ptr thrown) {
    try {
      if (thrown) std::rethrow_exception(thrown);
    } catch (const Refused& refused) {
      raise(refused);
    }
  });
}

}  // namespace vertebra::python
