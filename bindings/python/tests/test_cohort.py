"""Cohorts: every row is what the same patient alone would be told, whatever the table is made of."""

import datetime
import decimal

import numpy
import pandas
import polars
import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st

import vertebra
from conftest import AS_OF, RULES
from shipped_cases import shipped_patients

ENGINE = vertebra.Engine(vertebra.load_rule_set(RULES, "default"))
TREATMENTS = [each.id for each in ENGINE.evaluate({"lbp_present": True}, as_of=AS_OF).treatments]
ALL = tuple(vertebra.COHORT_OUTPUTS)
BY_COLUMNS = tuple(each for each in ALL if each not in ("certain", "questions", "rules"))


def one_by_one(rows):
    """The same through evaluate() and the parts of its outcomes: an independent way to every cell."""
    table = []
    for answers in rows:
        outcome = ENGINE.evaluate(answers, as_of=AS_OF)
        first = next((each.id for each in outcome.treatments if each.rank == 1), None)
        cells = {
            "care.least": outcome.care and outcome.care.least.id,
            "care.most": outcome.care and outcome.care.most.id,
            "first": first,
            "first.certain": bool(outcome.certain_first and outcome.certain_first.certain),
            "conflict": bool(outcome.conflicts),
        }
        for each in outcome.treatments:
            cells[f"{each.id}.verdict"] = each.verdict.value
            cells[f"{each.id}.cause"] = each.cause and each.cause.value
            cells[f"{each.id}.score.low"] = each.score and each.score.low
            cells[f"{each.id}.score.high"] = each.score and each.score.high
            cells[f"{each.id}.rank"] = each.rank or None
        table.append(cells)
    return table


def cohort(data, **options):
    """With all outputs every row goes by itself; without those that need it, as columns. Both must say the same."""
    options = {"as_of": AS_OF, "threads": 2, **options}
    if "outputs" in options or isinstance(data, pyarrow.RecordBatchReader):  # Which can be read once.
        return ENGINE.evaluate_cohort(data, **{"outputs": ALL, **options})
    result = ENGINE.evaluate_cohort(data, outputs=ALL, **options)
    columns = ENGINE.evaluate_cohort(data, outputs=BY_COLUMNS, **options)
    assert set(result) - set(columns) == {"first.certain"}
    assert pyarrow.table(columns).equals(pyarrow.table(result).select(columns.names))
    return result


def rows_of(result):
    return pyarrow.table(result).to_pylist()


def transposed(patients):
    names = sorted({fact for answers in patients for fact in answers})
    return {name: [answers.get(name) for answers in patients] for name in names}


PATIENTS = list(shipped_patients(RULES).values())
SMALL = {
    "lbp_present": [True, True, False, None, True],
    "fever": [None, True, False, True, None],
    "pain_duration": [5.0, 40.0, None, 3.0, 3000.0],
    "leg_weakness": ["none", None, "one_leg", "both_legs", "none"],
}
SMALL_ROWS = [dict(zip(SMALL, row, strict=True)) for row in zip(*SMALL.values(), strict=True)]


def test_the_patients_of_every_shipped_case():
    expected = one_by_one(PATIENTS)
    assert rows_of(cohort(transposed(PATIENTS))) == expected
    assert len({str(row) for row in expected}) > 100


