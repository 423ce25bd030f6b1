#include "eval/assemble.hpp"

#include <algorithm>
#include <map>

namespace vertebra::eval {

Assembler::Assembler(const image::Image& image, const Kernel& kernel)
    : image_{image}, kinds_{find_kinds(image)}, ranking_{image, kernel} {
  for (const image::Guide& guide : image.guides) {
    if (guide.role != image::Role::consult && guide.has_red_flags) assessing_.push_back(guide.scope);
  }
  find_levels();
  truths_.resize(image.rows.size());
  rulings_.resize(kinds_.kinds.size());
}

// The red flags of each care level, as gates keep their literals.
void Assembler::find_levels() {
  std::vector<std::map<std::uint32_t, image::Term>> levels(image_.care_levels.size());  // By word.
  for (const image::RedFlag& flag : image_.red_flags) {
    image::Term& term = levels[flag.level][flag.holds.node() / 64];
    term.word = flag.holds.node() / 64;
    (flag.holds.negated() ? term.negative : term.positive) |= std::uint64_t{1} << (flag.holds.node() % 64);
  }
  for (const auto& level : levels) {
    const auto begin = static_cast<std::uint32_t>(terms_.size());
    for (const auto& [word, term] : level) terms_.push_back(term);
    level_terms_.push_back({begin, static_cast<std::uint32_t>(terms_.size())});
  }
}

void Assembler::run(Result& result) {
  assemble_care(result);
  assemble_scores(result.planes);
  assemble_verdicts(result);
  is_ranked(result) ? ranking_.run(result) : ranking_.skip(result);
}

void Assembler::assemble_care(Result& result) const noexcept {
  const Planes& planes = result.planes;
  result.care_assessed = false;
  for (const image::Literal scope : assessing_) result.care_assessed |= planes.at(scope) != Truth::no;
  result.care_least = 0;
  result.care_most = 0;
  for (std::uint32_t level = 0; level < level_terms_.size(); ++level) {
    std::uint64_t holds = 0, may_hold = 0;
    for (std::uint32_t i = level_terms_.data()[level].begin; i < level_terms_.data()[level].end; ++i) {
      const image::Term& term = terms_.data()[i];
      const std::uint64_t yes = planes.yes.data()[term.word], no = planes.no.data()[term.word];
      holds |= (yes & term.positive) | (no & term.negative);
      may_hold |= (~no & term.positive) | (~yes & term.negative);
    }
    result.care_least = holds != 0 ? level : result.care_least;
    result.care_most = may_hold != 0 ? level : result.care_most;
  }
  result.deferred = planes.at(image_.deferred);
}

void Assembler::assemble_scores(const Planes& planes) noexcept {
  for (std::size_t row = 0; row < truths_.size(); ++row)
    truths_.data()[row] = static_cast<std::uint8_t>(planes.at(image_.rows.data()[row].when));
  ranking_.add(truths_.data());
}

void Assembler::assemble_verdicts(Result& result) noexcept {
  if (image_.treatments.empty()) return;
  const Planes& planes = result.planes;
  const Truth scope = planes.at(image_.guides.front().scope);
  for (std::size_t i = 0; i < kinds_.kinds.size(); ++i) {
    const TreatmentKind& kind = kinds_.kinds.data()[i];
    rulings_.data()[i] =
        ruling_table[ruling_index(scope, result.deferred, kind.leaning, planes.at(kind.blocked), planes.at(kind.when))];
  }
  ranking_.judge(kinds_.of.data(), rulings_.data(), result);
}

// No ranks while the ranking guide's scope is open, and none at the most urgent level.
bool Assembler::is_ranked(const Result& result) const noexcept {
  if (image_.treatments.empty() || result.planes.at(image_.guides.front().scope) != Truth::yes) return false;
  return !result.care_assessed || result.care_least + 1 != image_.care_levels.size();
}

}  // namespace vertebra::eval
