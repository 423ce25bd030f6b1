"""Tools for studies over cohorts; NumPy is all they need. `import vertebra.study`."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy

from . import _vertebra, cohort
from .advice import FirstPlaceSwap
from .cohort import CohortResult
from .engine import Engine, Patient
from .rule_set import RuleSet, strengths

__all__ = [
    "Change", "Comparison", "QuestionShare", "RuleRate", "Sweep", "compare", "first_place_swaps", "open_questions",
    "rule_rates", "shares", "stable_share", "sweep", "undecided", "vary",
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
    first: float  #: Share of patients whose first place is open and of whom it can change a verdict or a score.


def open_questions(result: CohortResult) -> tuple[QuestionShare, ...]:
    """Each fact that is open and matters for somebody, the most costly first; needs the output "questions"."""
    counts = result.questions
    if counts is None:
        raise ValueError("the cohort was evaluated without the output `questions`")
    shown = [QuestionShare(fact, *(count / len(result) for count in row)) for fact, *row in counts if row[0]]
    return tuple(sorted(shown, key=lambda each: (-each.care, -each.verdicts, -each.patients)))


def undecided(result: CohortResult) -> dict[str, float]:
    """The share of patients whose care, and of those whose first place, an open answer could still change.

    Needs the outputs "care", "first" and "certain". Patients without care or without ranks count as decided; NaN for no patients.
    """
    if len(result) == 0:
        return {"care": math.nan, "first": math.nan}
    first_is_open = (result["first"] >= 0) & (result["first.certain"] == 0)
    return {
        "care": float((result["care.least"] != result["care.most"]).mean()),
        "first": float(first_is_open.mean()),
    }


@dataclass(frozen=True, slots=True)
class RuleRate:
    """For which share of patients one rule holds, and for which share nobody knows."""

    kind: str
    guide: str
    id: str
    fires: float
    unknown: float


def rule_rates(result: CohortResult) -> tuple[RuleRate, ...]:
    """Every rule, as `vertebra.rules` lists them; needs the output "rules". NaN for no patients."""
    counts = result.rules
    if counts is None:
        raise ValueError("the cohort was evaluated without the output `rules`")
    patients = len(result) or math.nan
    return tuple(RuleRate(kind, guide, id, yes / patients, unknown / patients) for kind, guide, id, _, unknown, yes in counts)


@dataclass(frozen=True, slots=True, eq=False)
class Sweep:
    """How a cohort is ranked under many vectors of points for the strength words of the guide that ranks."""

    words: tuple[str, ...]
    points: numpy.ndarray  #: Vectors × words.
    treatments: tuple[str, ...]
    patients: int
    ranks: numpy.ndarray  #: Vectors × treatments × (treatments + 1): how many patients have rank 0 (none), 1, 2, …
    other_first: numpy.ndarray  #: A vector each: patients with another first place than under the guide's own points.
    other_order: numpy.ndarray  #: A vector each: patients of whom any rank differs.

    def rank_shares(self) -> numpy.ndarray:
        """Treatments × (treatments + 1): the share of patients and vectors that give it no rank, rank 1, rank 2, …"""
        return self.ranks.sum(axis=0) / max(self.patients * len(self.points), 1)

    def first_shares(self) -> numpy.ndarray:
        """Vectors × treatments: the share of patients for whom it is first."""
        return self.ranks[:, :, 1] / max(self.patients, 1)

    def __repr__(self) -> str:
        return f"<Sweep of {len(self.points)} vectors of {', '.join(self.words)} over {self.patients} patients>"


_MOST_POINTS = 2**20


def _vectors(points: Any, words: tuple[str, ...]) -> numpy.ndarray:
    given = numpy.asarray(points)
    if given.ndim != 2 or given.shape[1] != len(words):
        raise ValueError(f"`points` has a row for each vector and a column for each of {', '.join(words)}")
    if given.dtype.kind not in "iuf" or not ((abs(given) <= _MOST_POINTS) & (given == numpy.rint(given))).all():
        raise ValueError(f"points are whole numbers from -{_MOST_POINTS} to {_MOST_POINTS}")
    return numpy.ascontiguousarray(given, dtype=numpy.int32)


def vary(rule_set: RuleSet, word: str, changes: Iterable[int]) -> numpy.ndarray:
    """Vectors for `sweep` in which one word has its points and each of `changes` more, the others what the guide says."""
    known = strengths(rule_set)
    if word not in [each.word for each in known]:
        raise ValueError(f"`{word}` is none of the strength words: {', '.join(each.word for each in known)}")
    steps = numpy.array(list(changes), dtype=numpy.int64)
    return numpy.stack([each.points + steps * (each.word == word) for each in known], axis=1)


def sweep(
    engine: Engine,
    data: Any,
    points: Any,
    *,
    as_of: datetime.date | str,
    threads: int | None = None,
    progress: Callable[[int, int], object] | None = None,
) -> Sweep:
    """Ranks a cohort anew under each row of `points`: whole numbers, a column for each of `vertebra.strengths`.

    Verdicts, and the arguments for and against, are as they are; only what the words weigh changes. `data`, `threads` and
    `progress` are as for Engine.evaluate_cohort.
    """
    words = tuple(each.word for each in strengths(engine.rule_set))
    vectors = _vectors(points, words)
    result = cohort.run(engine, data, as_of, (), threads, progress, vectors)
    ranks, other_first, other_order = (numpy.frombuffer(counts, numpy.uint64) for counts in result._live.sweep())
    treatments = _vertebra.ranked_treatments(engine.rule_set)
    shape = (len(vectors), len(treatments), len(treatments) + 1)
    return Sweep(words, vectors, treatments, len(result), ranks.reshape(shape), other_first, other_order)


def first_place_swaps(
    engine: Engine, patients: Iterable[Patient | Mapping[str, Any]], *, as_of: datetime.date | str
) -> tuple[FirstPlaceSwap | None, ...]:
    """For each patient the smallest change of one strength word that would put another treatment first."""
    return tuple(engine.evaluate(each, as_of=as_of).first_place_stability() for each in patients)


def stable_share(swaps: Iterable[FirstPlaceSwap | None], points: int) -> float:
    """The share of patients whose first place no change of one word by `points` or less can take; NaN for no patients."""
    sizes = numpy.array([math.inf if each is None else abs(each.change) for each in swaps])
    return float((sizes > points).mean()) if len(sizes) else math.nan
