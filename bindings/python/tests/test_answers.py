"""What may be given as an answer, and what the refusals say."""

import datetime
import decimal
import fractions

import numpy
import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st

import vertebra
from conftest import AS_OF, RULES

ENGINE = vertebra.Engine(vertebra.load_rule_set(RULES, "default"))
BASE = {"lbp_present": True, "pain_severity": 5}


def said(**answers):
    return ENGINE.evaluate({**BASE, **answers}, as_of=AS_OF)


def refusal(answers):
    with pytest.raises(vertebra.PatientError) as caught:
        ENGINE.evaluate(answers, as_of=AS_OF)
    return caught.value


UNKNOWN = [None, float("nan"), numpy.nan, numpy.float32("nan"), decimal.Decimal("nan"), pandas.NA, pandas.NaT, "unknown"]


@pytest.mark.parametrize("fact", ["fever", "pain_duration", "leg_weakness"])
@pytest.mark.parametrize("missing", UNKNOWN, ids=[f"{type(each).__name__} {each}" for each in UNKNOWN])
def test_what_is_missing_is_unknown(fact, missing):
    assert said(**{fact: missing}) == said()


SAME = [
    ("fever", [True, numpy.True_, numpy.bool_(True), "yes", "true", " yes "]),
    ("fever", [False, numpy.False_, "no", "false"]),
    ("pain_duration", [42, 42.0, numpy.int8(42), numpy.float32(42), numpy.uint64(42), decimal.Decimal(42),
                       fractions.Fraction(42), "42", "42 d", "6 wk", "6wk", (42, 42), ["6 wk", "42 d"]]),
    ("pain_duration", [(21, 42), [21.0, 42], ("3 wk", "6 wk"), "3 wk .. 6 wk", (numpy.int64(21), 42)]),
    ("pain_severity", ["severe", (7, 10)]),
    ("leg_weakness", ["both_legs", ["both_legs"], {"both_legs"}, numpy.str_("both_legs")]),
    ("leg_weakness", [["one_leg", "both_legs"], ("both_legs", "one_leg"), {"one_leg", "both_legs"},
                      frozenset({"one_leg", "both_legs"}), "one_leg or both_legs"]),
]  # fmt: skip


@pytest.mark.parametrize(("fact", "ways"), SAME, ids=[fact for fact, _ in SAME])
def test_one_answer_can_be_given_in_many_ways(fact, ways):
    outcomes = {said(**{fact: way}) for way in ways}
    assert len(outcomes) == 1
    assert outcomes != {said()}, "it must matter here, or the test proves nothing"


class Odd:
    pass


WRONG = [
    ("fever", 1, "V0702", "int"),
    ("fever", 0.0, "V0702", "float"),
    ("fever", [True], "V0702", "list"),
    ("fever", {"yes"}, "V0702", "set"),
    ("fever", "perhaps", "V0702", "str"),
    ("pain_duration", True, "V0702", "bool"),
    ("pain_duration", numpy.True_, "V0702", "numpy.bool"),
    ("pain_duration", "long", "V0702", "str"),
    ("pain_duration", {1, 2}, "V0702", "set"),
    ("pain_duration", (1, 2, 3), "V0702", "tuple"),
    ("pain_duration", (1, "2"), "V0702", "tuple"),
    ("pain_duration", (False, True), "V0702", "tuple"),
    ("pain_duration", numpy.array([1.0]), "V0702", "numpy.ndarray"),
    ("pain_duration", 1j, "V0702", "complex"),
    ("pain_duration", Odd(), "V0702", "Odd"),
    ("pain_duration", datetime.timedelta(3), "V0702", "datetime.timedelta"),
    ("pain_duration", "\ud800", "V0702", "str"),
    ("leg_weakness", 2, "V0702", "int"),
    ("leg_weakness", [1], "V0702", "list"),
    ("leg_weakness", {}, "V0702", "dict"),
    ("leg_weakness", [], "V0705", ""),
    ("leg_weakness", "third", "V0705", ""),
    ("leg_weakness", ["one_leg", "third"], "V0705", ""),
    ("pain_duration", "6 Cel", "V0703", ""),
    ("pain_duration", -1, "V0704", ""),
    ("pain_duration", float("inf"), "V0704", ""),
    ("pain_duration", 10**400, "V0704", ""),
    ("pain_duration", (9, 3), "V0704", ""),
    ("pain_duration", (3, float("nan")), "V0704", ""),
    ("pain_duration", "1e3", "V0308", ""),
    ("age", 67.5, "V0704", ""),
]