def same_frames():
    yes_no = pyarrow.array(SMALL["fever"])
    words = pyarrow.array(SMALL["leg_weakness"])
    table = pyarrow.table({**SMALL, "fever": yes_no})
    frame = pandas.DataFrame({name: pandas.Series(column, dtype=kind) for (name, column), kind in zip(
        SMALL.items(), ["boolean", "object", "float64", "object"], strict=True)})  # fmt: skip
    doubled = pyarrow.concat_tables([table.slice(0, 2), table.slice(2)])
    return {
        "lists": SMALL,
        "arrow table": table,
        "arrow chunks": doubled,
        "arrow batch": table.to_batches()[0],
        "arrow slice": pyarrow.concat_tables([table.slice(3), table]).slice(2),
        "arrow reader": table.to_reader(),
        "arrow dictionary": table.set_column(3, "leg_weakness", words.dictionary_encode()),
        "arrow large text": table.set_column(3, "leg_weakness", words.cast(pyarrow.large_string())),
        "arrow text view": table.set_column(3, "leg_weakness", words.cast(pyarrow.string_view())),
        "arrow columns": {name: table.column(name) for name in SMALL},
        "arrow arrays": {name: table.column(name).combine_chunks() for name in SMALL},
        "pandas": frame,
        "pandas category": frame.astype({"leg_weakness": "category"}),
        "pandas string": frame.astype({"leg_weakness": "string"}),
        "pandas nullable": frame.astype({"pain_duration": "Float64", "lbp_present": "boolean"}),
        "pandas whole": frame.astype({"pain_duration": "Int64"}),
        "pandas arrow": table.to_pandas(types_mapper=pandas.ArrowDtype),
        "pandas from arrow": table.to_pandas(),
        "pandas columns": {name: frame[name] for name in SMALL},
        "polars": polars.from_arrow(table),
        "polars categorical": polars.from_arrow(table).with_columns(polars.col("leg_weakness").cast(polars.Categorical)),
        "polars columns": {name: polars.from_arrow(table)[name] for name in SMALL},
        "polars chunks": polars.concat([polars.from_arrow(table)[:2], polars.from_arrow(table)[2:]], rechunk=False),
        "null column": {**SMALL, "age": pyarrow.nulls(5), "osteoporosis": pyarrow.nulls(5)},
    }


FRAMES = same_frames()


@pytest.mark.parametrize("kind", FRAMES)
def test_a_table_of_any_kind_says_the_same(kind):
    assert rows_of(cohort(FRAMES[kind])) == one_by_one(SMALL_ROWS)


NUMBERS = ["int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float16", "float32", "float64"]


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("dtype", NUMBERS)
def test_numpy_numbers_of_every_type_and_order(dtype, order):
    values = [0, 5, 28, 29, 100]
    plain = numpy.array(values, dtype=numpy.dtype(dtype).newbyteorder(order))
    spaced = numpy.repeat(plain, 3)[::3]
    backwards = plain[::-1].copy()[::-1]
    square = numpy.stack([plain, plain + 1], axis=1)[:, 0]
    expected = one_by_one([{"lbp_present": True, "pain_duration": each} for each in values])
    for column in (plain, spaced, backwards, square):
        assert rows_of(cohort({"lbp_present": numpy.ones(5, bool), "pain_duration": column})) == expected


@pytest.mark.parametrize("kind", [pyarrow.int8(), pyarrow.uint16(), pyarrow.int32(), pyarrow.uint64(), pyarrow.float32()])
def test_arrow_numbers_with_nulls(kind):
    column = pyarrow.array([5, None, 28, 29, None], kind).slice(1)
    expected = one_by_one([{"lbp_present": True, "pain_duration": each} for each in (None, 28, 29, None)])
    assert rows_of(cohort({"lbp_present": [True] * 4, "pain_duration": column})) == expected


def test_numpy_booleans_that_are_not_contiguous():
    column = numpy.array([[True, False], [False, True], [True, True]])[:, 1]
    expected = one_by_one([{"lbp_present": True, "fever": bool(each)} for each in column])
    assert rows_of(cohort({"lbp_present": numpy.ones(3, bool), "fever": column})) == expected


def test_texts_are_as_in_patient_files():
    words = ["6 wk", "3 wk .. 6 wk", "unknown", "42", None]
    expected = one_by_one([{"lbp_present": "yes", "pain_duration": each} for each in words])
    for column in (words, numpy.array(words, dtype=object), pyarrow.array(words)):
        assert rows_of(cohort({"lbp_present": ["yes"] * 5, "pain_duration": column})) == expected
    assert expected[0] == expected[3] != expected[1]


ANSWERS = {
    "lbp_present": st.booleans(),
    "fever": st.none() | st.booleans(),
    "body_temperature": st.none() | st.floats(35, 42),
    "pain_duration": st.none() | st.integers(0, 400),
    "pain_severity": st.none() | st.sampled_from([0, 3, 7, 10, "severe", "mild"]),
    "leg_weakness": st.none() | st.sampled_from(["none", "one_leg", "both_legs", "one_leg or both_legs"]),
    "anticoagulant_use": st.none() | st.sampled_from(["none", "anticoagulant", "both"]),
    "muscle_tightness": st.none() | st.booleans(),
}


