#include "load/documents.hpp"

#include <algorithm>

#include "document/reader.hpp"
#include "load/null_values.hpp"
#include "load/wording.hpp"

namespace vertebra::load {
namespace {

using base::Code;
using document::Entry;
using document::Node;

constexpr std::string_view kinds_help =
    "the first key of a file says what it is: `vocabulary`, `guide`, `overlay`, `profile` or `cases`";

constexpr std::string_view kinds[] = {"vocabulary", "guide", "overlay", "profile", "cases"};

class Sorter {
 public:
  Sorter(Documents& documents, base::Reporter& reporter, const base::Files& files)
      : documents_{documents}, reporter_{reporter}, files_{files} {}

  void sort(const Node& tree) {
    if (!tree.is_map() || tree.entries.empty()) {
      reporter_.report(Code::unknown_document, tree.place, "a rule file must be a map of keys and values",
                       std::string{kinds_help});
      documents_.complete = false;
      return;
    }
    const Entry& first = tree.entries.front();
    if (first.key == "fhir_mapping") return;  // Read by another layer.
    if (std::ranges::find(kinds, first.key) != std::end(kinds)) return sort_known(tree, first);
    refuse(first);
  }

 private:
  void refuse(const Entry& first) {
    documents_.complete = false;  // Perhaps a slip of the pen, and its names are missed elsewhere.
    const auto meant = did_you_mean(first.key, {std::begin(kinds), std::end(kinds)});
    reporter_.report(Code::unknown_document, first.place, ticked(first.key) + " is not a kind of file",
                     meant.empty() ? std::string{kinds_help} : meant);
  }

  void sort_known(const Node& tree, const Entry& first) {
    const Node& id = first.value;
    // The patients of cases may say `null`, as patient files do.
    if (first.key != "cases" && !has_all_values(tree, reporter_)) {
      documents_.complete = false;
    } else if (!id.is_scalar()) {
      reporter_.report(Code::wrong_type, id.place, ticked(first.key) + " must be followed by an id");
      documents_.complete = false;
    } else if (first.key == "vocabulary") {
      add_vocabulary(tree, id);
    } else if (first.key == "guide") {
      add_guide(tree, id);
    } else {
      auto& list = first.key == "overlay"   ? documents_.overlays
                   : first.key == "profile" ? documents_.profiles
                                            : documents_.cases;
      list.push_back({id.text, id.place, {&tree}});
    }
  }

  void add_vocabulary(const Node& tree, const Node& id) {
    auto& vocabulary = documents_.vocabulary;
    if (!vocabulary) vocabulary = Split{id.text, id.place, {}};
    if (vocabulary->id == id.text) return vocabulary->maps.push_back(&tree);
    documents_.complete = false;
    reporter_.report(Code::bad_value, id.place, ticked(id.text) + " is a second vocabulary, and a folder holds one",
                     "the first is " + ticked(vocabulary->id) + " in " + place_text(files_, vocabulary->place));
  }

  void add_guide(const Node& tree, const Node& id) {
    auto& guides = documents_.guides;
    auto guide = std::find_if(guides.begin(), guides.end(), [&](const Split& each) { return each.id == id.text; });
    if (guide == guides.end()) guide = guides.insert(guide, Split{id.text, id.place, {}});
    guide->maps.push_back(&tree);
  }

  Documents& documents_;
  base::Reporter& reporter_;
  const base::Files& files_;
};

constexpr std::string_view blank = " \t\r\n";

// Without what may stand before the first key: blanks and, in YAML, comments.
std::string_view without_lead(std::string_view text, bool comments) noexcept {
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(blank), text.size()));
    if (!comments || !text.starts_with('#')) return text;
    text.remove_prefix(std::min(text.find('\n'), text.size()));
  }
}

bool take(std::string_view& text, std::string_view beginning) noexcept {
  if (!text.starts_with(beginning)) return false;
  text.remove_prefix(beginning.size());
  return true;
}

}  // namespace

bool begins_with_cases(std::string_view name, std::string_view text) noexcept {
  const bool json = document::format_of(name) == document::Format::json;
  text = without_lead(text, !json);
  if (!json) return take(text, "cases:") && (text.empty() || blank.find(text.front()) != std::string_view::npos);
  if (!take(text, "{")) return false;
  text = without_lead(text, false);
  if (!take(text, "\"cases\"")) return false;
  return without_lead(text, false).starts_with(':');
}

Documents read_documents(const base::Files& files, base::Reporter& reporter) {
  Documents documents;
  Sorter sorter{documents, reporter, files};
  for (int file = 0; file < static_cast<int>(files.size()); ++file) {
    auto tree = document::read(files, file, document::format_of(files.name(file)), reporter);
    if (!tree) {
      documents.complete = false;
      continue;
    }
    documents.trees.push_back(std::move(*tree));
    sorter.sort(documents.trees.back());
  }
  return documents;
}

}  // namespace vertebra::load
