#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "report/chosen.hpp"
#include "report/page.hpp"

namespace vertebra::report {

// One sentence that holds for several treatments, so that it is said once.
struct Shared {
  std::string text;
  std::vector<std::string> labels;
};

// Adds a treatment to the sentence, in order of first mention.
void share(std::vector<Shared>& all, std::string text, const std::string& label);

// The treatments it holds for; "All of these" where they are `all`.
std::string names_of(const Shared& shared, std::size_t all);

// What must go along with the listed treatments.
void write_obligations(const Chosen& listed, Page& page);

}  // namespace vertebra::report
