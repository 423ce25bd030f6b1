"""The worked example on records that others have made. Run by ctest with the label `shared`; skips itself without them."""

import collections
import gzip
import json
import os
import pathlib

import numpy
import pytest

import vertebra
from conftest import AS_OF, RULES
from vertebra import fhir, study

DATA = pathlib.Path(os.environ["VERTEBRA_SHARED_DATA"]) / "synthea-cohort-2019"
if not DATA.is_dir():
    pytest.skip("the shared data is not here", allow_module_level=True)


def records():
    """The lines of each patient, put together by whom they are about. Their references are those of the bundles they came
    from, whose entries had `urn:uuid` addresses; among lines a patient goes by the kind and id."""
    lines = collections.defaultdict(list)
    for file in sorted(DATA.glob("*.ndjson.gz")):
        for line in gzip.open(file, "rt", encoding="utf-8"):
            resource = json.loads(line)
            about = resource.get("subject") or resource.get("patient") or {"reference": resource["id"]}
            person = about["reference"].removeprefix("urn:uuid:")
            about["reference"] = f"Patient/{person}"
            lines[person].append(json.dumps(resource))
    return lines


@pytest.fixture(scope="module")
def answers(engine):
    mapping = fhir.load_mapping(RULES, engine.rule_set)
    read = []
    for lines in records().values():
        patient = vertebra.Patient(engine)
        found = fhir.read_record(mapping, "\n".join(lines), patient, as_of="2020-01-01", name="record.ndjson")
        read.append((patient, {each["fact"]: each["answer"] for each in json.loads(found.json)["facts"]}))
    return read


def test_each_is_told_in_the_cohort_what_he_is_told_alone(engine, answers):
    facts = sorted({fact for _, given in answers for fact in given})
    assert len(answers) > 400 and len(facts) > 5
    columns = {"lbp_present": [True] * len(answers)} | {fact: [given.get(fact) for _, given in answers] for fact in facts}
    outputs = tuple(vertebra.COHORT_OUTPUTS)
    result = engine.evaluate_cohort(columns, as_of="2020-01-01", outputs=outputs)
    levels = result.labels("care.least")
    for row, (patient, _) in enumerate(answers):
        patient.set("lbp_present", True)
        outcome = engine.evaluate(patient, as_of="2020-01-01")
        assert levels[result["care.least"][row]] == outcome.care.least.id
        ranks = {each.id: each.rank for each in outcome.treatments}
        assert {id: result[f"{id}.rank"][row] for id in ranks} == ranks


def test_the_worked_example_on_them(engine, answers):
    facts = sorted({fact for _, given in answers for fact in given})
    columns = {"lbp_present": [True] * len(answers)} | {fact: [given.get(fact) for _, given in answers] for fact in facts}
    result = engine.evaluate_cohort(columns, as_of=AS_OF, outputs=tuple(vertebra.COHORT_OUTPUTS))
    assert sum(study.shares(result, "care.least").values()) == pytest.approx(1)
    asked = study.open_questions(result)
    assert asked and asked[0].care > 0.5
    for each in asked:  # Nobody is asked what is known, unless in part.
        known = sum(" or " not in given.get(each.fact, " or ") for _, given in answers)
        assert round(each.patients * len(answers)) <= len(answers) - known
    rates = study.rule_rates(result)
    assert all(0 <= each.fires <= 1 and each.fires + each.unknown <= 1 for each in rates)
    alone = vertebra.Engine(vertebra.load_rule_set(RULES, "spine_pro"))
    compared = study.compare(result, alone.evaluate_cohort(columns, as_of=AS_OF, outputs=["care", "ranks"]))
    assert 0 < compared.changed <= len(answers)
    own = numpy.array([[each.points for each in vertebra.strengths(engine.rule_set)]])
    assert not study.sweep(engine, columns, own, as_of=AS_OF).other_order.any()
