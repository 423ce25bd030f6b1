#pragma once

#include <span>
#include <string>
#include <vector>

#include "compile/compiler.hpp"
#include "eval/patient_executor.hpp"
#include "explain/explainer.hpp"
#include "explain/written.hpp"
#include "support/generate_samples.hpp"

namespace vertebra::test {

// A rule set made ready to be asked why, without a folder.
class Explained {
 public:
  Explained(const model::RuleSet& rules, const model::Profile& profile);

  const image::Image& image() const noexcept { return image_; }
  const explain::Written& written() const noexcept { return written_; }

  explain::WhyTree why(const generate::Answers& answers, const explain::Asked& asked);
  // What is put to a rule set in tests: every level, red flag and treatment, and every pair of treatments.
  std::vector<explain::Asked> questions() const;
  std::string name(const explain::Asked& asked) const;

 private:
  std::vector<compile::Probe> probes_;
  image::Image image_;
  explain::Written written_;
  eval::PatientExecutor executor_;
  eval::Answers nothing_known_;
  explain::Explainer explainer_;
};

}  // namespace vertebra::test
