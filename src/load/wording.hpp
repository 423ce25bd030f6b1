#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/place.hpp"
#include "base/reporter.hpp"

// Turns of phrase that the messages of this layer share.
namespace vertebra::load {

// "`text`"
std::string ticked(std::string_view text);

// "a red flag", "an argument"
std::string with_article(std::string_view noun);

// "did you mean `fever`?", or nothing when no candidate is close.
std::string did_you_mean(std::string_view name, const std::vector<std::string>& candidates);

// The same for a name of the rule set; when no candidate is close, all of them where they are few. There may also be
// thousands: nothing once a thousand errors were reported, because then each name would be compared with each other one.
std::string help_for_name(std::string_view name, const std::vector<std::string>& candidates,
                          const base::Reporter& reporter);

// "`spine_pro/guide.yaml`, line 12"
std::string place_text(const base::Files& files, base::Place place);

// "`a`, `b` or `c`"
std::string list_text(const std::vector<std::string>& names, std::string_view conjunction = "or");

}  // namespace vertebra::load
