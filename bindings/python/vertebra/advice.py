"""The parts of what an evaluation says: plain, immutable values with the names of the C++ library."""

from __future__ import annotations

import enum

from ._row import _all, _Row

__all__ = [
    "ArgumentAdvice", "CareInterval", "CareLevel", "Cause", "CertainFirst", "ClaimAdvice", "ConflictAdvice",
    "ContraindicationAdvice", "Effect", "FirstPlaceSwap", "GuideAdvice", "NoticeAdvice", "ObligationAdvice",
    "OverlayAdvice", "Position", "PositionAdvice", "RedFlagAdvice", "Score", "ScoreAdvice", "TreatmentAdvice", "Truth",
    "Verdict",
]  # fmt: skip


class _Word(str, enum.Enum):
    def __str__(self) -> str:
        return self.value

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


class Truth(_Word):
    """What is known of a statement about a patient. Equal to its word: `Truth.yes == "yes"`."""

    no = "no"
    unknown = "unknown"
    yes = "yes"

    def __bool__(self) -> bool:
        raise TypeError("a truth is yes, no or unknown: compare it with Truth.yes")


class Verdict(_Word):
    offered = "offered"
    provisional = "provisional"
    withheld = "withheld"


class Cause(_Word):
    """Why a treatment is withheld: the first of these that is certain."""

    not_in_scope = "not_in_scope"
    against = "against"
    no_recommendation = "no_recommendation"
    blocked = "blocked"
    not_indicated = "not_indicated"
    deferred = "deferred"


class Position(_Word):
    favors = "favors"
    against = "against"
    in_package = "in_package"
    no_recommendation = "no_recommendation"
    silent = "silent"
    unknown = "unknown"
    not_in_scope = "not_in_scope"


class Effect(_Word):
    block = "block"
    caution = "caution"


def some(names: tuple[str, ...]) -> str:
    """The first three names, and how many more there are."""
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


class CareLevel(_Row):
    """One of the rule set's care levels; a higher rank is more urgent, 0 the least."""

    rank: int
    id: str
    label: str


class CareInterval(_Row):
    """How urgently the patient should be seen, whatever the open answers turn out to be."""

    least: CareLevel
    most: CareLevel
    deferral_waits_on: tuple[str, ...]  #: Facts; empty unless it is open whether treatments wait.

    @classmethod
    def _of(cls, row: tuple) -> CareInterval:
        return cls(CareLevel(*row[0]), CareLevel(*row[1]), row[2])

    @property
    def decided(self) -> bool:
        return self.least.rank == self.most.rank


class Score(_Row):
    """Exact points; an interval while facts are unknown."""

    low: int
    high: int


class RedFlagAdvice(_Row):
    id: str
    guide: str
    truth: Truth
    level: CareLevel
    because: str
    sources: tuple[str, ...]  #: The first is the one to cite.
    facts: tuple[str, ...]  #: For yes: the facts that decided.
    depends_on: tuple[str, ...]  #: For unknown: the facts it waits on.

    @classmethod
    def _of(cls, row: tuple) -> RedFlagAdvice:
        return cls(row[0], row[1], Truth(row[2]), CareLevel(*row[3]), *row[4:])


class ArgumentAdvice(_Row):
    id: str  #: "strength" for the points that the guide's own word gives.
    word: str  #: That word, such as "consider"; empty for other arguments.
    points: int
    truth: Truth
    because: str
    sources: tuple[str, ...]
    facts: tuple[str, ...]
    depends_on: tuple[str, ...]

    @classmethod
    def _of(cls, row: tuple) -> ArgumentAdvice:
        return cls(row[0], row[1], row[2], Truth(row[3]), *row[4:])


class ClaimAdvice(_Row):
    """What the source claims of a treatment; shown, never counted."""

    modality: str
    magnitude: str
    says: str
    sources: tuple[str, ...]


class ObligationAdvice(_Row):
    id: str
    guide: str
    says: str
    sources: tuple[str, ...]


class ContraindicationAdvice(_Row):
    id: str
    guide: str
    effect: Effect
    truth: Truth
    because: str
    sources: tuple[str, ...]
    facts: tuple[str, ...]
    depends_on: tuple[str, ...]

    @classmethod
    def _of(cls, row: tuple) -> ContraindicationAdvice:
        return cls(row[0], row[1], Effect(row[2]), Truth(row[3]), *row[4:])


class PositionAdvice(_Row):
    """What a consulted guide says of a treatment; never averaged in."""

    guide: str
    position: Position
    strength: str  #: That guide's own word, where it takes a position and has one.

    @classmethod
    def _of(cls, row: tuple) -> PositionAdvice:
        return cls(row[0], Position(row[1]), row[2])


class TreatmentAdvice(_Row):
    id: str
    label: str
    part_of: str  #: The group just above; empty when there is none.
    rank: int  #: From 1; 0 when it has none.
    verdict: Verdict
    cause: Cause | None
    depends_on: tuple[str, ...]
    score: Score | None  #: None for what is withheld for a cause other than `deferred`.
    arguments: tuple[ArgumentAdvice, ...]
    claims: tuple[ClaimAdvice, ...]
    obligations: tuple[ObligationAdvice, ...]
    positions: tuple[PositionAdvice, ...]
    contraindications: tuple[ContraindicationAdvice, ...]

    @classmethod
    def _of(cls, row: tuple) -> TreatmentAdvice:
        return super()._of((
            *row[:4],
            Verdict(row[4]),
            None if row[5] is None else Cause(row[5]),
            row[6],
            None if row[7] is None else Score(*row[7]),
            _all(ArgumentAdvice, row[8]),
            _all(ClaimAdvice, row[9]),
            _all(ObligationAdvice, row[10]),
            _all(PositionAdvice, row[11]),
            _all(ContraindicationAdvice, row[12]),
        ))


class CertainFirst(_Row):
    """Whether the first treatment stays first, whatever is still unknown."""

    treatment: str
    certain: bool
    margin: int | None  #: None when there is no other treatment to compare with.


class ScoreAdvice(_Row):
    """An instrument of a guide, such as a questionnaire: the points that the answers add up to."""

    id: str
    guide: str
    score: Score
    band: str  #: "unknown" while more than one is possible; empty when the score has no bands.

    @classmethod
    def _of(cls, row: tuple) -> ScoreAdvice:
        return cls(row[0], row[1], Score(*row[2]), row[3])


class ConflictAdvice(_Row):
    id: str
    facts: tuple[str, ...]
    set_aside: tuple[str, ...]
    because: str


class NoticeAdvice(_Row):
    id: str
    guide: str  #: Empty for a notice of the engine itself.
    says: str
    sources: tuple[str, ...]


class OverlayAdvice(_Row):
    """What a site changed in a guide."""

    id: str
    changes: tuple[str, ...]


class GuideAdvice(_Row):
    id: str
    version: str
    scope: Truth
    overlays: tuple[OverlayAdvice, ...]

    @classmethod
    def _of(cls, row: tuple) -> GuideAdvice:
        return cls(row[0], row[1], Truth(row[2]), _all(OverlayAdvice, row[3]))


class FirstPlaceSwap(_Row):
    """The smallest change of one strength word that would put another treatment first."""

    strength: str  #: The guide's word, such as "consider".
    change: int  #: Points to add to that word; may be negative.
    treatment: str  #: What would then be first.
