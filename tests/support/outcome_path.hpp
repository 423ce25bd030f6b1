#pragma once

#include <string>
#include <string_view>

namespace vertebra::support {

// What stands at a path of an outcome's JSON, in words: "treatments.heat.verdict" is "offered", "ask.*.fact" is
// "fever, age", and "absent" where there is nothing. Members of a list are found by their id, fact or place ("#1" is the
// first); "*" is all of them. Booleans and numbers are as JSON writes them, lists have commas between, "[]" is an empty one.
std::string at_path(std::string_view json, std::string_view path);

}  // namespace vertebra::support
