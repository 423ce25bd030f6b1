#pragma once

#include <memory>

#include "arrow_abi.hpp"
#include "column.hpp"

namespace vertebra::python {

// An empty column of the kind that holds what the schema says; throws pybind11::type_error with name and type for what no
// fact can be.
InputColumn empty_column(const char* name, const ArrowSchema& schema);

// Adds `size` rows from `begin` of the array, which `owner` keeps alive.
void append(InputColumn& column, const ArrowSchema& schema, const ArrowArray& array, std::size_t begin,
            std::size_t size, const std::shared_ptr<const void>& owner);

}  // namespace vertebra::python
