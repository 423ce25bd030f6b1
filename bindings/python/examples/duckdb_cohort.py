"""A cohort that stays in DuckDB: SQL in, SQL out, and a table larger than memory a batch at a time. Cells for `# %%`.

usage: python duckdb_cohort.py [RULES]     from a clone, RULES is rules/low_back_pain
"""

# %% The rules, and a table of invented patients: not real people.
import sys

import duckdb

import vertebra

folder = sys.argv[1] if len(sys.argv) > 1 else "rules/low_back_pain"
engine = vertebra.Engine(vertebra.load_rule_set(folder, "default"))
database = duckdb.connect()
database.execute("""
    create table patients as
    select i as patient, true as lbp_present, 18 + i * 7 % 78 as age, i * 13 % 90 as pain_duration,
           case when i % 3 > 0 then i % 50 = 1 end as fever, case when i % 40 = 0 then 'both_legs' else 'none' end as leg_weakness
    from range(20_000) invented(i)
""")

# %% All at once: a relation goes in as it is, and the result is a table like any other.
facts = database.sql("select columns(* exclude patient) from patients order by patient")
result = engine.evaluate_cohort(facts, as_of="2026-01-31", outputs=["care", "first"])
for row in database.sql('select "care.least", "first", count(*) from result group by all order by all').fetchall():
    print(*row)

# %% A batch at a time: no more than a batch and its result is ever in memory. The key goes along by position.
database.execute('create table advice (patient bigint, "care.least" varchar)')
rows = database.cursor().sql("select * from patients order by patient")
for batch in rows.to_arrow_reader(4096):
    said = engine.evaluate_cohort(batch.drop_columns(["patient"]), as_of="2026-01-31", outputs=["care"])
    keys = batch.select(["patient"])
    database.execute('insert into advice select patient, "care.least" from keys positional join said')
for row in database.sql('select "care.least", count(*), min(patient) from advice group by 1 order by 1').fetchall():
    print("{}: {} patients, such as {}".format(*row))
