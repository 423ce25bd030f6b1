#include "report/shared_text.hpp"

#include "report/phrases.hpp"

namespace vertebra::report {
namespace {

void write_shared(const std::vector<Shared>& all, std::size_t listed, Page& page) {
  for (const auto& entry : all) {
    page.item(2, "- ", entry.text);
    const bool everywhere = listed > 1 && entry.labels.size() == listed;
    page.text(4, everywhere ? "For all of these" : "For: " + name_list(entry.labels), Ink::faint);
  }
}

std::string claim_text(const ClaimAdvice& claim) {
  std::string how;
  for (const auto word : {claim.modality, claim.magnitude}) {
    if (!word.empty() && word != "unstated") how.append(how.empty() ? "" : ", ").append(spelled(word));
  }
  return (how.empty() ? "" : how + ": ") + cited(claim.says, claim.sources);
}

}  // namespace

void share(std::vector<Shared>& all, std::string text, const std::string& label) {
  for (auto& entry : all) {
    if (entry.text == text) return entry.labels.push_back(label);
  }
  all.push_back({std::move(text), {label}});
}

void write_obligations(const Chosen& listed, Page& page) {
  std::vector<Shared> all;
  for (const auto* treatment : listed) {
    for (const auto& entry : treatment->obligations) {
      share(all, cited(entry.says, entry.sources), label_of(*treatment));
    }
  }
  page.heading("TOGETHER WITH THESE");
  write_shared(all, listed.size(), page);
}

// Claims are many and count for nothing, so those for the same treatments stand under one heading.
void write_claims(const Chosen& listed, Page& page) {
  std::vector<Shared> claims;
  for (const auto* treatment : listed) {
    for (const auto& claim : treatment->claims) share(claims, claim_text(claim), label_of(*treatment));
  }
  page.heading("CLAIMS OF THE SOURCE, NOT COUNTED");
  std::vector<bool> written(claims.size());
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (written[i]) continue;
    const bool everywhere = listed.size() > 1 && claims[i].labels.size() == listed.size();
    page.text(2, everywhere ? "For all of these:" : "For " + name_list(claims[i].labels) + ":", Ink::faint);
    for (std::size_t j = i; j < claims.size(); ++j) {
      if (claims[j].labels != claims[i].labels) continue;
      page.item(4, "- ", claims[j].text);
      written[j] = true;
    }
  }
}

}  // namespace vertebra::report