@pytest.mark.parametrize(("fact", "value", "code", "kind"), WRONG, ids=[f"{row[0]} {row[1]!a}" for row in WRONG])
def test_an_answer_that_does_not_fit_names_the_fact_and_the_type(fact, value, code, kind):
    (problem,) = refusal({fact: value}).diagnostics
    assert problem.code == code
    assert f"`{fact}`" in problem.message
    assert problem.message.endswith(f", not a `{kind}`") == bool(kind)


def test_all_mistakes_are_told_at_once_in_order():
    error = refusal({"age": "old", "fevr": True, "fever": 38, "pain_duration": 3})
    assert [each.code for each in error.diagnostics] == ["V0702", "V0701", "V0702"]
    assert "did you mean `fever`?" in str(error)
    assert isinstance(error, ValueError)


def test_an_unknown_fact_is_refused_even_without_an_answer():
    assert refusal({"fevr": None}).diagnostics[0].code == "V0701"


@given(st.text(min_size=6, alphabet=st.characters(categories=["Lu", "Nd"])))
def test_no_message_holds_what_was_given(value):
    for fact in ("fever", "pain_duration", "leg_weakness", "age"):
        try:
            ENGINE.evaluate({fact: value}, as_of=AS_OF)
        except vertebra.PatientError as error:
            assert value not in str(error)


@pytest.mark.parametrize("answers", [3, "fever", [("fever", True)], None])
def test_answers_are_a_mapping(answers):
    with pytest.raises(TypeError, match="mapping from the id of a fact"):
        ENGINE.evaluate(answers, as_of=AS_OF)


def test_the_id_of_a_fact_is_a_string():
    with pytest.raises(TypeError, match="the id of a fact is a string, not a `int`"):
        ENGINE.evaluate({1: True}, as_of=AS_OF)


def test_a_row_of_a_frame_is_a_mapping():
    frame = pandas.DataFrame({"lbp_present": [True, True], "pain_severity": [5, 5], "pain_duration": [42.0, None]})
    assert ENGINE.evaluate(frame.iloc[0], as_of=AS_OF) == said(pain_duration=42)
    assert ENGINE.evaluate(frame.iloc[1], as_of=AS_OF) == said()


DAYS = [datetime.date(2026, 1, 31), datetime.datetime(2026, 1, 31, 23, 59), pandas.Timestamp(2026, 1, 31), "2026-01-31"]


@pytest.mark.parametrize("day", DAYS, ids=[type(day).__name__ for day in DAYS])
def test_a_day_is_a_date_or_its_iso_form(day):
    assert ENGINE.evaluate(BASE, as_of=day).as_of == datetime.date(2026, 1, 31)


@pytest.mark.parametrize(("day", "error"), [("31.1.2026", ValueError), ("2026-02-30", ValueError), (None, TypeError),
                                            (20260131, TypeError)])  # fmt: skip
def test_what_is_no_day_is_refused(day, error):
    with pytest.raises(error, match="as_of"):
        ENGINE.evaluate(BASE, as_of=day)


def test_there_is_no_day_by_default():
    with pytest.raises(TypeError):
        ENGINE.evaluate(BASE)


def test_a_dict_that_is_refused_leaves_nothing_behind():
    before = said()
    refusal({"fever": True, "age": "old"})
    assert said() == before
