#include "load/loader.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>

#include "load/case_loader.hpp"
#include "load/documents.hpp"
#include "load/guide_loader.hpp"
#include "load/overlays.hpp"
#include "load/profile_loader.hpp"
#include "load/vocabulary_loader.hpp"
#include "load/wording.hpp"

namespace vertebra::load {
namespace {

using base::Code;

// What may only be wrong because a file that could not be read is missed.
constexpr std::array follow_on{Code::unknown_name, Code::unknown_source, Code::no_position};
// What may only be wrong in a case because the rules that it speaks of are.
constexpr std::array follow_on_in_cases{Code::unknown_name, Code::unknown_fact,        Code::wrong_answer_type,
                                        Code::answer_unit,  Code::answer_out_of_range, Code::answer_choice};

bool is_one_of(const Diagnostic& diagnostic, std::span<const Code> codes) {
  return std::ranges::any_of(codes, [&](Code code) { return diagnostic.code == base::make_diagnostic(code, {}).code; });
}

// Cases of the rules do not speak of what a site makes of them, its own do; and while a file of rules cannot be read, what
// they speak of may only stand there.
void read_case_files(Reading& reading, const model::RuleSet& rules, const Documents& documents, int first_file,
                     model::Cases& cases) {
  if (!reading.complete) return;
  for (const Split& each : documents.cases)
    if (each.place.file >= first_file) cases.in_files.push_back(read_cases(reading, rules, each));
}

void drop_follow_on_in_cases(const Documents& documents, const base::Files& files,
                             std::vector<Diagnostic>& diagnostics) {
  std::set<std::string_view> names;
  for (const Split& each : documents.cases) names.insert(files.name(each.place.file));
  std::erase_if(diagnostics, [&](const Diagnostic& each) {
    return names.contains(each.file) && is_one_of(each, follow_on_in_cases);
  });
}

// Outcomes name a score by its id alone, so two guides of a folder cannot each have one of the same id.
void check_scores(Reading& reading, const model::RuleSet& rules) {
  std::map<std::string_view, base::Place> known;
  for (const model::Guide& guide : rules.guides)
    for (const model::Score& score : guide.scores) {
      const auto [first, is_new] = known.try_emplace(score.id, score.place);
      if (!is_new)
        reading.reporter.report(Code::duplicate_id, score.place, "score " + ticked(score.id) + " is there twice",
                                "the other is in " + place_text(reading.files, first->second));
    }
}

void read_guides(Reading& reading, const VocabularyReading& vocabulary, const Documents& documents, Ids& titles,
                 model::RuleSet& rules) {
  for (const GuideDocument& guide : apply_overlays(reading, vocabulary, documents)) {
    titles.add(guide.split.id, guide.split.place, "guide");
    rules.guides.push_back(
        read_guide(reading, vocabulary, guide, static_cast<int>(rules.guides.size()), rules.silences));
  }
}

// All are read before the first is added: what they refer to is guides only.
void read_profiles(Reading& reading, const VocabularyReading& vocabulary, const Documents& documents, Ids& titles,
                   model::RuleSet& rules) {
  std::vector<model::Profile> profiles;
  for (const Split& each : documents.profiles)
    profiles.push_back(read_profile(reading, titles, vocabulary.levels, each));
  for (model::Profile& profile : profiles)
    if (titles.add(profile.id, profile.place, "profile")) rules.profiles.push_back(std::move(profile));
}

model::RuleSet read_all(Reading& reading, const Documents& documents) {
  model::RuleSet rules;
  auto vocabulary = documents.vocabulary ? read_vocabulary(reading, *documents.vocabulary) : VocabularyReading{reading};
  rules.silences = std::move(vocabulary.silences);
  Ids titles{reading};  // Of guides, then of profiles: `--profile` takes either.
  read_guides(reading, vocabulary, documents, titles, rules);
  check_scores(reading, rules);
  read_profiles(reading, vocabulary, documents, titles, rules);
  rules.vocabulary = std::move(vocabulary.model);
  return rules;
}

}  // namespace

Loaded load(std::vector<NamedText> texts, std::vector<NamedText> site, CaseFiles case_files) {
  auto files = std::make_shared<base::Files>();
  const auto first_of_site = site.empty() ? 0 : static_cast<int>(texts.size());
  for (auto* const list : {&texts, &site}) {
    if (case_files == CaseFiles::passed_over)
      std::erase_if(*list, [](const NamedText& each) { return begins_with_cases(each.name, each.text); });
    std::ranges::sort(*list, {}, &NamedText::name);
    for (NamedText& text : *list) files->add(std::move(text.name), std::move(text.text));
  }

  base::Reporter reporter{*files};
  const Documents documents = read_documents(*files, reporter);
  // Without a vocabulary no name means anything, and saying so once is enough.
  if (!documents.vocabulary && documents.complete)
    reporter.report(Code::missing_document, {}, "there is no vocabulary in this folder",
                    "a file whose first key is `vocabulary` begins one");
  Reading reading{*files, reporter, documents.complete && documents.vocabulary};
  Loaded loaded;
  auto rules = read_all(reading, documents);
  rules.files = files;
  loaded.cases.files = files;
  const bool sound = !reporter.has_errors();
  if (case_files == CaseFiles::read) read_case_files(reading, rules, documents, first_of_site, loaded.cases);
  if (!reporter.has_errors()) loaded.rules = std::move(rules);
  loaded.diagnostics = reporter.take();
  if (!sound) drop_follow_on_in_cases(documents, *files, loaded.diagnostics);
  if (!reading.complete) std::erase_if(loaded.diagnostics, [](const auto& each) { return is_one_of(each, follow_on); });
  return loaded;
}

}  // namespace vertebra::load
