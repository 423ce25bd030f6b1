#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <new>
#include <vector>

#include <vertebra/vertebra.hpp>

// Counts what the program takes from the heap, to hold the promise that a warm evaluator takes nothing.
namespace {

std::atomic<long> allocations{0};

void* take(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc{};
}

}  // namespace

void* operator new(std::size_t size) { return take(size); }
void* operator new[](std::size_t size) { return take(size); }
// What is taken here must be given back here, so the form that does not throw (std::stable_sort uses it) is ours as well.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  ++allocations;
  return std::malloc(size);
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
  ++allocations;
  return std::malloc(size);
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace vertebra {
namespace {

Engine engine() {
  auto loaded = load_rule_set(VERTEBRA_SOURCE_DIR "/rules/low_back_pain", "spine_pro");
  EXPECT_TRUE(loaded.rule_set.has_value());
  return Engine{*std::move(loaded.rule_set)};
}

// Nothing known, undecided, deferred, and with two conflicts: every path that could need memory.
std::vector<Patient> patients(const Engine& engine) {
  std::vector<Patient> result(4, Patient{engine});
  const auto answer = [&](std::size_t i, std::string_view fact, const Answer& value) {
    EXPECT_TRUE(result[i].set(fact, value)) << fact;
  };
  for (std::size_t i = 1; i < 4; ++i) answer(i, "lbp_present", true);
  answer(2, "pain_duration", days(40));
  answer(3, "leg_pain", choice("none"));
  answer(3, "leg_pain_below_knee", true);
  answer(3, "fever", false);
  answer(3, "body_temperature", celsius(39));
  return result;
}

TEST(Evaluator, TakesNoMemoryFromItsFirstPatientOn) {
  const Engine subject = engine();
  const std::vector<Patient> all = patients(subject);
  Evaluator evaluator{subject};
  const long before = allocations;
  std::size_t conflicts = 0;
  for (int round = 0; round < 3; ++round) {
    for (const Patient& patient : all) {
      const Outcome& outcome = evaluator.evaluate(patient, date(2026, 1, 31));
      conflicts += outcome.summaries().size();
    }
  }
  EXPECT_EQ(allocations - before, 0);
  EXPECT_EQ(conflicts, 3 * 4 * 17U);
}

TEST(Evaluator, TakesNoMemoryToAskOnceItHasAsked) {
  const Engine subject = engine();
  const std::vector<Patient> all = patients(subject);
  Evaluator evaluator{subject};
  const std::size_t first = evaluator.ask_next(all[1], date(2026, 1, 31)).size();
  const long before = allocations;
  std::size_t questions = 0;
  for (const Until until : {Until::care, Until::verdicts, Until::rank, Until::everything})
    for (const Patient& patient : all) questions += evaluator.ask_next(patient, date(2026, 1, 31), until).size();
  EXPECT_EQ(allocations - before, 0);
  EXPECT_GT(questions, first);
}

TEST(Patient, TakesNoMemoryForAnswersAndToForgetThem) {
  const Engine subject = engine();
  Patient patient{subject};
  const FactId pain = *subject.fact("lbp_present");
  const FactId duration = *subject.fact("pain_duration");
  const FactId leg = *subject.fact("leg_pain");
  const Quantity amount = weeks(6);
  const Choice legs = one_of({"one_leg", "both_legs"});
  const Answer any = legs;
  const long before = allocations;
  int good = 0;
  for (int round = 0; round < 3; ++round) {
    good += static_cast<bool>(patient.set(pain, true)) + static_cast<bool>(patient.set(duration, amount));
    good += static_cast<bool>(patient.set(leg, legs)) + static_cast<bool>(patient.set("leg_pain", any));
    good += static_cast<bool>(patient.set_text(duration, "6 wk")) + static_cast<bool>(patient.set_text(leg, "one_leg"));
    patient.clear();
  }
  EXPECT_EQ(allocations - before, 0);
  EXPECT_EQ(good, 3 * 6);
}

TEST(Evaluator, CountsAllocationsAtAll) {
  const long before = allocations;
  std::vector<int> some(100);
  EXPECT_GT(allocations - before, 0) << some.size();
}

TEST(Evaluator, FindsTheConflictsOfThePatientWhoHasThem) {
  const Engine subject = engine();
  Evaluator evaluator{subject};
  const auto all = patients(subject);
  const auto conflicts = evaluator.evaluate(all[3], date(2026, 1, 31)).conflicts();
  ASSERT_EQ(conflicts.size(), 2U);
  EXPECT_EQ(conflicts[0].set_aside, std::vector<std::string_view>{"leg_pain"});
  EXPECT_EQ(conflicts[1].set_aside, std::vector<std::string_view>{"fever"});
}

}  // namespace
}  // namespace vertebra
