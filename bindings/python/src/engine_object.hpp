#pragma once

#include <memory>

#include "shared_engine.hpp"

// The bodies behind the Python classes Engine and Patient.
namespace vertebra::python {

struct PatientObject {
  std::shared_ptr<SharedEngine> engine;
  Patient patient;
};

}  // namespace vertebra::python
