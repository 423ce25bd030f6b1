#include "support/generate_guides.hpp"

#include <algorithm>
#include <string>

#include "support/generate_expressions.hpp"

namespace vertebra::generate {
namespace {

const std::vector<int> cited{0};

class GuideBuilder {
 public:
  GuideBuilder(Tape& tape, const model::Vocabulary& vocabulary, int index)
      : tape_{tape}, vocabulary_{vocabulary}, names_{vocabulary, static_cast<int>(vocabulary.conditions.size()),
                                                     index,      0,
                                                     0,          &guide_.scores} {
    guide_.id = "g" + std::to_string(index);
    guide_.version = "1.0.0";
    guide_.title.text = "Guide " + std::to_string(index);
    guide_.sources.push_back({});
    guide_.sources[0].id = "S1";
    guide_.sources[0].says.text = "So it is.";
  }

  model::Guide build() {
    add_names();
    add_opinions();
    for (int i = 0, n = tape_.pick(4); i < n; ++i) add_contraindication();
    for (int i = 0, n = tape_.pick(3); i < n; ++i) add_notice();
    return std::move(guide_);
  }

 private:
  std::string id(std::string_view kind) { return guide_.id + std::string{kind} + std::to_string(next_id_++); }
  int level() { return tape_.pick(static_cast<int>(vocabulary_.care_levels.size())); }
  int treatment() { return tape_.pick(static_cast<int>(vocabulary_.treatments.size())); }
  model::Expression when() { return expression(tape_, names_, 2); }
  std::optional<model::Expression> perhaps(int n) { return tape_.once_in(n) ? std::optional{when()} : std::nullopt; }

  void add_condition() {
    guide_.conditions.push_back({id("_c"), {}, when(), cited});
    names_.conditions = static_cast<int>(guide_.conditions.size());
  }

  // Of one to four members. Bands, where it has them, meet at some sum.
  void add_score() {
    model::Score score;
    score.id = id("_s");
    score.sources = cited;
    for (int i = 0, n = 1 + tape_.pick(4); i < n; ++i)
      score.sum.push_back({"m" + std::to_string(i), {}, 3 - tape_.pick(6), when()});
    const auto ends = model::bounds(score);
    const int least = static_cast<int>(ends.first);
    const int most = static_cast<int>(ends.second);
    if (tape_.once_in(2)) {
      const int last = least + tape_.pick(most - least + 1);
      score.bands.push_back({"lower", {}, least, last});
      if (last < most) score.bands.push_back({"upper", {}, last + 1, most});
    }
    guide_.scores.push_back(std::move(score));
  }

  // Conditions, then scores, then the scope, then red flags, then a score and a condition that may use the red flags:
  // nothing rests on itself.
  void add_names() {
    for (int i = 0, n = tape_.pick(3); i < n; ++i) add_condition();
    for (int i = 0, n = tape_.pick(3); i < n; ++i) add_score();
    guide_.scope = perhaps(3);
    for (int i = 0, n = tape_.pick(4); i < n; ++i) {
      guide_.red_flags.push_back({id("_r"), {}, level(), when(), {"A reason.", {}}, cited});
      names_.red_flags = static_cast<int>(guide_.red_flags.size());
    }
    if (tape_.once_in(3)) add_score();
    if (tape_.once_in(3)) add_condition();
  }

  // Points are small, so that ties are common.
  void add_opinions() {
    for (int i = 0, n = tape_.pick(3); i < n; ++i)
      guide_.strengths.push_back({"w" + std::to_string(i), {}, tape_.pick(7)});
    for (int i = 0; i < static_cast<int>(vocabulary_.treatments.size()); ++i)
      if (tape_.pick(5) != 0) add_opinion(i);
    for (model::Opinion& each : guide_.opinions)
      if (!has_position(each.treatment)) each.position = model::Position::favors;
    if (tape_.once_in(4)) guide_.withdrawn.push_back(treatment());
  }

  void add_opinion(int treatment_index) {
    model::Opinion opinion;
    opinion.treatment = treatment_index;
    opinion.sources = cited;
    if (!guide_.strengths.empty() && tape_.once_in(2))
      opinion.strength = tape_.pick(static_cast<int>(guide_.strengths.size()));
    if (tape_.once_in(4)) opinion.position = static_cast<model::Position>(tape_.pick(4));
    if (opinion.position == model::Position::in_package) opinion.with.push_back(treatment());
    opinion.when = perhaps(3);
    for (int i = 0, n = tape_.pick(3); i < n; ++i)
      opinion.arguments.push_back({id("_a"), {}, 4 - tape_.pick(9), when(), {"A reason.", {}}, cited});
    guide_.opinions.push_back(std::move(opinion));
  }

  bool has_position(int treatment_index) const {
    for (int each = treatment_index; each >= 0; each = vocabulary_.treatments[each].part_of)
      for (const model::Opinion& opinion : guide_.opinions)
        if (opinion.treatment == each && (opinion.position || opinion.strength >= 0)) return true;
    return false;
  }

  void add_contraindication() {
    model::Contraindication rule;
    rule.id = id("_k");
    rule.when = when();
    rule.because.text = "A reason.";
    rule.sources = cited;
    rule.blocks = treatments();
    rule.cautions = treatments();
    if (rule.blocks.empty() && rule.cautions.empty()) rule.blocks.push_back(treatment());
    guide_.contraindications.push_back(std::move(rule));
  }

  std::vector<int> treatments() {
    std::vector<int> result;
    for (int i = 0, n = tape_.pick(3); i < n; ++i) {
      const int each = treatment();
      if (std::find(result.begin(), result.end(), each) == result.end()) result.push_back(each);
    }
    return result;
  }

  void add_notice() { guide_.notices.push_back({id("_n"), {}, perhaps(2), {"Note this.", {}}, cited}); }

  Tape& tape_;
  const model::Vocabulary& vocabulary_;
  model::Guide guide_;
  Names names_;  // Reads guide_.
  int next_id_ = 0;
};

}  // namespace

model::Guide guide(Tape& tape, const model::Vocabulary& vocabulary, int index) {
  return GuideBuilder{tape, vocabulary, index}.build();
}

}  // namespace vertebra::generate
