#pragma once

#include <string>
#include <vector>

#include "report/why_parts.hpp"

namespace vertebra::report {

// An answer as people read it: fewer steps than the tree has. "and" and "or" around a single thing are left out, what leads
// to one thing only shares its line, and a rule that was refuted or is open is one line with its answers. In brief, many
// such rules side by side are one line with their names.
struct WhyLine {
  Truth truth = Truth::unknown;
  int depth = 0;
  bool last = true;   // No later line stands beside it.
  int node = 0;       // The first node that it tells.
  std::string text;   // What it says.
  std::string facts;  // The answers that it rests on; empty where lines below say so.
  std::string sources;
};

std::vector<WhyLine> outline(const WhyParts& parts, bool brief);

// "These answers alone decide it: …" and what is still waited on; nothing for what rests on no answer at all.
std::vector<std::string> closing_words(const WhyParts& parts);

// What the marks of its sources mean; empty where it shows none.
std::string footnote(const WhyParts& parts);

}  // namespace vertebra::report
