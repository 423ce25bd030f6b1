#pragma once

#include <optional>
#include <string>

#include <vertebra/engine.hpp>
#include <vertebra/patient.hpp>

#include "cli/replies.hpp"
#include "cli/reply.hpp"

namespace vertebra::cli {

// Where an interview keeps what was answered: a patient file, in which `unknown` is what was asked and not known. Without
// a path nothing is kept.
class AnswersFile {
 public:
  explicit AnswersFile(std::string path) : path_{std::move(path)} {}

  const std::string& path() const noexcept { return path_; }

  // Goes on from the file where there is one.
  Reply load(const Engine& engine, Known& known) const;
  // Writes all of it anew, so that an interruption loses nothing.
  std::optional<Diagnostic> save(const Engine& engine, const Known& known) const;

 private:
  std::string path_;
};

}  // namespace vertebra::cli
