"""Cohorts on Apache Spark. Run by `ctest -C long`: it needs pyspark and Java."""

import pickle
import subprocess
import sys

import pyarrow
import pytest
from pyspark.sql import SparkSession

import vertebra
from conftest import AS_OF, RULES, SOURCE
from vertebra import spark

ROWS = 1000
COLUMNS = {
    "patient": list(range(ROWS)),
    "lbp_present": [True] * ROWS,
    "pain_duration": [float(row * 13 % 90) if row % 7 else None for row in range(ROWS)],
    "fever": [None if row % 3 == 0 else row % 50 == 1 for row in range(ROWS)],
    "leg_weakness": ["both_legs" if row % 40 == 0 else "none" for row in range(ROWS)],
}
OUTPUTS = ["care", "first", "conflicts", "verdicts", "causes", "scores", "ranks"]


@pytest.fixture(scope="module")
def session():
    made = SparkSession.builder.master("local[2]").config("spark.ui.enabled", False).getOrCreate()
    yield made
    made.stop()


@pytest.mark.parametrize("partitions", [1, 2, 7])
def test_any_partitioning_says_what_one_cohort_says(session, engine, partitions):
    patients = session.createDataFrame(pyarrow.table(COLUMNS)).repartition(partitions)
    advice = patients.mapInArrow(
        spark.map_in_arrow(engine, as_of=AS_OF, outputs=OUTPUTS, keep=["patient"]),
        spark.output_schema(engine, patients.schema, outputs=OUTPUTS, keep=["patient"]),
    )
    said = sorted((each.asDict() for each in advice.collect()), key=lambda each: each["patient"])
    facts = {name: column for name, column in COLUMNS.items() if name != "patient"}
    whole = pyarrow.table(engine.evaluate_cohort(facts, as_of=AS_OF, outputs=OUTPUTS)).to_pylist()
    assert said == [{"patient": patient, **row} for patient, row in enumerate(whole)]


def test_the_example_runs():
    example = SOURCE / "bindings/python/examples/spark_cohort.py"
    said = subprocess.run([sys.executable, example, RULES], capture_output=True, encoding="utf-8", check=True).stdout
    assert "emergency" in said and "care.least" in said


def test_the_function_goes_where_the_rows_are(engine):
    import pyspark.cloudpickle

    function = pyspark.cloudpickle.dumps(spark.map_in_arrow(engine, as_of=AS_OF))
    batch = pyarrow.record_batch({"lbp_present": [True, None]})
    (said,) = pickle.loads(function)(iter([batch]))
    assert said.num_rows == 2 and len(function) < len(vertebra.to_image(engine.rule_set)) + 20_000