@given(st.lists(st.fixed_dictionaries(ANSWERS), max_size=12), st.integers(1, 3), st.integers(1, 5))
def test_random_cohorts_are_the_patients_one_by_one(rows, threads, chunk):
    expected = one_by_one(rows)
    columns = {name: [row[name] for row in rows] for name in ANSWERS}
    assert rows_of(cohort(columns, threads=threads)) == expected
    plain = {name: column for name, column in columns.items() if name != "pain_severity"}
    table = pyarrow.table(plain) if rows else pyarrow.table({"fever": pyarrow.array([], pyarrow.bool_())})
    without = one_by_one([{name: row[name] for name in plain} for row in rows])
    for same in (table, pyarrow.Table.from_batches(table.to_batches(max_chunksize=chunk), table.schema), polars.from_arrow(table)):
        assert rows_of(cohort(same, threads=threads)) == without


def test_any_partition_and_any_number_of_threads_say_the_same():
    patients = (PATIENTS * 5)[:2000]
    whole = pyarrow.table(cohort(transposed(patients), threads=1))
    assert pyarrow.table(cohort(transposed(patients), threads=7)).equals(whole)
    parts = [cohort(transposed(patients)).to_polars()] + [cohort(transposed(patients[i : i + 399])).to_polars() for i in range(0, 2000, 399)]
    assert polars.concat(parts[1:]).equals(parts[0])


def test_many_blocks_and_answers_in_part_among_them():
    chance = numpy.random.default_rng(8)
    rows = 40_000
    weakness = chance.choice(["none", "one_leg", "both_legs"], rows).astype(object)
    weakness[::977] = "one_leg or both_legs"
    severity = [None if each > 10 else "severe" if row % 1013 == 0 else int(each) for row, each in enumerate(chance.integers(0, 14, rows))]
    columns = {
        "lbp_present": chance.random(rows) < 0.97,
        "fever": pyarrow.array(chance.random(rows) < 0.1, mask=chance.random(rows) < 0.3),
        "body_temperature": numpy.where(chance.random(rows) < 0.5, numpy.nan, chance.uniform(36, 40, rows)),
        "pain_duration": pyarrow.array(chance.exponential(40, rows), mask=chance.random(rows) < 0.2),
        "leg_weakness": weakness,
        "pain_severity": severity,
    }
    result = cohort(columns)
    said = rows_of(result)
    for row in (0, 977, 1013, 20_000, 20_001, rows - 1):  # Two threads have a block each.
        patient = {name: pyarrow.array(column)[row].as_py() if name != "pain_severity" else column[row] for name, column in columns.items()}
        assert said[row] == one_by_one([patient])[0]
    assert sum(each["conflict"] for each in said) > 50
    # Bitmaps of many words, and blocks that end elsewhere.
    plain = {name: pyarrow.array(column) for name, column in columns.items() if name != "pain_severity"}
    whole = pyarrow.table(cohort(plain, threads=1))
    assert pyarrow.table(cohort(pyarrow.table(plain), threads=3)).equals(whole)
    assert [each.null_count for each in whole.itercolumns()] == [sum(each.is_null().to_pylist()) for each in whole.itercolumns()]


DTYPES = ["bool", *(order + kind for order in "<>" for kind in ("i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f4", "f8"))]


@given(st.data())
def test_a_frame_of_any_dtype_however_it_lies(data):
    dtype = numpy.dtype(data.draw(st.sampled_from(DTYPES)))
    fact, most = ("fever", 1) if dtype == bool else ("pain_duration", 100)
    values = numpy.array(data.draw(st.lists(st.integers(0, most), max_size=9)), dtype=dtype)
    start, step = data.draw(st.integers(0, 3)), data.draw(st.sampled_from([-2, -1, 1, 3]))
    nulls = numpy.array(data.draw(st.lists(st.booleans(), min_size=len(values), max_size=len(values))), bool)
    native = values.astype(dtype.newbyteorder("="))
    array = pyarrow.array(native, mask=nulls)
    cut = data.draw(st.integers(0, len(values)))
    chunks = pyarrow.chunked_array([array[:cut], array[cut:]])
    nullable = {"b": "boolean", "f": "Float64"}.get(dtype.kind, "Int64")
    frames = [
        (values[start:][::step], None),
        (pandas.Series(values)[start:][::step], None),
        (polars.Series(native)[start:], None),
        (array[start:], nulls[start:]),
        (chunks[start:], nulls[start:]),
        (polars.from_arrow(chunks)[start:], nulls[start:]),
        (pandas.Series(array.to_pylist(), dtype=nullable)[start:], nulls[start:]),
    ]
    for column, missing in frames:
        cells = values[start:][::step] if missing is None and not isinstance(column, polars.Series) else values[start:]
        told = [None if missing is not None and missing[row] else cell for row, cell in enumerate(cells.tolist())]
        expected = one_by_one([{"lbp_present": True, fact: each} for each in told])
        assert rows_of(cohort({"lbp_present": [True] * len(told), fact: column})) == expected


