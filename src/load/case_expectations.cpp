#include "load/case_expectations.hpp"

#include <algorithm>
#include <iterator>

#include "load/wording.hpp"

namespace vertebra::load {
namespace {

using base::Code;
using document::Entry;
using document::Node;
using model::CaseKey;

constexpr std::string_view nothing = "none";

const std::vector<std::string>& causes() {
  static const std::vector<std::string> words{"not_in_scope", "against",       "no_recommendation",
                                              "blocked",      "not_indicated", "deferred"};
  return words;
}

class ExpectationReader {
 public:
  ExpectationReader(Reading& reading, const CaseNames& names, std::string what)
      : reading_{reading}, names_{names}, what_{std::move(what)} {}

  std::vector<model::Expectation> read(const Node& map) {
    if (!map.is_map()) {
      reading_.reporter.report(Code::wrong_type, map.place, what_ + " must be a map of keys and values");
      return {};
    }
    if (map.entries.empty())
      reading_.reporter.report(Code::bad_value, map.place, what_ + " is empty, and such a case cannot fail",
                               "its keys are " + key_list());
    std::vector<model::Expectation> result;
    for (const Entry& entry : map.entries) read_key(entry, result);
    return result;
  }

 private:
  using Read = std::vector<std::string> (ExpectationReader::*)(const Entry&);
  struct Key {
    std::string_view word;
    CaseKey key;
    Read read;
  };

  static const std::vector<Key>& keys() {
    using R = ExpectationReader;
    static const std::vector<Key> table{{"care", CaseKey::care, &R::care},
                                        {"red_flags", CaseKey::red_flags, &R::flags},
                                        {"open_flags", CaseKey::open_flags, &R::flags},
                                        {"offered", CaseKey::offered, &R::treatments},
                                        {"provisional", CaseKey::provisional, &R::treatments},
                                        {"withheld", CaseKey::withheld, &R::withheld},
                                        {"cautions", CaseKey::cautions, &R::cautions},
                                        {"first", CaseKey::first, &R::first},
                                        {"ask", CaseKey::ask, &R::facts},
                                        {"conflicts", CaseKey::conflicts, &R::conflicts},
                                        {"notices", CaseKey::notices, &R::notices}};
    return table;
  }

  static std::vector<std::string> key_words() {
    std::vector<std::string> words;
    for (const Key& each : keys()) words.emplace_back(each.word);
    return words;
  }
  static std::string key_list() { return list_text(key_words(), "and"); }

  void read_key(const Entry& entry, std::vector<model::Expectation>& result) {
    const auto found = std::ranges::find(keys(), entry.key, &Key::word);
    if (found != keys().end()) return result.push_back({found->key, entry.place, (this->*found->read)(entry)}), void();
    const std::string near = did_you_mean(entry.key, key_words());
    reading_.reporter.report(Code::unknown_key, entry.place, what_ + " has no key " + ticked(entry.key),
                             near.empty() ? "its keys are " + key_list() : near);
  }

  void wrong_type(std::string_view key, const Node& node, const std::string& expected) {
    reading_.reporter.report(Code::wrong_type, node.place, ticked(key) + " of " + what_ + " must be " + expected);
  }

  bool knows(const std::vector<std::string>& names, const Name& name, std::string_view kind) {
    return CaseNames::knows(reading_, names, name, kind);
  }

  std::vector<std::string> care(const Entry& entry) {
    const Node& node = entry.value;
    if (node.is_scalar() && node.text == nothing) return {node.text};
    if (node.is_scalar()) {
      return knows(names_.levels, {node.text, node.place}, "care level") ? std::vector{node.text}
                                                                         : std::vector<std::string>{};
    }
    const auto is_word = [](const Node& item) { return item.is_scalar(); };
    if (!node.is_list() || node.items.size() != 2 || !std::ranges::all_of(node.items, is_word)) {
      wrong_type(entry.key, node, "one level, `[least, most]` or `none`");
      return {};
    }
    return interval(node.items[0], node.items[1]);
  }

