"""Cohorts beyond one machine: what Apache Spark's `DataFrame.mapInArrow` needs. `import vertebra.spark`.

    from vertebra import spark

    outputs = ["care", "first"]
    advice = patients.mapInArrow(
        spark.map_in_arrow(engine, as_of="2026-01-31", outputs=outputs, keep=["patient"]),
        spark.output_schema(engine, patients.schema, outputs=outputs, keep=["patient"]),
    )

Rows are evaluated where they lie, a batch at a time; every partitioning says the same of a row. The engine goes to the workers
as its image: they need neither the folder of the rules nor to read it.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import pyarrow

from .engine import Engine

if TYPE_CHECKING:
    from pyspark.sql.types import StructType

__all__ = ["map_in_arrow", "output_schema"]


def _plain_type(kind: pyarrow.DataType) -> pyarrow.DataType:
    """Spark has no columns of dictionaries: words as texts."""
    return kind.value_type if pyarrow.types.is_dictionary(kind) else kind


def _evaluated(
    engine: Engine, batch: pyarrow.RecordBatch, as_of: datetime.date | str, outputs: Iterable[str] | None, keep: Sequence[str]
) -> pyarrow.RecordBatch:
    facts = batch.select([name for name in batch.schema.names if name not in keep])
    said = pyarrow.table(engine.evaluate_cohort(facts, as_of=as_of, outputs=outputs, threads=1)).combine_chunks()
    columns = {name: batch.column(name) for name in keep}
    columns |= {name: said.column(name).chunk(0).cast(_plain_type(said.schema.field(name).type)) for name in said.schema.names}
    return pyarrow.RecordBatch.from_pydict(columns)


def map_in_arrow(
    engine: Engine, *, as_of: datetime.date | str, outputs: Iterable[str] | None = None, keep: Sequence[str] = ()
) -> Callable[[Iterator[pyarrow.RecordBatch]], Iterator[pyarrow.RecordBatch]]:
    """A function for `DataFrame.mapInArrow`: from batches of facts to batches of what the rules say.

    Columns are as for Engine.evaluate_cohort, but for those named in `keep`, which pass through, such as a patient's key.
    """
    chosen = None if outputs is None else tuple(outputs)

    def evaluate(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        for batch in batches:
            if batch.num_rows:
                yield _evaluated(engine, batch, as_of, chosen, keep)

    return evaluate


def output_schema(
    engine: Engine, schema: StructType, *, outputs: Iterable[str] | None = None, keep: Sequence[str] = ()
) -> StructType:
    """The schema of what `map_in_arrow` with the same arguments puts out, where `schema` is that of what goes in."""
    from pyspark.sql.pandas.types import from_arrow_schema
    from pyspark.sql.types import StructType

    nobody = pyarrow.table(engine.evaluate_cohort({}, as_of="2000-01-01", outputs=outputs))
    fields = [pyarrow.field(each.name, _plain_type(each.type)) for each in nobody.schema]
    return StructType([schema[name] for name in keep] + from_arrow_schema(pyarrow.schema(fields)).fields)
