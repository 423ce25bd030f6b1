#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/json_writer.hpp"
#include "load/canonical_expression.hpp"
#include "model/rule_set.hpp"

// The pieces of the canonical form. INVARIANT: every object's keys are written in byte order, so that the text depends
// on what is said and not on how it was written down. Members that are empty are left out.
namespace vertebra::load {

class CanonicalWriter {
 public:
  explicit CanonicalWriter(const model::RuleSet& rules) : rules_{rules} {}

  void vocabulary();
  void guide(const model::Guide& guide);
  void profile(const model::Profile& profile);
  std::string whole(const model::Profile& profile);

 private:
  template <class List>
  static const auto& at(const List& list, int index) {
    return list[static_cast<std::size_t>(index)];
  }

  // A list whose order is meaning: an array, each item written by `write`.
  template <class List, class Write>
  void ordered(std::string_view key, const List& list, Write write) {
    if (list.empty()) return;
    json_.key(key);
    json_.begin_array();
    for (const auto& item : list) write(item);
    json_.end_array();
  }

  // A list whose order is not: an object by `id`, each value written by `write`.
  template <class Item, class Id, class Write>
  void by_id(std::string_view key, const std::vector<Item>& list, Id id, Write write) {
    if (list.empty()) return;
    std::vector<const Item*> sorted;
    for (const Item& item : list) sorted.push_back(&item);
    std::sort(sorted.begin(), sorted.end(), [&](const Item* a, const Item* b) { return id(*a) < id(*b); });
    json_.key(key);
    json_.begin_object();
    for (const Item* item : sorted) {
      json_.key(id(*item));
      write(*item);
    }
    json_.end_object();
  }

  template <class Write>
  void object(Write write) {
    json_.begin_object();
    write();
    json_.end_object();
  }

  void word(std::string_view key, std::string_view content) {
    if (!content.empty()) json_.member(key, content);
  }
  void flag(std::string_view key, bool set) {
    if (set) json_.member(key, true);
  }
  void when(std::string_view key, const model::Guide* guide, const model::Expression& expression) {
    json_.key(key);
    write_expression(json_, rules_, guide, expression);
  }
  void text(std::string_view key, const model::Text& content);
  void level(std::string_view key, int index);
  void treatments(std::string_view key, const std::vector<int>& indices);
  void guides(std::string_view key, const std::vector<int>& indices);
  void sources(const model::Guide& guide, const std::vector<int>& cited);
  void codes(const std::vector<model::CodeBinding>& codes);
  void fact(const model::Fact& fact);
  void clause(const model::Clause& clause);
  void treatment(const model::Treatment& treatment);
  void condition(const model::Guide* guide, const model::Condition& condition);
  void source(const model::Source& source);
  void parameter(const model::Guide& guide, const model::Parameter& parameter);
  void red_flag(const model::Guide& guide, const model::RedFlag& red_flag);
  void score(const model::Guide& guide, const model::Score& score);
  void opinion(const model::Guide& guide, const model::Opinion& opinion);
  void argument(const model::Guide& guide, const model::Argument& argument);
  void claim(const model::Guide& guide, const model::Claim& claim);
  void contraindication(const model::Guide& guide, const model::Contraindication& rule);
  void obligation(const model::Guide& guide, const model::Obligation& obligation);
  void notice(const model::Guide& guide, const model::Notice& notice);
  void not_encoded(const model::Guide& guide, const model::NotEncoded& reason);
  void overlay(const model::Overlay& overlay);

  base::JsonWriter json_;
  const model::RuleSet& rules_;
};

}  // namespace vertebra::load
