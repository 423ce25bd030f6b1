#pragma once

#include <string>
#include <vector>

#include "report/why_parts.hpp"

namespace vertebra::report {

// What was asked, and that it is so or is not: a sentence by itself.
std::string headline(const WhyParts& parts);

// What a node says, beside a sign that tells whether it is so.
std::string node_words(const WhyParts& parts, const WhyNode& node);

// "saddle numbness: yes", "pain duration > 28 d: 42 d", "fever: no, set aside".
std::string answer_words(const WhyNode& fact, const WhyNode* comparison);

// "R-1, I-T1 (reads R-2), C.9 [GK]".
std::string source_words(const std::vector<WhySource>& sources);

}  // namespace vertebra::report
