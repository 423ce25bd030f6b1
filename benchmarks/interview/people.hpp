#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <vector>

#include <vertebra/vertebra.hpp>

#include "api/state.hpp"
#include "eval/patient_executor.hpp"
#include "eval/result.hpp"
#include "image/image.hpp"

// Random patients of the default profile, the same in every run.
namespace vertebra::figures {

using eval::Answers;

// The default profile, with what most people would answer (a patient of examples/data).
class Profile {
 public:
  Profile();

  const image::Image& image() const { return rules_.state().image; }
  const Answers& usual() const { return usual_; }
  const Answers& nothing() const { return *rules_.state().unknown; }

 private:
  const RuleSet rules_;
  Answers usual_{nothing()};
};

// Exact answers, one for each cell that is still possible.
std::vector<eval::Domain> exact_answers(const image::Image& image, std::uint32_t fact, const eval::Domain& possible);

class People {
 public:
  explicit People(const Profile& profile)
      : profile_{profile}, executor_{profile.image()}, result_{eval::prepare(profile.image())} {}

  // Somebody who has answered everything, and nothing that a consistency rule forbids. Each answer that is not known is
  // the usual one with this chance, else any; nobody where a hundred tries find none.
  std::optional<Answers> complete(const Answers& known, double usual);
  // The same person with only a share of the answers known.
  Answers half_known(const Answers& whole, double share);
  double pick() { return std::uniform_real_distribution{}(random_); }

 private:
  eval::Domain usual_answer(std::uint32_t fact, const std::vector<eval::Domain>& possible);
  std::size_t below(std::size_t count) { return random_() % count; }

  const Profile& profile_;
  eval::PatientExecutor executor_;
  eval::Result result_;
  std::mt19937 random_{20260131};
};

}  // namespace vertebra::figures
