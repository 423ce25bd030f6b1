"""What one evaluation says: plain, immutable values with the names of the C++ library."""

from __future__ import annotations

import datetime
import enum
import json
from dataclasses import dataclass
from typing import Any

from . import _html

__all__ = [
    "ArgumentAdvice", "CareInterval", "CareLevel", "Cause", "CertainFirst", "ClaimAdvice", "ConflictAdvice",
    "ContraindicationAdvice", "Effect", "FirstPlaceSwap", "GuideAdvice", "NoticeAdvice", "ObligationAdvice", "Outcome",
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


class _Row:
    __slots__ = ()

    @classmethod
    def _of(cls, row: tuple) -> Any:
        return cls(*row)


def _all(kind: type[_Row], rows: tuple) -> tuple:
    return tuple([kind._of(row) for row in rows])


@dataclass(frozen=True, slots=True)
class CareLevel(_Row):
    """One of the rule set's care levels; a higher rank is more urgent, 0 the least."""

    rank: int
    id: str
    label: str


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Score(_Row):
    """Exact points; an interval while facts are unknown."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class ClaimAdvice(_Row):
    """What the source claims of a treatment; shown, never counted."""

    modality: str
    magnitude: str
    says: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ObligationAdvice(_Row):
    id: str
    guide: str
    says: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class PositionAdvice(_Row):
    """What a consulted guide says of a treatment; never averaged in."""

    guide: str
    position: Position
    strength: str  #: That guide's own word, where it takes a position and has one.

    @classmethod
    def _of(cls, row: tuple) -> PositionAdvice:
        return cls(row[0], Position(row[1]), row[2])


@dataclass(frozen=True, slots=True)
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
        return cls(
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
        )


@dataclass(frozen=True, slots=True)
class CertainFirst(_Row):
    """Whether the first treatment stays first, whatever is still unknown."""

    treatment: str
    certain: bool
    margin: int | None  #: None when there is no other treatment to compare with.


@dataclass(frozen=True, slots=True)
class ScoreAdvice(_Row):
    """An instrument of a guide, such as a questionnaire: the points that the answers add up to."""

    id: str
    guide: str
    score: Score
    band: str  #: "unknown" while more than one is possible; empty when the score has no bands.

    @classmethod
    def _of(cls, row: tuple) -> ScoreAdvice:
        return cls(row[0], row[1], Score(*row[2]), row[3])


@dataclass(frozen=True, slots=True)
class ConflictAdvice(_Row):
    id: str
    facts: tuple[str, ...]
    set_aside: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class NoticeAdvice(_Row):
    id: str
    guide: str  #: Empty for a notice of the engine itself.
    says: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OverlayAdvice(_Row):
    """What a site changed in a guide."""

    id: str
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GuideAdvice(_Row):
    id: str
    version: str
    scope: Truth
    overlays: tuple[OverlayAdvice, ...]

    @classmethod
    def _of(cls, row: tuple) -> GuideAdvice:
        return cls(row[0], row[1], Truth(row[2]), _all(OverlayAdvice, row[3]))


@dataclass(frozen=True, slots=True)
class FirstPlaceSwap(_Row):
    """The smallest change of one strength word that would put another treatment first."""

    strength: str  #: The guide's word, such as "consider".
    change: int  #: Points to add to that word; may be negative.
    treatment: str  #: What would then be first.


def _maybe(kind: type[_Row]) -> Any:
    return lambda row: None if row is None else kind._of(row)


def _many(kind: type[_Row]) -> Any:
    return lambda rows: _all(kind, rows)


# Each part of an outcome, and how its plain value becomes one of the classes above.
_PARTS: dict[str, Any] = {
    "as_of": lambda row: datetime.date(*row),
    "profile": str,
    "hash": str,
    "guides": _many(GuideAdvice),
    "care": _maybe(CareInterval),
    "red_flags": _many(RedFlagAdvice),
    "treatments": _many(TreatmentAdvice),
    "scores": _many(ScoreAdvice),
    "certain_first": _maybe(CertainFirst),
    "conflicts": _many(ConflictAdvice),
    "notices": _many(NoticeAdvice),
    "first_place_stability": _maybe(FirstPlaceSwap),
    "to_json": str,
}
_TEXT_WIDTH = 80


class Outcome:
    """What one evaluation says of one patient.

    Stands on its own: it needs neither the engine nor the rules once it is made, and its parts are built when they are
    first asked for. Two outcomes are equal when their JSON forms are, which hold the date and the hash of the rules.
    Copies made by pickle keep everything but texts of other widths than 80 columns.
    """

    __slots__ = ("_live", "_parts")

    def __init__(self, live: Any, parts: dict[str, Any] | None = None) -> None:
        self._live = live
        self._parts: dict[str, Any] = {} if parts is None else parts

    def _part(self, name: str) -> Any:
        try:
            return self._parts[name]
        except KeyError:
            return self._parts.setdefault(name, _PARTS[name](getattr(self._live, name)()))

    @property
    def as_of(self) -> datetime.date:
        """The day for which it was said."""
        return self._part("as_of")

    @property
    def profile(self) -> str:
        return self._part("profile")

    @property
    def hash(self) -> str:
        """Of the rules in use, "sha256:…"."""
        return self._part("hash")

    @property
    def guides(self) -> tuple[GuideAdvice, ...]:
        return self._part("guides")

    @property
    def care(self) -> CareInterval | None:
        """None when every guide with red flags is out of scope."""
        return self._part("care")

    @property
    def red_flags(self) -> tuple[RedFlagAdvice, ...]:
        """Those that are yes, then the open ones that matter; most urgent first."""
        return self._part("red_flags")

    @property
    def treatments(self) -> tuple[TreatmentAdvice, ...]:
        """In rank order, then catalogue order."""
        return self._part("treatments")

    @property
    def scores(self) -> tuple[ScoreAdvice, ...]:
        return self._part("scores")

    @property
    def certain_first(self) -> CertainFirst | None:
        return self._part("certain_first")

    @property
    def conflicts(self) -> tuple[ConflictAdvice, ...]:
        return self._part("conflicts")

    @property
    def notices(self) -> tuple[NoticeAdvice, ...]:
        return self._part("notices")

    def first_place_stability(self) -> FirstPlaceSwap | None:
        """The smallest change of one strength word that would put another treatment first, all else held as it is.

        None when there is no first place, or no change of one word within ±2**20 points would swap it.
        """
        return self._part("first_place_stability")

    def to_json(self) -> str:
        """The stable JSON form: one line, the same bytes as from C++ and the program."""
        return self._part("to_json")

    def to_dict(self) -> dict[str, Any]:
        """The JSON form as dicts and lists; a new one each time."""
        return json.loads(self.to_json())

    def to_text(self, *, width: int = _TEXT_WIDTH, color: bool = False) -> str:
        """The form for reading: care first, then ranked treatments with reasons, what is withheld, what is unknown."""
        if self._live is not None:
            return self._live.to_text(width, color)
        if width != _TEXT_WIDTH or color:
            raise ValueError(f"of an outcome that was pickled only the plain text of {_TEXT_WIDTH} columns is kept")
        return self._parts["to_text"]

    def __eq__(self, other: object) -> bool:
        return self.to_json() == other.to_json() if isinstance(other, Outcome) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __reduce__(self) -> tuple:
        parts = {name: self._part(name) for name in _PARTS}
        return _restore, ({**parts, "to_text": self.to_text()},)

    def __copy__(self) -> Outcome:
        return self

    def __deepcopy__(self, memo: dict) -> Outcome:
        return self

    def __repr__(self) -> str:
        care = self.care
        level = "not assessed" if care is None else care.least.id if care.decided else f"{care.least.id}..{care.most.id}"
        flags = ", ".join(flag.id for flag in self.red_flags if flag.truth == Truth.yes)
        first = self.certain_first
        return (
            f"<Outcome as of {self.as_of}: care {level}"
            + (f"; red flags {flags}" if flags else "")
            + ("" if first is None else f"; first {first.treatment}" + ("" if first.certain else " (open)"))
            + ">"
        )

    def _repr_html_(self) -> str:
        return _html.outcome(self)


def _restore(parts: dict[str, Any]) -> Outcome:
    return Outcome(None, parts)
