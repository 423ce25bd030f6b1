#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "api/state.hpp"
#include "eval/kernel.hpp"
#include "eval/patient_executor.hpp"
#include "hand_written.hpp"
#include "timing.hpp"
#include "workload.hpp"
#include "writers.hpp"

#ifdef VERTEBRA_HAS_CLIPS
#include "clips.hpp"
#endif

// check RULES PROFILE FOLDER   all C++ of the comparison agrees with Vertebra on every patient
// time RULES PROFILE FOLDER    one round of figures, a line each: subject, figure, value
// memory RULES PROFILE FOLDER  what each holds when it is loaded and has advised once
// FOLDER is where the program that generates wrote.

namespace {

using namespace peers;

constexpr double least_ms = 100;  // A figure.

void say(const char* subject, const char* figure, double value) {
  std::printf("%s\t%s\t%.6g\n", subject, figure, value);
  std::fflush(stdout);
}

void keep(const void* result) { asm volatile("" : : "r"(result) : "memory"); }

// Nanoseconds a patient.
template <class Work>
double each_patient(const std::vector<Answers>& patients, Work work) {
  return time_of(work, least_ms) / static_cast<double>(patients.size());
}

void check(const Workload& all, const HandWritten& subject) {
  for (const auto* const patients : {&all.patients, &all.complete}) {
    const std::vector<double> rows = all.read(*patients);
    subject.take(rows.data(), patients->size());
    std::vector<Outcome> theirs;
    for (std::size_t i = 0; i < patients->size(); ++i) theirs.push_back(subject.advise(i));
    require_same(subject.style, all.advise(*patients), theirs);
  }
}

void time(const Workload& all, const HandWritten& subject) {
  const std::vector<double> rows = all.read(all.patients);
  const std::size_t facts = all.plan.facts.size();
  subject.take(rows.data(), all.patients.size());
  say(subject.style, "one_patient_ns", each_patient(all.patients, [&] { subject.run(0, all.patients.size()); }));
  say(subject.style, "from_answers_ns", each_patient(all.patients, [&] {
        for (std::size_t i = 0; i < all.patients.size(); ++i) subject.run_from_answers(rows.data() + i * facts);
      }));
}

std::vector<vertebra::Patient> patients_of(const Workload& all, const std::vector<Answers>& answers) {
  const Setter setter{all.loaded, all.engine};
  std::vector<vertebra::Patient> result;
  for (const Answers& each : answers) setter.set(each, result.emplace_back(all.engine));
  return result;
}

void time_evaluate(const Workload& all, vertebra::Evaluator& evaluator, const char* figure,
                   const std::vector<Answers>& answers) {
  const std::vector<vertebra::Patient> patients = patients_of(all, answers);
  say("vertebra", figure, each_patient(answers, [&] {
        for (const vertebra::Patient& each : patients) keep(evaluator.evaluate(each, as_of).summaries().data());
      }));
}

// The level that every processor has.
void time_portable(const Workload& all) {
  const std::vector<vertebra::Patient> patients = patients_of(all, all.patients);
  const auto& image = all.engine.rule_set().state().image;
  vertebra::eval::PatientExecutor executor{image, vertebra::eval::kernels().back()};
  vertebra::eval::Result result = vertebra::eval::prepare(image);
  say("vertebra", "portable_ns", each_patient(all.patients, [&] {
        for (const vertebra::Patient& each : patients) {
          executor.run(each.state().answers, as_of, result);
          keep(result.treatments.data());
        }
      }));
}

void time_doors(const Workload& all, vertebra::Evaluator& evaluator) {
  const Setter setter{all.loaded, all.engine};
  vertebra::Patient patient{all.engine};
  say("vertebra", "from_answers_ns", each_patient(all.patients, [&] {
        for (const Answers& each : all.patients) {
          setter.set(each, patient);
          keep(evaluator.evaluate(patient, as_of).summaries().data());
        }
      }));
  std::vector<std::string> texts;
  for (const Answers& each : all.patients) texts.push_back(answers_json(all.plan, each));
  say("vertebra", "from_json_ns", each_patient(all.patients, [&] {
        for (const std::string& each : texts) {
          patient.clear();
          if (!vertebra::read_patient(patient, each, "patient.json")) fail("a patient is refused");
          keep(evaluator.evaluate(patient, as_of).summaries().data());
        }
      }));
}

// What reasons cost: everything that an outcome says, in the two forms.
void time_explanations(const Workload& all, vertebra::Evaluator& evaluator) {
  const auto few = std::vector<Answers>(all.patients.begin(), all.patients.begin() + 100);
  const std::vector<vertebra::Patient> patients = patients_of(all, few);
  say("vertebra", "with_json_ns", each_patient(few, [&] {
        for (const vertebra::Patient& each : patients) keep(evaluator.evaluate(each, as_of).to_json().data());
      }));
  say("vertebra", "with_text_ns", each_patient(few, [&] {
        for (const vertebra::Patient& each : patients) keep(to_text(evaluator.evaluate(each, as_of)).data());
      }));
}

void time_load(const std::string& folder, const std::string& profile) {
  say("vertebra", "load_ms",
      time_of(
          [&] {
            auto loaded = vertebra::load_rule_set(folder, profile);
            const vertebra::Engine engine{*std::move(loaded.rule_set)};
            const vertebra::Evaluator evaluator{engine};
            keep(&evaluator);
          },
          least_ms) /
          1e6);
}

#ifdef VERTEBRA_HAS_CLIPS
// Slow on large sets, so on fewer patients.
void run_clips(const Workload& all, const std::string& rules, bool is_timed) {
  std::unique_ptr<Clips> clips;
  const double load_ns = time_of(
      [&] {
        if (!clips) clips = std::make_unique<Clips>(all.plan, rules);
      },
      0);
  const auto few = std::vector<Answers>(all.patients.begin(), all.patients.begin() + 200);
  const std::vector<double> rows = all.read(few);
  const auto row = [&](std::size_t i) { return rows.data() + i * all.plan.facts.size(); };
  std::vector<Outcome> theirs;
  for (std::size_t i = 0; i < few.size(); ++i) theirs.push_back(clips->advise(row(i)));
  require_same("clips", all.advise(few), theirs);
  if (!is_timed) return;
  say("clips", "load_ms", load_ns / 1e6);
  std::size_t next = 0;
  say("clips", "one_patient_ns", time_of([&] { keep(&clips->advise(row(next++ % few.size()))); }, 5 * least_ms));
}
#endif

// Each in a process of its own, so that none finds what another left behind.
template <class Work>
void in_a_child(Work work) {
  const pid_t child = fork();
  if (child == 0) {
    work();
    std::exit(0);
  }
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) != child || status != 0) fail("cannot measure memory");
}

