#include "model/language.hpp"

#include <algorithm>
#include <utility>

namespace vertebra::model {
namespace {

class Translator {
 public:
  explicit Translator(std::string_view language) : language_{language} {}

  void translate(Vocabulary& vocabulary) const {
    for (CareLevel& each : vocabulary.care_levels) put(each.label);
    for (Fact& each : vocabulary.facts) put(each.ask);
    for (Clause& each : vocabulary.consistency) put(each.because);
    for (Treatment& each : vocabulary.treatments) put(each.label);
  }

  void translate(Guide& guide) const {
    put(guide.title);
    put(guide.intended_use);
    for (Source& each : guide.sources) put(each.says);
    for (RedFlag& each : guide.red_flags) put(each.because);
    for (Opinion& each : guide.opinions) translate(each);
    for (Contraindication& each : guide.contraindications) put(each.because);
    for (Obligation& each : guide.obligations) put(each.says);
    for (Notice& each : guide.notices) put(each.says);
    for (NotEncoded& each : guide.not_encoded) put(each.because);
    for (Overlay& overlay : guide.overlays)
      for (OverlayChange& each : overlay.changes) put(each.because);
  }

 private:
  void translate(Opinion& opinion) const {
    for (Argument& each : opinion.arguments) put(each.because);
    for (Claim& each : opinion.claims) put(each.says);
  }

  void put(Text& text) const {
    const auto found = std::ranges::find(text.translations, language_, &std::pair<std::string, std::string>::first);
    if (found != text.translations.end()) text.text = found->second;
    text.translations.clear();
  }

  std::string_view language_;
};

}  // namespace

RuleSet in_language(RuleSet rules, std::string_view language) {
  const Translator translator{language};
  translator.translate(rules.vocabulary);
  for (Guide& guide : rules.guides) translator.translate(guide);
  return rules;
}

}  // namespace vertebra::model
