#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/explanations.hpp"
#include "check/check.hpp"
#include "check/silences.hpp"
#include "load/loader.hpp"

// Small pieces of rules, put where they belong in the rules of tests/golden/explanations.
namespace vertebra::test {

inline std::vector<load::NamedText> rules_around(base::Around around, const std::string& piece) {
  std::vector<Diagnostic> problems;
  auto texts = load::read_folder(VERTEBRA_SOURCE_DIR "/tests/golden/explanations", problems);
  const std::string_view first = around == base::Around::vocabulary ? "vocabulary: backs\n"
                                 : around == base::Around::guide    ? "guide: page\n"
                                                                    : "";
  texts.push_back({"z_piece.yaml", std::string{first} + piece});
  // A file that is a whole guide takes the place of the one that stands there.
  if (piece.starts_with("guide:") || piece.find("\nguide:") != std::string::npos)
    std::erase_if(texts, [](const auto& text) { return text.name == "page.yaml"; });
  return texts;
}

// Everything that loading and the checks say of these texts.
inline std::vector<Diagnostic> problems_of(std::vector<load::NamedText> texts, std::optional<Date> as_of = {}) {
  load::Loaded loaded = load::load(std::move(texts));
  if (!loaded.rules) return loaded.diagnostics;
  base::Reporter reporter{*loaded.rules->files};
  check::run_checks(*loaded.rules, reporter, as_of);
  for (Diagnostic& each : reporter.take()) loaded.diagnostics.push_back(std::move(each));
  check::apply_silences(*loaded.rules, {.for_expired_guides = as_of.has_value()}, loaded.diagnostics);
  return loaded.diagnostics;
}

}  // namespace vertebra::test