void measure_memory(const std::string& folder, const std::string& profile, [[maybe_unused]] const std::string& made) {
  in_a_child([&] {
    say("vertebra", "memory_mib", memory_of([&] {
          auto loaded = vertebra::load_rule_set(folder, profile);
          const vertebra::Engine engine{*std::move(loaded.rule_set)};
          vertebra::Evaluator evaluator{engine};
          keep(&evaluator.evaluate(vertebra::Patient{engine}, as_of));
        }));
  });
#ifdef VERTEBRA_HAS_CLIPS
  in_a_child([&] {
    const Workload all = make_workload(folder, profile);
    const std::vector<double> rows = all.read(all.patients);
    say("clips", "memory_mib", memory_of([&] {
          Clips clips{all.plan, made + "/rules.clp"};
          keep(&clips.advise(rows.data()));
        }));
  });
#endif
}

void time_round(const Workload& all, const std::string& folder, const std::string& profile) {
  vertebra::Evaluator evaluator{all.engine};
  time_evaluate(all, evaluator, "one_patient_ns", all.patients);
  for (const HandWritten* const subject : {&idiomatic, &best}) time(all, *subject);
  time_evaluate(all, evaluator, "complete_patient_ns", all.complete);
  time_portable(all);
  time_doors(all, evaluator);
  time_explanations(all, evaluator);
  time_load(folder, profile);
}

}  // namespace

int main(int count, char** words) {
  if (count != 5) fail("usage: " + std::string{words[0]} + " check|time|memory RULES PROFILE FOLDER");
  const std::string_view task = words[1];
  const std::string folder = words[2], profile = words[3], made = words[4];
  if (task == "memory") return measure_memory(folder, profile, made), 0;
  const Workload all = make_workload(folder, profile);
  for (const HandWritten* const subject : {&idiomatic, &best}) check(all, *subject);
#ifdef VERTEBRA_HAS_CLIPS
  run_clips(all, made + "/rules.clp", task == "time");
#endif
  if (task == "time") return time_round(all, folder, profile), 0;
  std::printf("%d patients and %d complete ones: no difference\n", patient_count, patient_count);
}
