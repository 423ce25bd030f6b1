#pragma once

#include "model/rule_set.hpp"

namespace vertebra::check {

// True for what a guide's own files hold while an overlay changes the guide: that nothing uses it any more may be what the
// site chose, and is no slip of the guide's authors. They see it when they check the guide without the overlay.
bool may_be_left_over(const model::Guide& guide, base::Place place);

}  // namespace vertebra::check
