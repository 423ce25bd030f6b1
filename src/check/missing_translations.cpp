#include <algorithm>
#include <string>
#include <string_view>

#include "check/checks.hpp"

namespace vertebra::check {
namespace {

class Finder {
 public:
  Finder(const std::vector<std::string>& languages, base::Reporter& reporter)
      : languages_{languages}, reporter_{reporter} {}

  // `owner` is the thing in the author's words, such as "fact `fever`".
  void look(const model::Text& text, std::string_view key, const std::string& owner, base::Place place) {
    if (text.text.empty()) return;
    for (std::size_t i = 1; i < languages_.size(); ++i) {
      const std::string& language = languages_[i];
      if (std::ranges::find(text.translations, language, [](const auto& each) { return each.first; }) !=
          text.translations.end())
        continue;
      reporter_.report(base::Code::untranslated, place,
                       "`" + std::string{key} + "` of " + owner + " is not there in `" + language + "`",
                       "add it; until then the text in `" + languages_.front() + "` is shown");
    }
  }

  template <class List>
  void look_at_all(const List& list, const model::Text List::value_type::*text, std::string_view key,
                   std::string_view kind) {
    for (const auto& each : list) look(each.*text, key, std::string{kind} + " `" + each.id + "`", each.place);
  }

  void look_at(const model::Vocabulary& vocabulary) {
    look_at_all(vocabulary.care_levels, &model::CareLevel::label, "label", "care level");
    for (const model::Fact& fact : vocabulary.facts) look(fact.ask, "ask", "fact `" + fact.shape.id + "`", fact.place);
    look_at_all(vocabulary.consistency, &model::Clause::because, "because", "consistency rule");
    look_at_all(vocabulary.treatments, &model::Treatment::label, "label", "treatment");
  }

  void look_at(const model::Guide& guide, const model::Vocabulary& vocabulary) {
    const std::string name = "guide `" + guide.id + "`";
    look(guide.title, "title", name, guide.place);
    look(guide.intended_use, "intended_use", name, guide.place);
    look_at_all(guide.sources, &model::Source::says, "says", "source");
    look_at_all(guide.red_flags, &model::RedFlag::because, "because", "red flag");
    for (const model::Opinion& opinion : guide.opinions) {
      const std::string& treatment = vocabulary.treatments[static_cast<std::size_t>(opinion.treatment)].id;
      look_at_all(opinion.arguments, &model::Argument::because, "because", "argument");
      for (const model::Claim& claim : opinion.claims)
        look(claim.says, "says", "a claim on `" + treatment + "`", claim.place);
    }
    look_at_all(guide.contraindications, &model::Contraindication::because, "because", "contraindication");
    look_at_all(guide.obligations, &model::Obligation::says, "says", "obligation");
    look_at_all(guide.notices, &model::Notice::says, "says", "notice");
    look_at_all(guide.not_encoded, &model::NotEncoded::because, "because", "`not_encoded` entry");
  }

 private:
  const std::vector<std::string>& languages_;
  base::Reporter& reporter_;
};

}  // namespace

void check_missing_translations(const model::RuleSet& rules, const graph::RuleGraph&, base::Reporter& reporter) {
  Finder finder{rules.vocabulary.languages, reporter};
  finder.look_at(rules.vocabulary);
  for (const model::Guide& guide : rules.guides) finder.look_at(guide, rules.vocabulary);
}

}  // namespace vertebra::check
