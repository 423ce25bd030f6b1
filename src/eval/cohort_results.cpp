#include <algorithm>

#include "eval/cohort_executor.hpp"

// From the planes of a block to the columns of results.
namespace vertebra::eval {
namespace {

std::uint8_t* bytes_of(std::span<std::int8_t> values, std::size_t first) {
  return reinterpret_cast<std::uint8_t*>(values.data() + first);
}

}  // namespace

void CohortExecutor::write_care(std::size_t first, std::size_t rows) {
  std::ranges::fill(assessed_, 0);
  for (const image::Literal scope : plan_.assessing) {
    const std::uint64_t* const no = planes_.no(scope);
    for (std::size_t i = 0; i < words_; ++i) assessed_[i] |= ~no[i];
  }
  const auto begin = [&](std::span<std::int8_t> levels) {
    if (levels.empty()) return;
    std::fill_n(levels.begin() + static_cast<std::ptrdiff_t>(first), rows, std::int8_t{-1});
    kernel_.put_bytes(assessed_.data(), rows, 0, bytes_of(levels, first));
  };
  begin(into_.care_least);
  begin(into_.care_most);
  const std::size_t levels = image_.care_levels.size();
  std::ranges::fill(top_, levels == 1 ? ~std::uint64_t{0} : 0);
  for (std::uint32_t level = 1; level < levels; ++level) {
    std::ranges::fill(some_, 0);
    std::ranges::fill(other_, 0);
    for (const image::RedFlag& flag : image_.red_flags) {
      if (flag.level != level) continue;
      kernel_.unite(some_.data(), planes_.yes(flag.holds), words_);
      const std::uint64_t* const no = planes_.no(flag.holds);
      for (std::size_t i = 0; i < words_; ++i) other_[i] |= ~no[i];
    }
    if (level + 1 == levels) top_ = some_;
    kernel_.intersect(some_.data(), assessed_.data(), words_);
    kernel_.intersect(other_.data(), assessed_.data(), words_);
    const auto rank = static_cast<std::uint8_t>(level);
    if (!into_.care_least.empty()) kernel_.put_bytes(some_.data(), rows, rank, bytes_of(into_.care_least, first));
    if (!into_.care_most.empty()) kernel_.put_bytes(other_.data(), rows, rank, bytes_of(into_.care_most, first));
  }
}

void CohortExecutor::write_verdicts(std::size_t first, std::size_t rows) {
  const image::Literal scope = image_.guides.front().scope;
  const std::uint64_t* const in_scope = planes_.yes(scope);
  const std::uint64_t* const out_of_scope = planes_.no(scope);
  const std::uint64_t* const deferred = planes_.yes(image_.deferred);
  const std::uint64_t* const not_deferred = planes_.no(image_.deferred);
  for (std::size_t kind = 0; kind < plan_.kinds.kinds.size(); ++kind) {
    const TreatmentKind& each = plan_.kinds.kinds[kind];
    const std::uint64_t favors = each.leaning == Leaning::favorable ? ~std::uint64_t{0} : 0;
    const std::uint64_t* const blocked = planes_.yes(each.blocked);
    const std::uint64_t* const not_blocked = planes_.no(each.blocked);
    const std::uint64_t* const when = planes_.yes(each.when);
    const std::uint64_t* const not_when = planes_.no(each.when);
    for (std::size_t i = 0; i < words_; ++i) {
      offered_[kind][i] = favors & in_scope[i] & when[i] & not_blocked[i] & not_deferred[i];
      listed_[kind][i] = favors & ~out_of_scope[i] & ~blocked[i] & ~not_when[i];
    }
  }
  if (into_.verdicts.empty()) return;
  for (std::size_t treatment = 0; treatment < image_.treatments.size(); ++treatment) {
    const std::size_t kind = plan_.kinds.of[treatment];
    Verdict* const verdicts = into_.verdicts.of(treatment, columns_.rows) + first;
    std::fill_n(verdicts, rows, Verdict::withheld);
    for (std::size_t i = 0; i < words_; ++i) some_[i] = listed_[kind][i] & ~deferred[i];
    auto* const bytes = reinterpret_cast<std::uint8_t*>(verdicts);
    kernel_.put_bytes(some_.data(), rows, static_cast<std::uint8_t>(Verdict::provisional), bytes);
    kernel_.put_bytes(offered_[kind].data(), rows, static_cast<std::uint8_t>(Verdict::offered), bytes);
  }
}

// The first certain cause counts, so it is written last.
void CohortExecutor::write_causes(std::size_t first, std::size_t rows) {
  if (into_.causes.empty()) return;
  for (std::size_t treatment = 0; treatment < image_.treatments.size(); ++treatment) {
    const TreatmentKind& kind = plan_.kinds.kinds[plan_.kinds.of[treatment]];
    Cause* const causes = into_.causes.of(treatment, columns_.rows) + first;
    const auto put = [&](const std::uint64_t* bits, Cause cause) {
      kernel_.put_bytes(bits, rows, static_cast<std::uint8_t>(cause), reinterpret_cast<std::uint8_t*>(causes));
    };
    std::fill_n(causes, rows, Cause::none);
    put(planes_.yes(image_.deferred), Cause::deferred);
    put(planes_.no(kind.when), Cause::not_indicated);
    put(planes_.yes(kind.blocked), Cause::blocked);
    if (kind.leaning == Leaning::neither) std::fill_n(causes, rows, Cause::no_recommendation);
    if (kind.leaning == Leaning::against) std::fill_n(causes, rows, Cause::against);
    put(planes_.no(image_.guides.front().scope), Cause::not_in_scope);
  }
}

void CohortExecutor::write_scores(std::size_t first, std::size_t rows) {
  using Layout = ScoreWord<std::uint32_t>;
  constexpr std::uint32_t mask = (std::uint32_t{1} << Layout::end_bits) - 1;
  const std::size_t block = words_ * 64;
  for (std::size_t treatment = 0; treatment < image_.treatments.size(); ++treatment) {
    row_shares_.clear();
    for (std::uint32_t i = plan_.shares_of[treatment].begin; i < plan_.shares_of[treatment].end; ++i) {
      const CohortPlan::Share& share = plan_.shares[i];
      row_shares_.push_back({planes_.yes(share.when), planes_.no(share.when), share.when_yes, share.when_no});
    }
    std::uint32_t* const words = scores_.data() + treatment * block;
    kernel_.add(row_shares_, plan_.base[treatment], rows, words);
    const auto take = [&](const TreatmentSpan<std::int32_t>& ends, unsigned shift) {
      if (ends.empty()) return;
      kernel_.take_end(words, shift, mask, plan_.bounds.least, rows, ends.of(treatment, columns_.rows) + first);
    };
    take(into_.score_low, Layout::order_bits + Layout::end_bits);
    take(into_.score_high, Layout::order_bits);
  }
}

// No ranks while the ranking guide's scope is open, and none at the most urgent level.
void CohortExecutor::find_ranked() {
  const std::uint64_t* const in_scope = planes_.yes(image_.guides.front().scope);
  for (std::size_t i = 0; i < words_; ++i) ranked_[i] = in_scope[i] & ~(assessed_[i] & top_[i]);
}

void CohortExecutor::write_ranks(std::size_t first, std::size_t rows) {
  find_ranked();
  const std::size_t count = image_.treatments.size(), block = words_ * 64;
  for (std::size_t treatment = 0; treatment < count; ++treatment) {
    const std::size_t kind = plan_.kinds.of[treatment];
    for (std::size_t i = 0; i < words_; ++i) some_[i] = listed_[kind][i] & ranked_[i];
    kernel_.mark(scores_.data() + treatment * block, some_.data(), offered_[kind].data(),
                 key_mark<std::uint32_t>(key_offered), rows, keys_.data() + treatment * block);
  }
  kernel_.rank(keys_.data(), block, count, rows, into_.ranks.of(0, columns_.rows) + first,
               into_.ranks.step(columns_.rows));
}

void CohortExecutor::run_alone(std::size_t row, Date as_of) {
  patient_.run(answers_at(image_, shapes_, columns_, row), as_of, result_);
  const auto put = [&](auto span, auto value) {
    if (!span.empty()) span[row] = static_cast<typename decltype(span)::value_type>(value);
  };
  put(into_.conflicts, result_.conflicts.empty() ? 0 : 1);
  put(into_.care_least, result_.care_assessed ? static_cast<int>(result_.care_least) : -1);
  put(into_.care_most, result_.care_assessed ? static_cast<int>(result_.care_most) : -1);
  for (const TreatmentSummary& each : result_.treatments) {
    const auto put_treatment = [&]<class T>(const TreatmentSpan<T>& span, auto value) {
      if (!span.empty()) span.of(each.index, columns_.rows)[row] = static_cast<T>(value);
    };
    put_treatment(into_.verdicts, each.verdict);
    put_treatment(into_.causes, each.cause);
    put_treatment(into_.score_low, each.score.low);
    put_treatment(into_.score_high, each.score.high);
    put_treatment(into_.ranks, each.rank);
  }
}

}  // namespace vertebra::eval
