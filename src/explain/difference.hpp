#pragma once

#include <vertebra/what_if.hpp>

#include "eval/result.hpp"
#include "image/image.hpp"

namespace vertebra::explain {

// In what two runs of one image differ, in the words of an outcome.
Difference difference(const image::Image& image, const eval::Result& before, const eval::Result& after);

}  // namespace vertebra::explain
