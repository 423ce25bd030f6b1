#include "eval/treatment_kinds.hpp"

#include <map>
#include <tuple>

namespace vertebra::eval {

TreatmentKinds find_kinds(const image::Image& image) {
  TreatmentKinds result;
  std::map<std::tuple<Leaning, std::uint32_t, std::uint32_t>, std::uint32_t> known;
  for (const image::Treatment& treatment : image.treatments) {
    const TreatmentKind kind{leaning(treatment.stance), treatment.blocked, treatment.indicated_when};
    const std::tuple key{kind.leaning, kind.blocked.code, kind.when.code};
    const auto [found, is_new] = known.try_emplace(key, static_cast<std::uint32_t>(result.kinds.size()));
    if (is_new) result.kinds.push_back(kind);
    result.of.push_back(found->second);
  }
  return result;
}

}  // namespace vertebra::eval
