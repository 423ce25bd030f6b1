#pragma once

#include <string>
#include <vector>

#include <vertebra/diagnostic.hpp>

#include "base/diagnostic_codes.hpp"
#include "base/place.hpp"

namespace vertebra::base {

// A problem without a file to show, such as an answer given through the API.
Diagnostic make_diagnostic(Code code, std::string message, std::string help = {});

// Collects problems while texts are read. Keeps all of them; repairs nothing.
class Reporter {
 public:
  explicit Reporter(const Files& files) : files_{files} {}

  void report(Code code, Place place, std::string message, std::string help = {});
  bool has_errors() const noexcept { return errors_ > 0; }
  int errors() const noexcept { return errors_; }

  // By file (in the order of Files), line and column; equal ones once. Empties the reporter.
  std::vector<Diagnostic> take();

 private:
  struct Entry {
    Place place;
    Diagnostic diagnostic;
  };
  const Files& files_;
  std::vector<Entry> entries_;
  int errors_ = 0;
};

}  // namespace vertebra::base
