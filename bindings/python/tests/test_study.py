"""Tools for studies, held against counting by hand."""

import collections
import math

import numpy
import pytest

import vertebra
from conftest import AS_OF, RULES
from shipped_cases import shipped_patients
from vertebra import study

PATIENTS = list(shipped_patients(RULES).values())[::3]


def columns(patients):
    return {name: [each.get(name) for each in patients] for name in sorted({fact for each in patients for fact in each})}


@pytest.fixture(scope="module")
def told(engine):
    return engine.evaluate_cohort(columns(PATIENTS), as_of=AS_OF, outputs=tuple(vertebra.COHORT_OUTPUTS), threads=2)


@pytest.fixture(scope="module")
def outcomes(engine):
    return [engine.evaluate(each, as_of=AS_OF) for each in PATIENTS]


def test_shares_are_counts_over_patients(told, outcomes):
    expected = collections.Counter(each.care and each.care.least.id for each in outcomes)
    assert study.shares(told, "care.least") == {word: n / len(PATIENTS) for word, n in expected.items()}
    first = collections.Counter(next((t.id for t in each.treatments if t.rank == 1), None) for each in outcomes)
    assert study.shares(told, "first") == {word: n / len(PATIENTS) for word, n in first.items()} and None in first
    assert sum(study.shares(told, "conflict").values()) == pytest.approx(1)
    with pytest.raises(TypeError, match="numbers"):
        study.shares(told, "heat.rank")


def test_two_profiles_are_compared_patient_by_patient(told, outcomes):
    alone = vertebra.Engine(vertebra.load_rule_set(RULES, "spine_pro"))
    second = alone.evaluate_cohort(columns(PATIENTS), as_of=AS_OF, outputs=["care", "ranks"], threads=1)
    pairs = [(a, alone.evaluate(each, as_of=AS_OF)) for a, each in zip(outcomes, PATIENTS, strict=True)]
    compared = study.compare(told, second, examples=3)
    changed = [i for i, (a, b) in enumerate(pairs) if (a.care and a.care.least.id) != (b.care and b.care.least.id)]
    (care,) = [each for each in compared.changes if each.column == "care.least"]
    assert (care.rows, list(care.examples)) == (len(changed), changed[:3])
    moves = collections.Counter((pairs[i][0].care.least.id, pairs[i][1].care.least.id) for i in changed)
    assert {(a, b): n for a, b, n in care.words} == moves and care.words[0][2] == max(moves.values())
    ranks = {t.id: t.rank for t in outcomes[0].treatments}
    assert {each.column for each in compared.changes} <= {f"{id}.rank" for id in ranks} | {"care.least", "care.most"}
    assert "first" in compared.only_first and compared.only_second == () and compared.patients == len(PATIENTS)
    assert study.compare(told, told).changed == 0 and study.compare(told, told).changes == ()
    with pytest.raises(ValueError, match="not of one cohort"):
        study.compare(told, alone.evaluate_cohort({"fever": [True]}, as_of=AS_OF))


def test_open_questions_are_those_of_each_patient(engine, told):
    anything, care = collections.Counter(), collections.Counter()
    for each in PATIENTS:
        for question in engine.ask_next(each, as_of=AS_OF):
            anything[question.fact] += 1
            care[question.fact] += "care" in question.could_change
    listed = study.open_questions(told)
    assert {each.fact: round(each.patients * len(PATIENTS)) for each in listed} == dict(anything)
    assert {each.fact: round(each.care * len(PATIENTS)) for each in listed} == {fact: care[fact] for fact in anything}
    assert [each.care for each in listed] == sorted((each.care for each in listed), reverse=True)
    with pytest.raises(ValueError, match="output `questions`"):
        study.open_questions(engine.evaluate_cohort({"fever": [True]}, as_of=AS_OF))


def test_the_stability_of_first_places(engine, outcomes):
    swaps = study.first_place_swaps(engine, PATIENTS, as_of=AS_OF)
    assert swaps == tuple(each.first_place_stability() for each in outcomes)
    sizes = [math.inf if each is None else abs(each.change) for each in swaps]
    for points in (0, 1, 5, 2**21):
        assert study.stable_share(swaps, points) == pytest.approx(numpy.mean([size > points for size in sizes]))
    assert math.isnan(study.stable_share([], 1))
