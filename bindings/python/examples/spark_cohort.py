"""A cohort on Apache Spark: the same rules, as many machines as there are. Cells for an editor that knows `# %%`.

usage: python spark_cohort.py [RULES]     from a clone, RULES is rules/low_back_pain; needs pyspark, and Java 17
"""

# %% The rules, and a session of Spark on this machine.
import sys

from pyspark.sql import SparkSession

import vertebra
from vertebra import spark

folder = sys.argv[1] if len(sys.argv) > 1 else "rules/low_back_pain"
engine = vertebra.Engine(vertebra.load_rule_set(folder, "default"))
session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", False).getOrCreate()

# %% Invented patients, not real people, in four partitions.
patients = session.range(20_000, numPartitions=4).selectExpr(
    "id as patient",
    "true as lbp_present",
    "18 + id * 7 % 78 as age",
    "id * 13 % 90 as pain_duration",
    "case when id % 3 > 0 then id % 50 = 1 end as fever",
    "case when id % 40 = 0 then 'both_legs' else 'none' end as leg_weakness",
)

# %% Each worker evaluates its rows where they lie.
outputs = ["care", "first"]
advice = patients.mapInArrow(
    spark.map_in_arrow(engine, as_of="2026-01-31", outputs=outputs, keep=["patient"]),
    spark.output_schema(engine, patients.schema, outputs=outputs, keep=["patient"]),
)
advice.groupBy("`care.least`", "first").count().orderBy("`care.least`", "first").show()
session.stop()
