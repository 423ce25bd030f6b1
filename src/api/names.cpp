#include <array>

#include <vertebra/interview.hpp>
#include <vertebra/outcome.hpp>
#include <vertebra/why.hpp>

// The words of the enumerations, as JSON and every other door write them.
namespace vertebra {
namespace {

template <class Enum, std::size_t size>
std::string_view name(const std::array<std::string_view, size>& names, Enum value) noexcept {
  return names[static_cast<std::size_t>(value)];
}

constexpr std::array<std::string_view, 3> verdicts{"offered", "provisional", "withheld"};
constexpr std::array<std::string_view, 7> causes{"none",    "not_in_scope",  "against", "no_recommendation",
                                                 "blocked", "not_indicated", "deferred"};
constexpr std::array<std::string_view, 7> positions{"favors", "against", "in_package",  "no_recommendation",
                                                    "silent", "unknown", "not_in_scope"};
constexpr std::array<std::string_view, 2> effects{"block", "caution"};
constexpr std::array<std::string_view, 4> changes{"care", "verdicts", "scores", "cautions"};
constexpr std::array<std::string_view, 4> why_subjects{"care", "red_flag", "treatment", "rank"};
constexpr std::array<std::string_view, 19> why_kinds{
    "care",     "at_least",    "red_flag", "scope",    "treatment", "position",   "indication", "contraindication",
    "deferral", "rank",        "argument", "strength", "condition", "expression", "comparison", "score",
    "member",   "consistency", "fact"};

}  // namespace

std::string_view to_string(Verdict verdict) noexcept { return name(verdicts, verdict); }
std::string_view to_string(Cause cause) noexcept { return name(causes, cause); }
std::string_view to_string(Position position) noexcept { return name(positions, position); }
std::string_view to_string(Effect effect) noexcept { return name(effects, effect); }
std::string_view to_string(Change change) noexcept { return name(changes, change); }
std::string_view to_string(WhySubject subject) noexcept { return name(why_subjects, subject); }
std::string_view to_string(WhyKind kind) noexcept { return name(why_kinds, kind); }

}  // namespace vertebra
