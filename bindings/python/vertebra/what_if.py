"""What would be otherwise with other answers, and the fewest other answers that would change the advice."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from ._said import _Said
from .advice import (
    CareInterval, CareLevel, Cause, ConflictAdvice, Effect, NoticeAdvice, Score, Truth, Verdict, _all, _Row,
)  # fmt: skip

__all__ = [
    "AdviceInShort", "BeforeAfter", "ContraindicationDifference", "Counterfactual", "Counterfactuals", "Difference",
    "OtherAnswer", "RedFlagDifference", "ScopeDifference", "ScoreDifference", "Standing", "TreatmentDifference",
]  # fmt: skip


_Thing = TypeVar("_Thing")


class BeforeAfter(_Row, Generic[_Thing]):
    """The same thing in two outcomes."""

    before: _Thing
    after: _Thing


def _sides(of: Callable[[Any], Any], row: tuple) -> BeforeAfter:
    return BeforeAfter(*(None if side is None else of(side) for side in row))


def _score(row: tuple) -> Score:
    return Score(*row)


class RedFlagDifference(_Row):
    id: str
    guide: str
    level: CareLevel
    because: str
    sources: tuple[str, ...]
    truth: BeforeAfter[Truth]

    @classmethod
    def _of(cls, row: tuple) -> RedFlagDifference:
        return cls(row[0], row[1], CareLevel(*row[2]), row[3], row[4], _sides(Truth, row[5]))


class ContraindicationDifference(_Row):
    id: str
    guide: str
    effect: Effect
    because: str
    sources: tuple[str, ...]
    truth: BeforeAfter[Truth]

    @classmethod
    def _of(cls, row: tuple) -> ContraindicationDifference:
        return cls(row[0], row[1], Effect(row[2]), row[3], row[4], _sides(Truth, row[5]))


class Standing(_Row):
    """Where a treatment stands."""

    verdict: Verdict
    cause: Cause | None
    rank: int  #: 0 when it has none.
    score: Score | None  #: None for what is withheld for a cause other than `deferred`.

    @classmethod
    def _of(cls, row: tuple) -> Standing:
        cause, score = row[1], row[3]
        return cls(Verdict(row[0]), None if cause is None else Cause(cause), row[2], None if score is None else Score(*score))


class TreatmentDifference(_Row):
    id: str
    label: str
    standing: BeforeAfter[Standing]
    contraindications: tuple[ContraindicationDifference, ...]  #: Another truth now, and said in one outcome at least.

    @classmethod
    def _of(cls, row: tuple) -> TreatmentDifference:
        return cls(row[0], row[1], _sides(Standing._of, row[2]), _all(ContraindicationDifference, row[3]))


class ScoreDifference(_Row):
    """An instrument of a guide; a side is None where its guide is out of scope."""

    id: str
    guide: str
    score: BeforeAfter[Score | None]
    band: BeforeAfter[str]

    @classmethod
    def _of(cls, row: tuple) -> ScoreDifference:
        return cls(row[0], row[1], _sides(_score, row[2]), _sides(str, row[3]))


class ScopeDifference(_Row):
    """Whether a guide is about this patient."""

    guide: str
    truth: BeforeAfter[Truth]

    @classmethod
    def _of(cls, row: tuple) -> ScopeDifference:
        return cls(row[0], _sides(Truth, row[1]))


class Difference(_Said):
    """Everything in which two outcomes of one rule set differ; what is not named is the same in both."""

    scopes: tuple[ScopeDifference, ...]  #: In profile order.
    care: BeforeAfter[CareInterval | None] | None  #: None where it is the same; a side is None where it is not assessed.
    red_flags: tuple[RedFlagDifference, ...]  #: Most urgent first, then profile and file order.
    treatments: tuple[TreatmentDifference, ...]  #: In the order after the change: by rank, then of the catalogue.
    scores: tuple[ScoreDifference, ...]
    no_longer_asked: tuple[str, ...]  #: Facts, the most telling first.
    newly_asked: tuple[str, ...]
    conflicts_gone: tuple[ConflictAdvice, ...]
    conflicts_new: tuple[ConflictAdvice, ...]
    notices_gone: tuple[NoticeAdvice, ...]
    notices_new: tuple[NoticeAdvice, ...]
    as_of: datetime.date
    profile: str
    hash: str
    empty: bool  #: Nothing differs.
    _json: str
    _text: str

    @classmethod
    def _of(cls, row: tuple) -> Difference:
        return super()._of((
            _all(ScopeDifference, row[0]),
            None if row[1] is None else _sides(CareInterval._of, row[1]),
            _all(RedFlagDifference, row[2]),
            _all(TreatmentDifference, row[3]),
            _all(ScoreDifference, row[4]),
            *row[5:7],
            *(_all(ConflictAdvice, each) for each in row[7:9]),
            *(_all(NoticeAdvice, each) for each in row[9:11]),
            datetime.date(*row[11]),
            *row[12:],
        ))

    def __repr__(self) -> str:
        counts = {
            "guide": len(self.scopes),
            "red flag": len(self.red_flags),
            "treatment": len(self.treatments),
            "score": len(self.scores),
            "question": len(self.no_longer_asked) + len(self.newly_asked),
            "conflict": len(self.conflicts_gone) + len(self.conflicts_new),
            "notice": len(self.notices_gone) + len(self.notices_new),
        }
        said = [] if self.care is None else [f"care {_level(self.care.before)} to {_level(self.care.after)}"]
        said += [f"{count} {name}{'s' if count > 1 else ''}" for name, count in counts.items() if count]
        return f"<Difference: {'; '.join(said) or 'none'}>"


def _level(care: CareInterval | None) -> str:
    if care is None:
        return "not assessed"
    return care.least.id if care.decided else f"{care.least.id}..{care.most.id}"


class OtherAnswer(_Row):
    """An answer in place of the patient's own: one value, not a range."""

    fact: str
    answer: Any  #: As Engine.evaluate takes it; a quantity in the fact's unit.
    before: str  #: As a patient file writes it: "28 d", "unknown".
    after: str


