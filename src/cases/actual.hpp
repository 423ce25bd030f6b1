#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "eval/result.hpp"
#include "image/image.hpp"
#include "model/cases.hpp"

namespace vertebra::cases {

std::string_view to_string(model::CaseKey key) noexcept;

// What a case of this key would have to expect of an evaluation to pass; items as in model::Expectation.
std::vector<std::string> actual(const image::Image& image, const eval::Result& result, model::CaseKey key);

}  // namespace vertebra::cases
