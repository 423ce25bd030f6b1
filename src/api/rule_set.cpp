#include <vertebra/rule_set.hpp>

#include <algorithm>

#include "api/folder.hpp"
#include "api/state.hpp"
#include "base/reporter.hpp"
#include "base/sha256.hpp"
#include "base/text.hpp"
#include "compile/compiler.hpp"
#include "eval/patient_executor.hpp"
#include "image/image_file.hpp"
#include "load/loader.hpp"
#include "model/language.hpp"

namespace vertebra {
namespace {

// A rule that even a patient of whom nothing is known breaks can be obeyed by nobody.
void check_clauses(const RuleSet::State& state, base::Reporter& reporter) {
  eval::Result result = eval::prepare(state.image);
  eval::Narrowing{state.image, eval::kernels().front()}.run(*state.unknown, result);
  for (const model::Clause& clause : state.rules.vocabulary.consistency) {
    const auto breaks = [&](const eval::Conflict& conflict) {
      return &state.rules.vocabulary.consistency[conflict.clause] == &clause;
    };
    if (std::ranges::none_of(result.conflicts, breaks)) continue;
    reporter.report(base::Code::bad_clause, clause.place,
                    "no patient can obey `" + clause.id + "`: it holds whatever is answered",
                    "a part of it is true of every value in its fact's range");
  }
}

void compile_into(RuleSet::State& state, const std::string& hash) {
  std::vector<compile::Probe> probes;
  for (const model::Expression* each : explain::named_conditions(state.rules, state.profile))
    probes.push_back({each, {}});
  state.image = compile::compile(state.rules, state.profile, hash, probes);
  std::vector<image::Literal> conditions;
  for (const compile::Probe& each : probes) conditions.push_back(each.literal);
  state.written.emplace(state.rules, state.profile, state.image, conditions);
}

// What follows from the image.
void make_ready(RuleSet::State& state) {
  state.shapes = image::shapes(state.image);
  for (std::uint32_t fact = 0; fact < state.shapes.size(); ++fact)
    state.fact_by_id.emplace(state.shapes[fact].id, fact);
  state.unknown.emplace(state.image);
}

std::shared_ptr<RuleSet::State> build(const model::RuleSet& rules, const model::Profile& profile,
                                      std::string language) {
  auto state = std::make_shared<RuleSet::State>();
  const std::string hash = "sha256:" + base::sha256_hex(load::canonical_json(rules, profile));
  state->rules = model::in_language(rules, language);
  state->language = std::move(language);
  state->profile = profile;
  compile_into(*state, hash);
  state->vocabulary = state->rules.vocabulary.id;
  make_ready(*state);
  return state;
}

Diagnostic unknown_profile(const model::RuleSet& rules, std::string_view profile) {
  std::vector<std::string_view> names;
  for (const model::Profile& each : rules.profiles) names.push_back(each.id);
  for (const model::Guide& each : rules.guides) names.push_back(each.id);
  return base::make_diagnostic(base::Code::missing_document,
                               "`" + std::string{profile} + "` is neither a profile nor a guide of this rule set",
                               "choose " + base::list_of(names));
}

// The tag to use; nothing when the rules have no such language.
std::optional<std::string> language_of(const model::RuleSet& rules, std::string_view asked) {
  const auto& known = rules.vocabulary.languages;
  if (asked.empty()) return known.front();
  const auto found = std::ranges::find(known, asked);
  return found == known.end() ? std::nullopt : std::optional{*found};
}

Diagnostic unknown_language(const model::RuleSet& rules, std::string_view asked) {
  const auto& known = rules.vocabulary.languages;
  return base::make_diagnostic(base::Code::bad_value, "`" + std::string{asked} + "` is not a language of this rule set",
                               "choose " + base::list_of(std::vector<std::string_view>{known.begin(), known.end()}));
}

}  // namespace

std::string_view RuleSet::profile() const noexcept { return state_->image.view(state_->image.profile); }
std::string_view RuleSet::hash() const noexcept { return state_->image.view(state_->image.hash); }
std::string_view RuleSet::language() const noexcept { return state_->language; }
bool RuleSet::is_compiled() const noexcept { return state_->is_compiled; }

LoadResult load_rule_set(std::string_view folder, std::string_view profile, const LoadOptions& options) {
  LoadResult result;
  load::Loaded loaded = read_rules(folder, {.site = options.site, .as_of = {}}, load::CaseFiles::passed_over);
  result.diagnostics = std::move(loaded.diagnostics);
  if (has_errors(result.diagnostics) || !loaded.rules) return result;
  const std::optional<model::Profile> chosen = model::find_profile(*loaded.rules, profile);
  if (!chosen) {
    result.diagnostics.push_back(unknown_profile(*loaded.rules, profile));
    return result;
  }
  std::optional<std::string> language = language_of(*loaded.rules, options.language);
  if (!language) {
    result.diagnostics.push_back(unknown_language(*loaded.rules, options.language));
    return result;
  }
  const std::shared_ptr<RuleSet::State> state = build(*loaded.rules, *chosen, *std::move(language));
  base::Reporter reporter{*state->rules.files};
  check_clauses(*state, reporter);
  append(result.diagnostics, reporter.take());
  if (!has_errors(result.diagnostics)) result.rule_set.emplace(state);
  return result;
}

std::vector<Diagnostic> check_rule_set(std::string_view folder, const CheckOptions& options) {
  load::Loaded loaded = read_rules(folder, options);
  if (has_errors(loaded.diagnostics) || !loaded.rules || loaded.rules->guides.empty()) return loaded.diagnostics;
  // Consistency belongs to the vocabulary, so any guide shows whether it can be obeyed.
  const auto profile = model::find_profile(*loaded.rules, loaded.rules->guides.front().id);
  base::Reporter reporter{*loaded.rules->files};
  check_clauses(*build(*loaded.rules, *profile, loaded.rules->vocabulary.languages.front()), reporter);
  append(loaded.diagnostics, reporter.take());
  sort_by_place(loaded.diagnostics, *loaded.rules->files);
  return loaded.diagnostics;
}

std::string to_image(const RuleSet& rule_set) {
  const RuleSet::State& state = rule_set.state();
  return image::write_file(state.image, {state.vocabulary, state.language});
}

LoadResult load_image(std::string_view bytes, std::string_view name) {
  image::ReadFile read = image::read_file(bytes);
  LoadResult result;
  if (!read.image) {
    result.diagnostics.push_back(
        base::make_diagnostic(base::Code::unreadable_file, std::move(read.problem),
                              "give the folder of the rules, or compile it again with this version"));
    result.diagnostics.back().file = name;
    return result;
  }
  auto state = std::make_shared<RuleSet::State>();
  state->image = *std::move(read.image);
  state->language = std::move(read.label.language);
  state->vocabulary = std::move(read.label.vocabulary);
  state->is_compiled = true;
  make_ready(*state);
  result.rule_set.emplace(std::move(state));
  return result;
}

}  // namespace vertebra
