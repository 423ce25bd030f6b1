#pragma once

#include <cstdint>
#include <vector>

#include <vertebra/interview.hpp>

#include "eval/result.hpp"
#include "explain/reach.hpp"
#include "image/image.hpp"

namespace vertebra::explain {

// Finds the facts that can still change the advice. From each rule that is undecided and still counts (a root) it walks to
// the facts that the rule waits on, and adds up what the roots behind a fact could change. Belongs to one thread; all memory
// is taken when it is made.
class Questions {
 public:
  // Both must outlive it; the result is read anew by each list().
  Questions(const image::Image& image, const eval::Result& result);

  // In the order of the contract; overwritten by the next call.
  const std::vector<Question>& list(Until until = Until::everything);

 private:
  struct Stakes {  // What a root, or a fact behind some, could change.
    bool scope = false;
    bool care = false;
    bool cautions = false;
    std::uint32_t level = 0;  // The highest care level above the present least; 0 for none.
    std::int64_t points = 0;
  };

  void add_scopes();
  void add_red_flags();
  void add_treatments();
  void add_arguments(const image::Treatment& treatment);
  void add_deferral();
  // The place of the root for a literal that is unknown, made where there is none yet.
  std::uint32_t root(image::Literal literal);
  bool is_open(image::Literal literal) const { return result_.planes.at(literal) == Truth::unknown; }
  bool is_open(std::uint32_t treatment) const { return result_.treatments[treatment].verdict != Verdict::withheld; }
  void hold_open(std::uint32_t root, std::uint32_t treatment);

  void spread(std::uint32_t root);
  void add(Stakes& stakes, const Stakes& more) const;
  int verdicts_of(std::uint32_t fact) const;
  bool stands_before(std::uint32_t a, std::uint32_t b) const;
  Changes changes_of(std::uint32_t fact) const;
  Question describe(std::uint32_t fact) const;
  bool by_none(std::uint32_t fact) const;

  const image::Image& image_;
  const eval::Result& result_;
  Reach reach_;
  std::size_t words_;  // Of a set of treatments.

  std::vector<std::uint32_t> root_of_;  // By node; image::none where it is no root.
  std::vector<std::uint32_t> nodes_;    // By root; those below by root too.
  std::vector<Stakes> roots_;
  std::vector<std::uint64_t> held_;  // `words_` a root.

  std::vector<std::uint32_t> found_;  // Facts.
  std::vector<std::uint8_t> is_found_;
  std::vector<Stakes> facts_;
  std::vector<std::uint64_t> fact_held_;
  std::vector<int> verdicts_;

  std::vector<Question> list_;
};

// True when no answer can change which rank a treatment has, or there is to be none.
bool is_rank_settled(const image::Image& image, const eval::Result& result);

}  // namespace vertebra::explain
