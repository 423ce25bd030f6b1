"""Why an outcome says what it says, and why it does not say something else."""

from __future__ import annotations

import datetime
import json

from ._said import _Said
from .advice import Cause, Score, Truth, Verdict, _all, _Row, _Word, some

__all__ = ["Why", "WhyKind", "WhyNode", "WhySource"]


class WhyKind(_Word):
    """What one step of an answer is about."""

    care = "care"
    at_least = "at_least"
    red_flag = "red_flag"
    scope = "scope"
    treatment = "treatment"
    position = "position"
    indication = "indication"
    contraindication = "contraindication"
    deferral = "deferral"
    rank = "rank"
    argument = "argument"
    strength = "strength"
    condition = "condition"
    expression = "expression"
    comparison = "comparison"
    score = "score"
    member = "member"
    consistency = "consistency"
    fact = "fact"


class WhySource(_Row):
    id: str
    interprets: str  #: The source that this one reads; empty for one that is not an interpretation.
    mark: str  #: V, V2 or GK; empty where nobody said.


class WhyNode(_Row):
    """One step of an answer, from what was asked down to facts."""

    kind: WhyKind
    truth: Truth  #: Of what the node says, before any `not` above it.
    depth: int
    parent: int  #: Into the nodes; -1 for the first.
    negated: bool  #: The rule above reads it under `not`.
    repeated: bool  #: What is below it stands at an earlier node of the same rule or condition.
    id: str
    second: str  #: Of a rank: the other treatment.
    guide: str
    says: str
    text: str  #: Of an expression, comparison or score: in the words of the rule language.
    answer: str  #: Of a fact: as a patient file writes it.
    set_aside: bool
    derived: bool  #: Of a fact: from others, by consistency rules.
    points: int | None
    verdict: Verdict | None
    cause: Cause | None
    score: Score | None
    sources: tuple[WhySource, ...]

    @classmethod
    def _of(cls, row: tuple) -> WhyNode:
        return super()._of((
            WhyKind(row[0]),
            Truth(row[1]),
            *row[2:15],
            None if row[15] is None else Verdict(row[15]),
            None if row[16] is None else Cause(row[16]),
            None if row[17] is None else Score(*row[17]),
            tuple([WhySource(*source) for source in row[18]]),
        ))


class Why(_Said):
    """An answer to one question: the facts that decided, what it waits on, and the steps from one to the other."""

    question: str
    as_of: datetime.date
    truth: Truth  #: Whether what was asked is so.
    facts: tuple[str, ...]  #: The answers that decided, in vocabulary order.
    waits_on: tuple[str, ...]
    nodes: tuple[WhyNode, ...]  #: Each after its parent, siblings in order.
    _json: str
    _text: str
    _page: str
    _dot: str

    @classmethod
    def _of(cls, row: tuple) -> Why:
        as_of = datetime.date.fromisoformat(json.loads(row[5])["as_of"])
        return cls(row[0], as_of, Truth(row[1]), row[2], row[3], _all(WhyNode, row[4]), *row[5:])

    def to_html(self) -> str:
        """One page for a browser that needs nothing else."""
        return self._page

    def to_dot(self) -> str:
        """The part of the rule graph that bears on it with this patient's path through it, in the language of Graphviz."""
        return self._dot

    def __repr__(self) -> str:
        said = [f"{said} {some(facts)}" for said, facts in (("decided by", self.facts), ("waits on", self.waits_on)) if facts]
        return f"<Why {self.question}: {'; '.join([str(self.truth), *said])}>"

    def _repr_html_(self) -> str:
        from . import _html

        return _html.page(self._page)