def test_no_patients_and_no_columns():
    empty = cohort({"fever": numpy.array([], bool)})
    assert len(empty) == 0 and empty.to_polars().height == 0 and list(empty.to_pandas().columns) == list(empty.names)
    assert len(cohort({})) == 0


def test_numpy_views_share_the_columns_memory():
    result = cohort(SMALL)
    codes = result["care.least"]
    assert codes.dtype == numpy.int8 and not codes.flags.writeable and not codes.flags.owndata
    labels = result.labels("care.least")
    assert labels == ("self_care", "routine", "within_days", "same_day", "emergency")
    assert [labels[code] if code >= 0 else None for code in codes] == [row["care.least"] for row in one_by_one(SMALL_ROWS)]
    ranks = result["heat.rank"]
    assert ranks.dtype == numpy.int16 and not ranks.flags.writeable and not ranks.flags.owndata
    assert [each or None for each in ranks.tolist()] == [row["heat.rank"] for row in one_by_one(SMALL_ROWS)]
    scores = result["heat.score.low"]
    assert scores.dtype == numpy.int32
    assert [None if each == result.MISSING else each for each in scores] == [row["heat.score.low"] for row in one_by_one(SMALL_ROWS)]
    del result
    assert codes[0] >= 0
    assert "care.least" in cohort(SMALL) and list(cohort(SMALL)) == list(cohort(SMALL).names)


def test_a_pandas_index_is_kept():
    index = pandas.Index(["a", "b", "c", "d", "e"], name="patient")
    frame = pandas.DataFrame(SMALL, index=index).astype({"fever": "boolean", "lbp_present": "boolean"})
    result = cohort(frame).to_pandas()
    assert result.index.equals(index)
    assert result.loc["d", "care.least"] == one_by_one(SMALL_ROWS)[3]["care.least"]
    assert str(result["heat.rank"].dtype) == "Int16" and str(result["heat.score.low"].dtype) == "Int32"
    assert str(result["first"].dtype) == "category"
    assert result["conflict"].dtype == bool
    missing = result.isna().to_numpy()
    assert missing.tolist() == [[value is None for value in row.values()] for row in rows_of(cohort(frame))]


def test_arrow_types_and_counts_of_nulls():
    # So many that bits fill whole words, and a part of one.
    patients = (PATIENTS * 2)[: 64 * 3 + 5]
    table = pyarrow.table(cohort(transposed(patients)))
    assert table.schema.field("heat.rank").type == pyarrow.int16() and table.schema.field("heat.score.low").type == pyarrow.int32()
    assert table.schema.field("conflict").type == pyarrow.bool_()
    expected = one_by_one(patients)
    counts = {name: table.column(name).null_count for name in table.schema.names}
    assert counts == {name: sum(row[name] is None for row in expected) for name in counts}
    for column in table.itercolumns():  # No bitmap where nothing is missing.
        (chunk,) = column.chunks
        assert (chunk.buffers()[0] is None) == (chunk.null_count == 0)


def test_polars_reads_the_same_cells():
    assert cohort(SMALL).to_polars().to_dicts() == one_by_one(SMALL_ROWS)


def test_outputs_choose_columns():
    assert cohort(SMALL, outputs=["care"]).names == ("care.least", "care.most")
    assert len(cohort(SMALL, outputs=["ranks"]).names) == len(TREATMENTS)
    assert "first" in cohort(SMALL, outputs=None) and "conflict" not in cohort(SMALL, outputs=None)
    with pytest.raises(ValueError, match="`prices` is not an output"):
        cohort(SMALL, outputs=["prices"])


