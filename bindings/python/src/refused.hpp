#pragma once

#include <exception>
#include <string>
#include <utility>
#include <vector>

#include <vertebra/diagnostic.hpp>

namespace vertebra::python {

// Leaves C++ as the exception of the package that has this name, with every diagnostic.
class Refused : public std::exception {
 public:
  Refused(const char* name, std::vector<Diagnostic> diagnostics) : name_{name}, diagnostics_{std::move(diagnostics)} {}

  const char* what() const noexcept override { return name_; }
  const std::vector<Diagnostic>& diagnostics() const noexcept { return diagnostics_; }

 private:
  const char* name_;
  std::vector<Diagnostic> diagnostics_;
};

inline void refuse_errors(const char* name, std::vector<Diagnostic> diagnostics) {
  if (has_errors(diagnostics)) throw Refused{name, std::move(diagnostics)};
}

}  // namespace vertebra::python