class AdviceInShort(_Row):
    care: CareInterval | None
    first: str  #: The treatment at rank 1; empty where there are no ranks.
    first_label: str

    @classmethod
    def _of(cls, row: tuple) -> AdviceInShort:
        return cls(None if row[0] is None else CareInterval._of(row[0]), *row[1:])


class Counterfactual(_Row):
    """Other answers that reach a goal together; no part of them alone does."""

    answers: tuple[OtherAnswer, ...]  #: In vocabulary order.
    then: AdviceInShort

    @classmethod
    def _of(cls, row: tuple) -> Counterfactual:
        return cls(_all(OtherAnswer, row[0]), AdviceInShort._of(row[1]))


class Counterfactuals(_Said):
    """The sets of fewest other answers that reach a goal: all of one size, three answers at most.

    A quantity stands with one value for all that the rules do not tell apart, and of neighbours that all do only the nearest
    to the patient's own (among what is unknown, the lowest). An answer is never taken back.
    """

    goal: str
    reached_already: bool  #: The outcome is so as it is; then nothing was looked for.
    complete: bool  #: False when there are more sets than the 10,000 that are listed.
    sets: tuple[Counterfactual, ...]  #: By facts in vocabulary order, then by values. Empty where none is small enough.
    now: AdviceInShort
    treatment_label: str  #: Of the goal; empty where it names no treatment.
    as_of: datetime.date
    profile: str
    hash: str
    _json: str
    _text: str

    @classmethod
    def _of(cls, row: tuple) -> Counterfactuals:
        return super()._of((
            *row[:3], _all(Counterfactual, row[3]), AdviceInShort._of(row[4]), row[5], datetime.date(*row[6]), *row[7:]
        ))

    def __repr__(self) -> str:
        if self.reached_already:
            return f"<Counterfactuals {self.goal}: reached already>"
        if not self.sets:
            return f"<Counterfactuals {self.goal}: none>"
        size = len(self.sets[0].answers)
        more = "" if self.complete else " and more"
        sets, answers = "set" + "s" * (len(self.sets) > 1), "answer" + "s" * (size > 1)
        return f"<Counterfactuals {self.goal}: {len(self.sets)} {sets} of {size} {answers}{more}>"
