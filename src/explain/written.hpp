#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "image/image.hpp"
#include "model/line.hpp"
#include "model/rule_set.hpp"

namespace vertebra::explain {

// The conditions that the guides of a profile can name, shared ones first, then guide by guide in profile order: for
// Written, who must be told their literals in this order.
std::vector<const model::Expression*> named_conditions(const model::RuleSet& rules, const model::Profile& profile);

// Leads from what was run back to what was written: an image holds no expressions, and its gates have no names. Never
// changes once made; the rules and the image must outlive it.
class Written {
 public:
  Written(const model::RuleSet& rules, const model::Profile& profile, const image::Image& image,
          std::span<const image::Literal> conditions);

  const model::RuleSet& rules() const noexcept { return rules_; }
  const image::Image& image() const noexcept { return image_; }

  // Guides are known by their place in the profile, as in Image::guides; -1 stands for the vocabulary.
  const model::Guide& guide(int place) const { return guide_at(model_guide(place)); }
  int model_guide(int place) const { return guides_[static_cast<std::size_t>(place)]; }
  int place_of(int model_guide) const { return model_guide < 0 ? -1 : places_[static_cast<std::size_t>(model_guide)]; }

  const model::Fact& fact(std::uint32_t fact) const { return rules_.vocabulary.facts[fact]; }
  const model::Condition& condition(int place, int index) const;
  std::size_t number(int place, int index) const;  // Of a condition, among all of them.
  image::Literal literal(int place, int index) const { return literals_[number(place, index)]; }
  const model::RedFlag& red_flag(std::uint32_t flag) const;
  const model::Contraindication& contraindication(std::uint32_t index) const;
  const model::Score& score(std::uint32_t score) const;
  // Places in the image of what a guide numbers for itself.
  std::uint32_t flag_of(int place, int index) const;
  std::uint32_t score_of(int place, int index) const;

  // By place in Image::treatments and Image::arguments.
  int treatment(std::uint32_t treatment) const { return treatments_[treatment]; }
  const model::LineOpinion& line(std::uint32_t treatment) const { return lines_[treatment]; }
  const model::Argument& argument(std::uint32_t argument) const { return *arguments_[argument]; }

 private:
  const model::Guide& guide_at(int model_guide) const { return rules_.guides[static_cast<std::size_t>(model_guide)]; }
  void number_rules();
  void add_treatments();

  // Where the rules of each guide begin in the image, by place.
  struct Firsts {
    std::uint32_t red_flag = 0;
    std::uint32_t contraindication = 0;
    std::uint32_t score = 0;
    std::uint32_t condition = 0;  // Its number.
  };

  const model::RuleSet& rules_;
  const image::Image& image_;
  std::vector<int> guides_;  // By place.
  std::vector<int> places_;  // By model guide; -1 for those that do not speak.
  std::vector<Firsts> firsts_;
  std::vector<image::Literal> literals_;  // By number of the condition.
  std::vector<int> treatments_;
  std::vector<model::LineOpinion> lines_;
  std::vector<const model::Argument*> arguments_;
};

}  // namespace vertebra::explain
