#pragma once

#include <span>
#include <vector>

#include "cases/rules.hpp"
#include "compile/compiler.hpp"
#include "eval/patient_executor.hpp"
#include "model/cases.hpp"

namespace vertebra::cases {

// One profile, compiled once, ready to run cases and to say what each rule's condition was in the last one.
class Session {
 public:
  // `rules` and `list` must outlive the session.
  Session(const model::RuleSet& rules, const model::Profile& profile, std::span<const Rule> list);
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  const eval::Result& run(const model::Case& each, Date as_of);
  const image::Image& image() const noexcept { return image_; }

  // A rule of this profile, and what its condition was. Those that are always the same are left out.
  struct Outcome {
    std::size_t rule;  // Into the list.
    Truth truth;
  };
  // Only of guides that had a say: outside its scope a guide says nothing.
  std::vector<Outcome> outcomes() const;
  std::span<const std::size_t> counted() const noexcept { return counted_; }

 private:
  bool speaks(const Rule& rule) const;

  std::span<const Rule> list_;
  std::vector<int> guides_;             // As Image::guides.
  std::vector<std::size_t> counted_;    // Places in the list.
  std::vector<compile::Probe> probes_;  // As counted_.
  image::Image image_;
  eval::PatientExecutor executor_;
  eval::Result result_;
  eval::Answers unknown_;
};

}  // namespace vertebra::cases
