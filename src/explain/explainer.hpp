#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "eval/answers.hpp"
#include "eval/patient_executor.hpp"
#include "eval/result.hpp"
#include "explain/claim.hpp"
#include "explain/costs.hpp"
#include "explain/necessity.hpp"
#include "explain/tree_builder.hpp"
#include "explain/why_tree.hpp"
#include "explain/written.hpp"

namespace vertebra::explain {

// What is asked, by places in the image.
struct Asked {
  WhySubject subject = WhySubject::care;
  std::optional<std::uint32_t> level;  // care; none for the interval as it is.
  std::uint32_t index = 0;             // red_flag, treatment, and the first of a rank
  std::uint32_t second = 0;            // rank
};

// Answers why a run says what it says. Nothing is recorded while rules run: what is certain of the full run is reduced to the
// answers that it takes, those are run by themselves, and the tree is read from that second run. Belongs to one thread.
class Explainer {
 public:
  // All three must outlive it.
  Explainer(const Written& written, eval::PatientExecutor& executor, const eval::Answers& nothing_known);

  WhyTree why(const eval::Answers& answers, Date as_of, const Asked& asked);

 private:
  // Grows an answer from a run; called again where fewer answers do.
  using Grow = std::function<void(const Run& run, WhyTree& tree)>;

  // An answer about what is certain: the claim must hold in the full run.
  void settle(const Claim& claim, const Grow& grow, WhyTree& tree);
  // Leaves of the facts so many as the claim needs; true when some went.
  bool reduce(const Claim& claim, std::vector<std::uint32_t>& facts);
  void know_only(const std::vector<std::uint32_t>& facts);
  std::vector<std::uint32_t> named_facts(const WhyTree& tree) const;
  // An answer about one thing that may be certain or open.
  void explain(const Reason& root, const Claim& claim, WhyTree& tree);
  Run full_run() const { return {full_, standing_, standing_narrowed_, costs_}; }

  void explain_care(const Asked& asked, WhyTree& tree);
  void explain_interval(WhyTree& tree);
  void explain_not_assessed(WhyTree& tree);
  void explain_red_flag(std::uint32_t flag, WhyTree& tree);
  void explain_treatment(std::uint32_t treatment, WhyTree& tree);
  void explain_rank(std::uint32_t first, std::uint32_t second, WhyTree& tree);
  void explain_no_ranks(std::uint32_t first, std::uint32_t second, bool at_the_top, WhyTree& tree);
  void explain_groups(std::uint32_t first, std::uint32_t second, WhyTree& tree);
  void explain_points(std::uint32_t first, std::uint32_t second, WhyTree& tree);
  bool stays_listed(std::uint32_t treatment) const;
  void add_shares(std::uint32_t treatment, const Lead& lead, bool certain, const Run& run, TreeBuilder& builder);

  const Written& written_;
  const image::Image& image_;
  eval::PatientExecutor& executor_;
  const eval::Answers& nothing_known_;
  Costs costs_;
  Necessity necessity_;
  Date as_of_{};
  eval::Result full_;
  eval::Result decided_;
  eval::Answers standing_;  // The answers that no conflict set aside.
  eval::Answers answers_;   // Those of decided_.
  Narrowed standing_narrowed_;
};

}  // namespace vertebra::explain
