#pragma once

#include <yaml-cpp/exceptions.h>

#include "base/reporter.hpp"
#include "document/source.hpp"
#include "document/yaml_events.hpp"

namespace vertebra::document {

// Says in our words, and at the place that a person must mend, what yaml-cpp found.
void report_yaml_error(const Source& source, const YAML::Exception& error, YamlEvents& events,
                       base::Reporter& reporter);

}  // namespace vertebra::document
