"""Many patients at once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from . import _vertebra

if TYPE_CHECKING:
    import numpy
    import pandas
    import polars

__all__ = ["COHORT_OUTPUTS", "CohortResult"]

#: What `Engine.evaluate_cohort` can put out, and the columns that each becomes.
COHORT_OUTPUTS: dict[str, str] = {
    "care": "care.least, care.most: ids of care levels; missing where care was not assessed",
    "first": "first: the id of the treatment of rank 1; missing where there are no ranks",
    "certain": "first.certain: whether no open answer can take the first place away; no where there are no ranks",
    "conflicts": "conflict: whether the record breaks a consistency rule",
    "verdicts": "<treatment>.verdict: offered, provisional or withheld",
    "causes": "<treatment>.cause: why it is withheld; missing where it is not",
    "scores": "<treatment>.score.low and .high: points; missing for what is withheld for a cause other than deferred",
    "ranks": "<treatment>.rank: from 1; missing where it has none",
    "questions": "no column: CohortResult.questions counts what is still worth asking",
    "rules": "no column: CohortResult.rules counts what each rule was",
}


class CohortResult:
    """What the rules say of each patient of a cohort, a column for each part, a row for each patient in the given order.

    `result[name]` is a NumPy array over the column's own memory, read-only: codes (int8, -1 for missing, into
    `labels(name)`), booleans (int8, 0 or 1), scores (int32, `CohortResult.MISSING` for missing), or ranks (int16, 0 for
    missing). Arrow consumers read the same memory through `__arrow_c_stream__`, with nulls for what is missing.
    """

    __slots__ = ("_columns", "_index", "_live")

    MISSING = -(2**31)  #: Stands for a missing score in a NumPy view.

    def __init__(self, live: Any, index: Any = None) -> None:
        self._live = live
        self._index = index
        self._columns = {
            name: (position, meaning, labels) for position, (name, meaning, labels) in enumerate(live.names())
        }

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._columns)

    def labels(self, name: str) -> tuple[str, ...]:
        """The words that the codes of a column stand for; empty for scores, ranks and booleans."""
        return self._columns[name][2]

    @property
    def questions(self) -> tuple[tuple[str, int, int, int, int, int, int], ...] | None:
        """For each fact, in vocabulary order: of how many patients its answer could still change anything, the care
        interval, a verdict, a score, a caution; and a verdict or score while the first place is open. None without the
        output "questions"."""
        return self._live.questions() or None

    @property
    def rules(self) -> tuple[tuple[str, str, str, int, int, int], ...] | None:
        """For each rule, as `vertebra.rules` lists them: kind, guide and id, and for how many patients it was no, unknown
        and yes. None without the output "rules"."""
        return self._live.rules() or None

    def __len__(self) -> int:
        return self._live.rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __contains__(self, name: object) -> bool:
        return name in self._columns

    def __getitem__(self, name: str) -> numpy.ndarray:
        import numpy

        return numpy.asarray(self._live.view(self._columns[name][0]))

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """One record batch: dictionaries of words, int32, int16 and bool columns, all nullable. No other schema can be asked for."""
        return self._live.stream()

    def to_pandas(self) -> pandas.DataFrame:
        """A frame of categories, nullable Int32 and Int16, and bool columns, with the index of the frame that was evaluated."""
        import pandas

        return pandas.DataFrame({name: self._series(name, pandas) for name in self._columns}, index=self._index)

    def _series(self, name: str, pandas: Any) -> Any:
        _, meaning, labels = self._columns[name]
        cells = self[name]
        if meaning == "label":
            return pandas.Categorical.from_codes(cells, categories=labels)
        if meaning == "boolean":
            return cells.astype(bool)
        return pandas.arrays.IntegerArray(cells.copy(), cells == (0 if meaning == "rank" else self.MISSING))

    def to_polars(self) -> polars.DataFrame:
        import polars

        return polars.DataFrame(self)

    def __repr__(self) -> str:
        return f"<CohortResult: {len(self)} patients, {len(self._columns)} columns>"


def outputs_from(outputs: Any) -> tuple[str, ...]:
    chosen = ("care", "first", "verdicts", "scores", "ranks") if outputs is None else tuple(outputs)
    for each in chosen:
        if each not in COHORT_OUTPUTS:
            raise ValueError(f"`{each}` is not an output: choose among {', '.join(COHORT_OUTPUTS)}")
    return chosen


def run(
    engine: _vertebra.Engine, data: Any, as_of: Any, outputs: Any, threads: int | None, progress: Any, points: Any = None
) -> CohortResult:
    from ._frame import frame_of

    count = threads if threads is not None else len(os.sched_getaffinity(0))
    if count < 1:
        raise ValueError("`threads` is at least 1")
    chosen = outputs_from(outputs)
    frame, index = frame_of(data)
    return CohortResult(_vertebra.evaluate_cohort(engine, frame, as_of, chosen, count, progress, points), index)
