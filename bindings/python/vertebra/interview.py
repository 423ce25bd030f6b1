"""What to ask next."""

from __future__ import annotations

from collections.abc import Iterable

from . import _vertebra
from .advice import CareLevel, _Row

__all__ = ["Question", "first_page"]


class Question(_Row):
    """A fact that can still change the advice."""

    fact: str
    ask: str  #: Empty where the vocabulary has no wording.
    panel: str  #: Empty where the fact has none.
    could_change: tuple[str, ...]  #: Of care, verdicts, scores, cautions.
    decides_scope: bool  #: It is open whether a guide is about this patient.
    could_raise: CareLevel | None  #: The highest level to which it could raise care.
    verdicts: int  #: Treatments that it holds open.
    points: int  #: At stake, sizes added up over treatments.
    by_none: bool  #: A "none of these" over several questions answers it.

    @classmethod
    def _of(cls, row: tuple) -> Question:
        level = None if row[5] is None else CareLevel(*row[5])
        return super()._of((*row[:5], level, *row[6:]))


def first_page(questions: Iterable[Question]) -> tuple[Question, ...]:
    """What to put to a person at once: the first question, and those of its panel that "none of these" answers with it."""
    asked = tuple(questions)
    return tuple(asked[place] for place in _vertebra.first_page([(each.panel, each.by_none) for each in asked]))