def refusal(data):
    said = []
    for outputs in (ALL, BY_COLUMNS):
        with pytest.raises(vertebra.CohortError) as caught:
            cohort(data, outputs=outputs)
        said.append(caught.value.diagnostics)
    assert said[0] == said[1]
    return said[0]


COLUMNS = [
    ({"fevr": [True]}, "V0701", "column `fevr` (object): `fevr` is not a fact"),
    ({"fever": numpy.array([1.0])}, "V0702", "column `fever` (float64): `fever` takes yes or no"),
    ({"fever": numpy.array([1])}, "V0702", "column `fever` (int64): `fever` takes yes or no"),
    ({"pain_duration": numpy.array([True])}, "V0702", "column `pain_duration` (bool): `pain_duration` takes a number"),
    ({"leg_weakness": pyarrow.array([1])}, "V0702", "column `leg_weakness` (int64): `leg_weakness` takes one of"),
    ({"age": [50, 700]}, "V0704", "row 1 of column `age` (object): the answer is outside the range of `age`"),
    ({"age": numpy.array([50, 51.5])}, "V0704", "row 1 of column `age` (float64): `age` takes whole"),
    ({"pain_duration": numpy.array([1.0, numpy.inf])}, "V0704", "row 1 of column `pain_duration` (float64)"),
    ({"leg_weakness": ["none", "third"]}, "V0705", "row 1 of column `leg_weakness` (object): `leg_weakness` has no such"),
    ({"fever": pyarrow.array([None, "perhaps"])}, "V0702", "row 1 of column `fever` (string): `fever` takes yes or no"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "code", "message"), COLUMNS, ids=[row[2] for row in COLUMNS])
def test_what_does_not_fit_names_column_row_and_type(data, code, message):
    (problem,) = refusal(data)
    assert problem.code == code and problem.message.startswith(message)
    assert not any(secret in str(problem) for secret in ("700", "51.5", "third", "perhaps"))


def test_problems_come_in_row_order_with_the_count_of_the_rest():
    ages = numpy.full(30_000, 40)
    ages[123::100] = 999
    problems = refusal({"lbp_present": numpy.ones(30_000, bool), "age": ages})
    assert [each.message.split(" of ")[0] for each in problems] == [f"row {123 + 100 * i}" for i in range(20)]
    assert f"{len(ages[123::100]) - 20} more cells do not fit" in problems[-1].help


UNFIT = [
    numpy.array(["2026-01-01"], dtype="datetime64[D]"),
    numpy.array([1 + 2j]),
    pyarrow.array([datetime.date(2026, 1, 1)]),
    pyarrow.array([decimal.Decimal("1.5")]),
    pyarrow.array([[1]]),
    pandas.Series(pandas.to_datetime(["2026-01-01"])),
    [datetime.date(2026, 1, 1)],
    [{"a": 1}],
    numpy.array([[1.0]]),
    "yes",
    7,
]


@pytest.mark.parametrize("column", UNFIT, ids=[f"{type(each).__name__} {index}" for index, each in enumerate(UNFIT)])
def test_types_that_no_fact_can_be_are_refused(column):
    with pytest.raises(TypeError, match="column `pain_duration`"):
        cohort({"pain_duration": column})


def test_tables_that_are_none():
    with pytest.raises(ValueError, match="`fever` .* has 1 rows, and column `age` .* has 2"):
        cohort({"age": [1, 2], "fever": [True]})
    with pytest.raises(ValueError, match="`age` .* twice"):
        cohort(pyarrow.table([pyarrow.array([1]), pyarrow.array([2])], names=["age", "age"]))
    for data in (3, [1, 2], "fever", pyarrow.array([1])):
        with pytest.raises(TypeError):
            cohort(data)
    with pytest.raises(TypeError, match="name of a column"):
        cohort(pandas.DataFrame({3: [1]}))
    with pytest.raises(ValueError, match="threads"):
        cohort(SMALL, threads=0)
    reader = pyarrow.table(SMALL).to_reader()
    cohort(reader)
    try:
        again = cohort(reader)
    except Exception:  # pyarrow says what it likes of a reader that is spent
        return
    assert rows_of(again) == [], "a reader is read once"
