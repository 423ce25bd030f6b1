"""Tools for studies over cohorts; NumPy is all they need. `import vertebra.study`."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy

from .cohort import CohortResult
from .engine import Engine, Patient
from .advice import FirstPlaceSwap

__all__ = [
    "Change", "Comparison", "QuestionShare", "compare", "first_place_swaps", "open_questions", "shares", "stable_share",
]  # fmt: skip


def shares(result: CohortResult, name: str) -> dict[str | None, float]:
    """The share of patients with each word of a column of labels or booleans; None for missing. Empty for no patients."""
    labels = result.labels(name) or ("no", "yes")
    codes = result[name]
    if codes.dtype != numpy.int8:
        raise TypeError(f"column `{name}` holds numbers, which have no shares")
    if len(codes) == 0:
        return {}
    counts = numpy.bincount(codes.astype(numpy.int16) + 1, minlength=len(labels) + 1)
    return {label: int(count) / len(codes) for label, count in zip((None, *labels), counts, strict=True) if count}


@dataclass(frozen=True, slots=True)
class Change:
    """How many patients one column says something else of, and the first of them."""

    column: str
    rows: int
    examples: tuple[int, ...]  #: Positions in the cohort.
    words: tuple[tuple[str | None, str | None, int], ...]  #: Of a column of labels: from, to and how many; most first.


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two evaluations of one cohort say differently."""

    patients: int
    changed: int  #: Patients of whom any column differs.
    changes: tuple[Change, ...]  #: Columns that differ for somebody, in the order of the first evaluation.
    only_first: tuple[str, ...]  #: Columns that the other one does not have.
    only_second: tuple[str, ...]


def _words(result: CohortResult, name: str) -> Any:
    """A column as an array that two results share the meaning of: words where it has labels."""
    cells = result[name]
    labels = result.labels(name)
    return numpy.array([*labels, None], dtype=object)[cells] if labels else cells


def _transitions(before: Any, after: Any) -> tuple[tuple[str | None, str | None, int], ...]:
    if before.dtype != object:
        return ()
    counts: dict[tuple[str | None, str | None], int] = {}
    for pair in zip(before.tolist(), after.tolist(), strict=True):
        counts[pair] = counts.get(pair, 0) + 1
    return tuple((*pair, count) for pair, count in sorted(counts.items(), key=lambda item: (-item[1], str(item[0]))))


def compare(first: CohortResult, second: CohortResult, *, examples: int = 5) -> Comparison:
    """Holds two evaluations of one cohort against each other: other rules, another profile, another day.

    Rows are matched by position, columns by name, labels by their words.
    """
    if len(first) != len(second):
        raise ValueError(f"these are not of one cohort: {len(first)} and {len(second)} patients")
    anywhere = numpy.zeros(len(first), bool)
    changes = []
    for name in first.names:
        if name not in second:
            continue
        before, after = _words(first, name), _words(second, name)
        differs = before != after
        anywhere |= differs
        rows = numpy.flatnonzero(differs)
        if len(rows):
            words = _transitions(before[rows], after[rows])
            changes.append(Change(name, len(rows), tuple(rows[:examples].tolist()), words))
    return Comparison(
        len(first),
        int(anywhere.sum()),
        tuple(changes),
        tuple(name for name in first.names if name not in second),
        tuple(name for name in second.names if name not in first),
    )


@dataclass(frozen=True, slots=True)
class QuestionShare:
    """Of how many patients the answer to one question could still change the advice: what leaving it open costs."""

    fact: str
    patients: float  #: Share of patients for whom it can change anything.
    care: float
    verdicts: float
    scores: float
    cautions: float


def open_questions(result: CohortResult) -> tuple[QuestionShare, ...]:
    """Each fact that is open and matters for somebody, the most costly first; needs the output "questions"."""
    counts = result.questions
    if counts is None:
        raise ValueError("the cohort was evaluated without the output `questions`")
    shown = [QuestionShare(fact, *(count / len(result) for count in row)) for fact, *row in counts if row[0]]
    return tuple(sorted(shown, key=lambda each: (-each.care, -each.verdicts, -each.patients)))


def first_place_swaps(
    engine: Engine, patients: Iterable[Patient | Mapping[str, Any]], *, as_of: datetime.date | str
) -> tuple[FirstPlaceSwap | None, ...]:
    """For each patient the smallest change of one strength word that would put another treatment first."""
    return tuple(engine.evaluate(each, as_of=as_of).first_place_stability() for each in patients)


def stable_share(swaps: Iterable[FirstPlaceSwap | None], points: int) -> float:
    """The share of patients whose first place no change of one word by `points` or less can take; NaN for no patients."""
    sizes = numpy.array([math.inf if each is None else abs(each.change) for each in swaps])
    return float((sizes > points).mean()) if len(sizes) else math.nan
