#include "explain/counterfactuals.hpp"

#include <algorithm>
#include <bit>
#include <compare>
#include <span>
#include <utility>

#include "explain/below.hpp"

namespace vertebra::explain {
namespace {

eval::Result run_now(eval::PatientExecutor& executor, const image::Image& image, const eval::Answers& answers,
                     Date as_of) {
  eval::Result result = eval::prepare(image);
  executor.run(answers, as_of, result);
  return result;
}

// The fact, and all that consistency rules join to it: those of one rule, of rules that share a fact, and so on, but for
// what is `stiff`.
std::vector<std::uint32_t> joined(const image::Image& image, std::uint32_t fact, const std::vector<bool>& stiff) {
  std::vector<std::uint32_t> list{fact};
  for (std::size_t next = 0; next < list.size(); ++next) {
    for (const image::Clause& clause : image.clauses) {
      const std::span parts = std::span{image.parts}.subspan(clause.parts.begin, clause.parts.size());
      if (std::ranges::find(parts, list[next], &image::Part::fact) == parts.end()) continue;
      for (const image::Part& part : parts) {
        if (!stiff[part.fact] && std::ranges::find(list, part.fact) == list.end()) list.push_back(part.fact);
      }
    }
  }
  return list;
}

bool is_one_value(const eval::Domain& domain) {
  return domain.cells == 0 ? domain.low == domain.high : std::has_single_bit(domain.cells);
}

bool by_facts(const CellSet& one, const CellSet& other) {
  const auto order = [](Cell a, Cell b) { return a.fact <=> b.fact; };
  const auto facts = std::lexicographical_compare_three_way(one.begin(), one.end(), other.begin(), other.end(), order);
  return facts != 0 ? facts < 0 : one < other;
}

}  // namespace

CounterfactualSearch::CounterfactualSearch(const image::Image& image, const eval::Answers& answers, Date as_of,
                                           GoalKind kind, std::uint32_t treatment)
    : image_{image},
      answers_{answers},
      as_of_{as_of},
      executor_{image},
      now_{run_now(executor_, image, answers_, as_of)},
      then_{eval::prepare(image)},
      aim_{image, now_, kind, treatment},
      below_{nodes_below(image, aim_.roots())},
      leeway_{image, below_},
      changed_{answers_},
      is_free_(image.facts.size()) {}

// A fact that has one value keeps it in every patient without conflict, unless it is given another; so it does not follow,
// and what is narrowed does not pass through it. What a conflict set aside may come back.
void CounterfactualSearch::link_facts() {
  std::vector<bool> stiff(image_.facts.size());
  for (std::uint32_t fact = 0; fact < stiff.size(); ++fact) {
    stiff[fact] = is_one_value(answers_[fact]) && std::ranges::find(now_.set_aside, fact) == now_.set_aside.end();
  }
  for (std::uint32_t fact = 0; fact < stiff.size(); ++fact) followers_.push_back(joined(image_, fact, stiff));
}

// A fact that consistency rules join to one below the goal counts as well, for it may have to change too; and so does one
// that is joined to a conflict, which every patient here is to be without.
void CounterfactualSearch::find_candidates() {
  std::vector<bool> counts(image_.facts.size());
  const std::vector<bool> none_is_stiff(counts.size());
  const auto add = [&](std::uint32_t fact) {
    if (counts[fact]) return;
    for (const std::uint32_t each : joined(image_, fact, none_is_stiff)) counts[each] = true;
  };
  for (const std::uint32_t node : below_) {
    if (node < image_.tests.size()) add(image_.tests[node].fact);
  }
  for (const eval::Conflict& conflict : now_.conflicts)
    add(image_.parts[image_.clauses[conflict.clause].parts.begin].fact);
  cells_.resize(counts.size());
  for (std::uint32_t fact = 0; fact < counts.size(); ++fact) {
    if (!counts[fact]) continue;
    for (const Cell cell : cells_of(image_, fact)) {
      if (!(domain_of(image_, cell) == answers_[fact])) cells_[fact].push_back(cell);
    }
    if (!cells_[fact].empty()) candidates_.push_back(fact);
  }
}

std::vector<CellSet> CounterfactualSearch::run(std::size_t most_sets) {
  most_sets_ = most_sets;
  link_facts();
  find_candidates();
  leeway_.read(now_.planes);
  if (!has_leeway(0, candidates_.size())) return {};
  for (int size = 1; size <= most_other_answers && found_.empty(); ++size) choose(0, size);
  leave_out_farther();
  std::ranges::sort(found_, by_facts);
  return std::move(found_);
}

void CounterfactualSearch::release(std::uint32_t fact) {
  for (const std::uint32_t each : followers_[fact]) {
    if (std::exchange(is_free_[each], std::uint8_t{1}) == 0) free_.push_back(each);
  }
}

// Of what is chosen together with any answers to the candidates from `from` to `to` (not included).
bool CounterfactualSearch::has_leeway(std::size_t from, std::size_t to) {
  free_.clear();
  for (const Cell cell : chosen_) release(cell.fact);
  for (std::size_t i = from; i < to; ++i) release(candidates_[i]);
  for (const std::uint32_t fact : free_) is_free_[fact] = 0;
  leeway_.run(free_, chosen_);
  return aim_.could_be_reached(leeway_);
}

void CounterfactualSearch::take(Cell cell) {
  chosen_.push_back(cell);
  changed_.set(image_, cell.fact, domain_of(image_, cell));
}

void CounterfactualSearch::drop() {
  const std::uint32_t fact = chosen_.back().fact;
  changed_.set(image_, fact, answers_[fact]);
  chosen_.pop_back();
}

// INVARIANT: the recursion is as deep as a set may be large.
void CounterfactualSearch::choose(std::size_t from, int left) {
  if (left == 1) return split(from, candidates_.size());
  for (std::size_t i = from; i < candidates_.size(); ++i) {
    for (const Cell cell : cells_[candidates_[i]]) {
      take(cell);
      if (has_leeway(i + 1, candidates_.size())) choose(i + 1, left - 1);
      drop();
    }
  }
}

// The last fact of a set: halves in which none could do it are left out whole.
void CounterfactualSearch::split(std::size_t from, std::size_t to) {
  if (from == to || !has_leeway(from, to)) return;
  if (to - from == 1) return try_values(candidates_[from]);
  const std::size_t middle = from + (to - from) / 2;
  split(from, middle);
  split(middle, to);
}

void CounterfactualSearch::try_values(std::uint32_t fact) {
  for (const Cell cell : cells_[fact]) {
    if (!complete_) return;
    take(cell);
    executor_.run(changed_, as_of_, then_);
    if (then_.conflicts.empty() && aim_.reached(then_)) {
      complete_ = found_.size() < most_sets_;
      if (complete_) found_.push_back(chosen_);
    }
    drop();
  }
}

// The next value towards the patient's own answer; among what a partial answer leaves, the next lower one.
std::optional<Cell> CounterfactualSearch::nearer(Cell cell) const {
  const eval::Domain& own = answers_[cell.fact];
  const Side side = side_of(cell, own);
  const auto& cells = cells_[cell.fact];
  const auto here = std::ranges::find(cells, cell);
  if (side == Side::below ? here + 1 == cells.end() : here == cells.begin()) return std::nullopt;
  const Cell next = side == Side::below ? *(here + 1) : *(here - 1);
  const Side next_side = side_of(next, own);
  return next_side == side || (next_side == Side::among && side != Side::among) ? std::optional{next} : std::nullopt;
}

// Of neighbouring values of a quantity that all do, only the nearest to the patient's own says something.
void CounterfactualSearch::leave_out_farther() {
  const std::vector<CellSet> all = found_;  // In order, as they were found.
  const auto has_nearer = [&](const CellSet& set, std::size_t i) {
    if (image_.facts[set[i].fact].type != base::FactType::quantity) return false;
    const auto next = nearer(set[i]);
    CellSet other = set;
    if (next) other[i] = *next;
    return next && std::ranges::binary_search(all, other);
  };
  std::erase_if(found_, [&](const CellSet& set) {
    for (std::size_t i = 0; i < set.size(); ++i) {
      if (has_nearer(set, i)) return true;
    }
    return false;
  });
}

}  // namespace vertebra::explain
