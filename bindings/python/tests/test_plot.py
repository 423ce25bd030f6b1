"""Pictures: that they hold what was counted. How they look, a person has to judge."""

import matplotlib
import numpy
import pytest

import vertebra
from conftest import AS_OF, RULES
from shipped_cases import shipped_patients
from vertebra import plot, study

matplotlib.use("Agg")

PATIENTS = [*list(shipped_patients(RULES).values())[::5], {"lbp_present": False}]
COHORT = {name: [each.get(name) for each in PATIENTS] for name in sorted({fact for each in PATIENTS for fact in each})}


def words(ax):
    return [each.get_text() for each in ax.texts]


def test_care_levels_are_bars_of_shares(engine):
    result = engine.evaluate_cohort(COHORT, as_of=AS_OF, outputs=["care"])
    ax = plot.care_levels(result)
    labels = [each.get_text().replace(" ", "_") for each in ax.get_yticklabels()]
    assert labels == ["not_assessed", *result.labels("care.least")]
    lengths = [bar.get_width() for bar in ax.patches]
    totals = numpy.add(lengths[: len(labels)], lengths[len(labels) :])
    expected = study.shares(result, "care.least")
    assert totals == pytest.approx([expected.get(None, 0), *(expected.get(each, 0) for each in labels[1:])])
    told = engine.evaluate_cohort(COHORT, as_of=AS_OF, outputs=["care", "first", "certain"])
    assert sum(lengths[len(labels) :]) == pytest.approx(study.undecided(told)["care"])


def test_the_stability_of_ranks_is_a_table_of_shares(engine):
    swept = study.sweep(engine, COHORT, study.vary(engine.rule_set, "should", range(-3, 4)), as_of=AS_OF)
    ax = plot.rank_stability(swept)
    cells = numpy.asarray(ax.images[0].get_array())
    assert cells.sum(axis=1) == pytest.approx(numpy.ones(len(swept.treatments)))
    names = [each.get_text().replace(" ", "_") for each in ax.get_yticklabels()]
    heat = swept.rank_shares()[swept.treatments.index("heat")]
    assert cells[names.index("heat")] == pytest.approx([*heat[1:], heat[0]])
    lines = plot.first_places(swept, "should").lines
    ever_first = swept.first_shares().any(axis=0).sum()
    assert len(lines) == ever_first and all(len(line.get_xdata()) == 7 for line in lines)


@pytest.mark.parametrize("question", ["care", "care:emergency", "treatment:massage_therapy", "rank:heat,cold"])
def test_a_path_has_a_box_for_each_step(engine, question):
    why = engine.why({"lbp_present": True, "fever": True, "leg_weakness": "none"}, question, as_of=AS_OF)
    boxes = [each for each in words(plot.why_path(why)) if each and each != "not"]
    assert len(boxes) == len(why.nodes)
    assert {each[0] for each in boxes} == {{"yes": "✓", "no": "✗", "unknown": "?"}[node.truth] for node in why.nodes}


def test_pictures_are_drawn_where_they_are_told(engine):
    _, (left, right) = matplotlib.pyplot.subplots(1, 2)
    result = engine.evaluate_cohort({"lbp_present": [True]}, as_of=AS_OF, outputs=["care"])
    assert plot.care_levels(result, ax=right) is right and not left.has_data()
    assert plot.care_levels(engine.evaluate_cohort({}, as_of=AS_OF, outputs=["care"]))
    assert plot.rank_stability(study.sweep(engine, {}, study.vary(engine.rule_set, "should", [0]), as_of=AS_OF))
