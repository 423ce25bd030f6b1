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


def test_undecided_are_those_of_whom_it_is_said(engine, told, outcomes):
    care = sum(each.care is not None and not each.care.decided for each in outcomes)
    first = sum(each.certain_first is not None and not each.certain_first.certain for each in outcomes)
    assert study.undecided(told) == {"care": care / len(PATIENTS), "first": first / len(PATIENTS)}
    assert 0 < care < len(PATIENTS) and 0 < first < len(PATIENTS)
    assert math.isnan(study.undecided(engine.evaluate_cohort({}, as_of=AS_OF))["first"])


def test_rule_rates_are_counts_of_what_each_rule_was(engine, told, outcomes):
    rules = vertebra.rules(engine.rule_set)
    fires, unknown = collections.Counter(), collections.Counter()
    for each in outcomes:
        for rule, truth in zip(rules, each.rule_truths(), strict=True):
            fires[rule] += truth == vertebra.Truth.yes
            unknown[rule] += truth == vertebra.Truth.unknown
    rates = study.rule_rates(told)
    assert [(each.kind, each.guide, each.id) for each in rates] == [(each.kind, each.guide, each.id) for each in rules]
    for rule, rate in zip(rules, rates, strict=True):
        assert (rate.fires, rate.unknown) == (fires[rule] / len(PATIENTS), unknown[rule] / len(PATIENTS))
    assert 0 < sum(fires.values()) and 0 < sum(unknown.values())
    flags = {flag.id for each in outcomes for flag in each.red_flags if flag.truth == vertebra.Truth.yes}
    assert flags == {each.id for each in rates if each.kind == "red_flag" and each.fires > 0}
    with pytest.raises(ValueError, match="output `rules`"):
        study.rule_rates(engine.evaluate_cohort({"fever": [True]}, as_of=AS_OF))


def ranks_under(points, profile="spine_pro"):
    """The slow way: the score of each treatment with other points for its word, sorted as the contract says."""
    alone = vertebra.Engine(vertebra.load_rule_set(RULES, profile))
    catalogue = {id: place for place, id in enumerate(vertebra.ranked_treatments(alone.rule_set))}
    for patient in PATIENTS:
        rows = []
        for each in alone.evaluate(patient, as_of=AS_OF).treatments:
            if each.rank:
                (word,) = [argument for argument in each.arguments if argument.word] or [None]
                change = points[word.word] - word.points if word else 0
                kind = ["offered", "provisional", "withheld"].index(each.verdict)
                rows.append((kind, -each.score.low - change, -each.score.high - change, catalogue[each.id], each.rank))
        yield [(row[3], rank, row[4]) for rank, row in enumerate(sorted(rows), start=1)]


def test_a_sweep_ranks_with_other_points():
    alone = vertebra.Engine(vertebra.load_rule_set(RULES, "spine_pro"))
    words = [each.word for each in vertebra.strengths(alone.rule_set)]
    own = [each.points for each in vertebra.strengths(alone.rule_set)]
    vectors = numpy.array([own, [each + 7 * (place == 0) for place, each in enumerate(own)], [own[-1]] * len(own), own[::-1]])
    swept = study.sweep(alone, columns(PATIENTS), vectors, as_of=AS_OF, threads=3)
    expected, first, order = numpy.zeros_like(swept.ranks), [0] * 4, [0] * 4
    for vector, points in enumerate(vectors):
        for ranked in ranks_under(dict(zip(words, points.tolist(), strict=True))):
            for treatment, rank, _ in ranked:
                expected[vector, treatment, rank] += 1
            for treatment in set(range(len(swept.treatments))) - {each[0] for each in ranked}:
                expected[vector, treatment, 0] += 1
            order[vector] += any(rank != before for _, rank, before in ranked)
            first[vector] += any((rank == 1) != (before == 1) for _, rank, before in ranked)
    assert (swept.ranks == expected).all()
    assert (swept.other_first.tolist(), swept.other_order.tolist()) == (first, order)
    assert first[0] == order[0] == 0 and min(order[1:]) > 0
    assert swept.rank_shares().sum(axis=1) == pytest.approx(numpy.ones(len(swept.treatments)))
    firsts = [sum(t.rank == 1 and t.id == id for e in PATIENTS for t in alone.evaluate(e, as_of=AS_OF).treatments) for id in swept.treatments]
    assert (swept.first_shares()[0] * len(PATIENTS)).round().astype(int).tolist() == firsts


def test_vectors_for_a_sweep(engine):
    own = {each.word: each.points for each in vertebra.strengths(engine.rule_set)}
    varied = study.vary(engine.rule_set, "should", range(-2, 3))
    assert varied.tolist() == [[points + change * (word == "should") for word, points in own.items()] for change in range(-2, 3)]
    with pytest.raises(ValueError, match="`must` is none of the strength words: essential"):
        study.vary(engine.rule_set, "must", [1])
    for wrong in ([1, 2], [[1]], numpy.full((1, len(own)), 0.5), numpy.full((1, len(own)), 2**20 + 1), numpy.full((1, len(own)), math.nan)):
        with pytest.raises(ValueError, match="points"):
            study.sweep(engine, {"fever": [True]}, wrong, as_of=AS_OF)
    assert study.sweep(engine, {}, varied, as_of=AS_OF).first_shares().sum() == 0


def test_open_questions_are_those_of_each_patient(engine, told):
    anything, care, first = collections.Counter(), collections.Counter(), collections.Counter()
    for each in PATIENTS:
        certain_first = engine.evaluate(each, as_of=AS_OF).certain_first
        for question in engine.ask_next(each, as_of=AS_OF):
            anything[question.fact] += 1
            care[question.fact] += "care" in question.could_change
            if certain_first and not certain_first.certain:
                first[question.fact] += bool({"verdicts", "scores"} & set(question.could_change))
    listed = study.open_questions(told)
    assert {each.fact: round(each.patients * len(PATIENTS)) for each in listed} == dict(anything)
    assert {each.fact: round(each.care * len(PATIENTS)) for each in listed} == {fact: care[fact] for fact in anything}
    assert {each.fact: round(each.first * len(PATIENTS)) for each in listed} == {fact: first[fact] for fact in anything}
    assert 0 < sum(first.values()) < sum(anything.values())
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