  std::vector<std::string> interval(const Node& least, const Node& most) {
    const bool known = knows(names_.levels, {least.text, least.place}, "care level");
    if (!knows(names_.levels, {most.text, most.place}, "care level") || !known) return {};
    const auto rank = [&](const Node& level) { return std::ranges::find(names_.levels, level.text); };
    if (rank(least) > rank(most))
      reading_.reporter.report(Code::bad_value, most.place,
                               ticked(most.text) + " is less urgent than " + ticked(least.text),
                               "write the least urgent level first");
    return {least.text == most.text ? least.text : "[" + least.text + ", " + most.text + "]"};
  }

  std::vector<std::string> set(const Entry& entry, const std::vector<std::string>& names, std::string_view kind) {
    return words(entry.key, entry.value, names, kind);
  }

  std::vector<std::string> words(std::string_view key, const Node& node, const std::vector<std::string>& names,
                                 std::string_view kind) {
    if (!node.is_list()) return wrong_type(key, node, "a list, such as [a, b]"), std::vector<std::string>{};
    std::vector<std::string> result;
    for (const Node& item : node.items) {
      if (!item.is_scalar()) {
        wrong_type(key, item, "a list of words");
      } else if (std::ranges::find(result, item.text) != result.end()) {
        reading_.reporter.report(Code::duplicate_id, item.place,
                                 ticked(item.text) + " stands twice in " + ticked(key) + " of " + what_);
      } else if (knows(names, {item.text, item.place}, kind)) {
        result.push_back(item.text);
      }
    }
    return result;
  }

  std::vector<std::string> flags(const Entry& entry) {
    return set(entry, names_.red_flags, "red flag of this profile");
  }
  std::vector<std::string> treatments(const Entry& entry) { return set(entry, names_.treatments, "single treatment"); }
  std::vector<std::string> facts(const Entry& entry) { return set(entry, names_.facts, "fact"); }
  std::vector<std::string> conflicts(const Entry& entry) { return set(entry, names_.clauses, "consistency rule"); }
  std::vector<std::string> notices(const Entry& entry) { return set(entry, names_.notices, "notice of this profile"); }

  std::vector<std::string> first(const Entry& entry) {
    const Node& node = entry.value;
    if (!node.is_scalar()) return wrong_type(entry.key, node, "one treatment or `none`"), std::vector<std::string>{};
    if (node.text != nothing) knows(names_.treatments, {node.text, node.place}, "single treatment");
    return {node.text};
  }

  bool is_map(const Entry& entry, const std::string& expected) {
    if (!entry.value.is_map()) wrong_type(entry.key, entry.value, expected);
    return entry.value.is_map();
  }

  void refuse_cause(const Node& node) {
    const std::string near = did_you_mean(node.text, causes());
    reading_.reporter.report(Code::bad_value, node.place, ticked(node.text) + " is not a cause for withholding",
                             near.empty() ? "it is " + list_text(causes()) : near);
  }

  std::vector<std::string> withheld(const Entry& entry) {
    std::vector<std::string> result;
    if (!is_map(entry, "a map of treatments to causes, such as {heat: blocked}")) return result;
    for (const Entry& each : entry.value.entries) {
      knows(names_.treatments, {each.key, each.place}, "single treatment");
      if (!each.value.is_scalar())
        wrong_type(entry.key, each.value, "a map of treatments to causes");
      else if (std::ranges::find(causes(), each.value.text) == causes().end())
        refuse_cause(each.value);
      result.push_back(each.key + ": " + each.value.text);
    }
    return result;
  }

  std::vector<std::string> cautions(const Entry& entry) {
    std::vector<std::string> result;
    if (!is_map(entry, "a map of treatments to contraindications, such as {heat: [fever]}")) return result;
    for (const Entry& each : entry.value.entries) {
      knows(names_.treatments, {each.key, each.place}, "single treatment");
      for (const std::string& id :
           words(entry.key, each.value, names_.contraindications, "contraindication of this profile"))
        result.push_back(each.key + ": " + id);
    }
    return result;
  }

  Reading& reading_;
  const CaseNames& names_;
  std::string what_;
};

}  // namespace

std::vector<model::Expectation> read_expectations(Reading& reading, const CaseNames& names, const Entry& of) {
  const Node* expect = of.value.find("expect");
  if (expect == nullptr) return {};
  return ExpectationReader{reading, names, "`expect` of case " + ticked(of.key)}.read(*expect);
}

}  // namespace vertebra::load
