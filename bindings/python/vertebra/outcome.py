"""What one evaluation says: a plain, immutable value with the names of the C++ library."""

from __future__ import annotations

import datetime
import json
from typing import Any

from .advice import (
    CareInterval, CertainFirst, ConflictAdvice, FirstPlaceSwap, GuideAdvice, NoticeAdvice, RedFlagAdvice, ScoreAdvice,
    TreatmentAdvice, Truth, _all, _Row,
)  # fmt: skip

__all__ = ["Outcome"]


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
    "rule_truths": lambda row: tuple(map(Truth, row)),
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

    def rule_truths(self) -> tuple[Truth, ...]:
        """What each rule was, one for each of `vertebra.rules`. A red flag, contraindication or indication holds as far as
        the scope of its guide does; of an argument or a notice only its own `when` counts."""
        return self._part("rule_truths")

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
        from . import _html

        return _html.outcome(self)


def _restore(parts: dict[str, Any]) -> Outcome:
    return Outcome(None, parts)
