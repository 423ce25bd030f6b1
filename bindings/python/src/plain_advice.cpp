#include <pybind11/pybind11.h>

#include "plain.hpp"

namespace py = pybind11;

namespace vertebra::python {

py::object plain(const CareLevel& level) { return row(level.rank, level.id, level.label); }

py::object plain(const CareInterval& care) { return row(care.least, care.most, care.deferral_waits_on); }

py::object plain(const RedFlagAdvice& flag) {
  const auto& [id, guide, truth, level, because, sources, facts, depends_on] = flag;
  return row(id, guide, truth, level, because, sources, facts, depends_on);
}

py::object plain(const ArgumentAdvice& argument) {
  const auto& [id, word, points, truth, because, sources, facts, depends_on] = argument;
  return row(id, word, points, truth, because, sources, facts, depends_on);
}

py::object plain(const ClaimAdvice& claim) { return row(claim.modality, claim.magnitude, claim.says, claim.sources); }

py::object plain(const ObligationAdvice& obligation) {
  return row(obligation.id, obligation.guide, obligation.says, obligation.sources);
}

py::object plain(const ContraindicationAdvice& contraindication) {
  const auto& [id, guide, effect, truth, because, sources, facts, depends_on] = contraindication;
  return row(id, guide, effect, truth, because, sources, facts, depends_on);
}

py::object plain(const PositionAdvice& position) { return row(position.guide, position.position, position.strength); }

py::object plain(const TreatmentAdvice& treatment) {
  const auto& [id, label, part_of, rank, verdict, cause, depends_on, score, arguments, claims, obligations, positions,
               contraindications] = treatment;
  return row(id, label, part_of, rank, verdict, cause, depends_on, score, arguments, claims, obligations, positions,
             contraindications);
}

py::object plain(const CertainFirst& first) { return row(first.treatment, first.certain, first.margin); }

py::object plain(const ScoreAdvice& score) { return row(score.id, score.guide, score.score, score.band); }

py::object plain(const ConflictAdvice& conflict) {
  return row(conflict.id, conflict.facts, conflict.set_aside, conflict.because);
}

py::object plain(const NoticeAdvice& notice) { return row(notice.id, notice.guide, notice.says, notice.sources); }

py::object plain(const OverlayAdvice& overlay) { return row(overlay.id, overlay.changes); }

py::object plain(const GuideAdvice& guide) { return row(guide.id, guide.version, guide.scope, guide.overlays); }

}  // namespace vertebra::python
