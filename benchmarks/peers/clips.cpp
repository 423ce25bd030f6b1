#include "clips.hpp"

#include <algorithm>
#include <cmath>

extern "C" {
#include <clips/clips.h>
}

namespace peers {
namespace {

constexpr unsigned int truths_at = USER_ENVIRONMENT_DATA;

struct Truths {
  std::vector<Truth>* list;
};

// (record PLACE VALUE), called by rules.
int record(void* environment) {
  auto* const truths = static_cast<Truths*>(GetEnvironmentData(environment, truths_at));
  (*truths->list)[static_cast<std::size_t>(EnvRtnLong(environment, 1))] =
      EnvRtnLong(environment, 2) != 0 ? Truth::yes : Truth::no;
  return 1;
}

}  // namespace

struct Clips::Engine {
  void* environment = nullptr;
  std::vector<void*> templates;             // A fact of the plan.
  std::vector<std::vector<void*>> symbols;  // Its choices, or no and yes.
};

Clips::Clips(const Plan& plan, const std::string& rules)
    : plan_{plan},
      engine_{std::make_unique<Engine>()},
      truths_(outputs(plan).size(), Truth::unknown),
      assembler_{plan} {
  engine_->environment = CreateEnvironment();
  void* const environment = engine_->environment;
  AllocateEnvironmentData(environment, truths_at, sizeof(Truths), nullptr);
  static_cast<Truths*>(GetEnvironmentData(environment, truths_at))->list = &truths_;
  EnvDefineFunction2(environment, "record", 'b', record, "record", "22i");
  if (EnvLoad(environment, rules.c_str()) != 1) fail("CLIPS does not load " + rules);
  for (const Fact& each : plan.facts) {
    engine_->templates.push_back(EnvFindDeftemplate(environment, ("f-" + each.shape.id).c_str()));
    if (engine_->templates.back() == nullptr) fail("CLIPS does not know " + each.shape.id);
    auto& symbols = engine_->symbols.emplace_back();
    for (const char* const word : {"no", "yes"}) {
      if (each.shape.type == vertebra::base::FactType::boolean) symbols.push_back(EnvAddSymbol(environment, word));
    }
    for (const std::string& choice : each.shape.choices)
      symbols.push_back(EnvAddSymbol(environment, ("c-" + choice).c_str()));
    // Kept between patients.
    for (void* const symbol : symbols) IncrementSymbolCount(static_cast<SYMBOL_HN*>(symbol));
  }
}

Clips::~Clips() { DestroyEnvironment(engine_->environment); }

void Clips::tell(std::size_t fact, double answer) {
  void* const environment = engine_->environment;
  auto* const made = EnvCreateFact(environment, engine_->templates[fact]);
  DATA_OBJECT value{};
  if (plan_.facts[fact].shape.type == vertebra::base::FactType::quantity) {
    value.type = FLOAT;
    value.value = EnvAddDouble(environment, answer);
  } else {
    value.type = SYMBOL;
    value.value = engine_->symbols[fact][static_cast<std::size_t>(answer)];
  }
  EnvPutFactSlot(environment, made, "is", &value);
  EnvAssert(environment, made);
}

const Outcome& Clips::advise(const double* answers) {
  EnvReset(engine_->environment);
  std::ranges::fill(truths_, Truth::unknown);
  for (std::size_t i = 0; i < plan_.facts.size(); ++i) {
    if (!std::isnan(answers[i])) tell(i, answers[i]);
  }
  EnvRun(engine_->environment, -1);
  return assembler_.assemble(truths_);
}

}  // namespace peers
