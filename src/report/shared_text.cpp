#include "report/shared_text.hpp"

#include "report/phrases.hpp"

namespace vertebra::report {

void share(std::vector<Shared>& all, std::string text, const std::string& label) {
  for (auto& entry : all) {
    if (entry.text == text) return entry.labels.push_back(label);
  }
  all.push_back({std::move(text), {label}});
}

std::string names_of(const Shared& shared, std::size_t all) {
  return all > 1 && shared.labels.size() == all ? "All of these" : name_list(shared.labels);
}

void write_obligations(const Chosen& listed, Page& page) {
  std::vector<Shared> all;
  for (const auto* treatment : listed) {
    for (const auto& entry : treatment->obligations) {
      share(all, cited(entry.says, entry.sources), label_of(*treatment));
    }
  }
  page.heading("TOGETHER WITH THESE");
  for (const auto& entry : all) page.item(2, "- ", names_of(entry, listed.size()) + ": " + entry.text);
}

}  // namespace vertebra::report
