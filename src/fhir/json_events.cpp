#include "fhir/json_events.hpp"

#include "base/text.hpp"

namespace vertebra::fhir {

JsonProblem to_problem(const JsonStop& stop, std::string_view text) {
  using boost::json::error;
  if (text.size() > most_bytes) return {base::Code::too_large, "the record is larger than 64 MiB", {}, 0};
  // The parser refuses texts that are not UTF-8 too, but does not say so.
  if (const auto bad = base::first_invalid_utf8(text))
    return {base::Code::invalid_utf8, "the record is not valid UTF-8", "save it as UTF-8", *bad};
  if (stop.key_twice) return {base::Code::duplicate_key, "an object has the same key twice", {}, stop.offset};
  if (stop.error == error::too_deep)
    return {
        base::Code::too_deep, "objects and arrays are nested deeper than " + std::to_string(deepest), {}, stop.offset};
  if (stop.error == error::extra_data)
    return {base::Code::not_json, "there is more after the end of the JSON value",
            "give one bundle or resource at a time", stop.offset};
  if (stop.error == error::incomplete)
    return {base::Code::not_json, "the JSON text ends too early", "check that the whole file was copied", stop.offset};
  return {base::Code::not_json, "this is not well-formed JSON",
          "only the JSON form of FHIR is read, not XML and not YAML", stop.offset};
}

}  // namespace vertebra::fhir
