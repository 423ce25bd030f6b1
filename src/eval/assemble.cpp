#include "eval/assemble.hpp"

namespace vertebra::eval {
namespace {

// Without a branch, which the processor would have to guess.
std::uint32_t chosen(bool first, std::uint32_t one, std::uint32_t other) noexcept {
  return other ^ ((one ^ other) & (std::uint32_t{0} - std::uint32_t{first}));
}

}  // namespace

Assembler::Assembler(const image::Image& image, const Kernel& kernel) : image_{image}, ranking_{image, kernel} {
  for (const image::Guide& guide : image.guides) {
    if (guide.role != image::Role::consult && guide.has_red_flags) assessing_.push_back(guide.scope);
  }
  for (std::uint32_t level = 0; level < image.care_levels.size(); ++level) {
    std::uint32_t size = 0;
    for (const image::RedFlag& flag : image.red_flags) {
      if (flag.level != level) continue;
      if (size++ % flags_at_once == 0) flags_.push_back({level, {flag.holds, flag.holds, flag.holds, flag.holds}});
      flags_.back().hold[(size - 1) % flags_at_once] = flag.holds;
    }
  }
}

void Assembler::run(const Mark* marks, Result& result) {
  assemble_care(marks, result);
  ranking_.add(marks);
  assemble_verdicts(marks, result);
  is_ranked(marks, result) ? ranking_.run(result) : ranking_.skip(result);
}

// Of several marks "or" is the greatest.
void Assembler::assemble_care(const Mark* marks, Result& result) const noexcept {
  unsigned assessed = marked_no;
  for (const image::Literal scope : assessing_) assessed |= marks[scope.code];
  std::uint32_t least = 0, most = 0;
  for (const Flags& flags : flags_) {
    const auto mark = [&](std::size_t i) { return marks[flags.hold.data()[i].code]; };
    const unsigned any = mark(0) | mark(1) | mark(2) | mark(3);
    least = chosen(is_yes(any), flags.level, least);
    most = chosen(!is_no(any), flags.level, most);
  }
  result.care_assessed = assessed != marked_no;
  result.care_least = least;
  result.care_most = most;
  result.deferred = truth_of(marks[image_.deferred.code]);
}

void Assembler::assemble_verdicts(const Mark* marks, Result& result) noexcept {
  if (image_.treatments.empty()) return;
  const auto scope = static_cast<std::size_t>(truth_of(marks[image_.guides.front().scope.code]));
  const Rulings& table = ruling_table[scope][static_cast<std::size_t>(result.deferred)];
  ranking_.judge(marks, table, result);
}

// No ranks while the ranking guide's scope is open, and none at the most urgent level.
bool Assembler::is_ranked(const Mark* marks, const Result& result) const noexcept {
  if (image_.treatments.empty() || !is_yes(marks[image_.guides.front().scope.code])) return false;
  return !result.care_assessed || result.care_least + 1 != image_.care_levels.size();
}

}  // namespace vertebra::eval
