"""Prepared patients."""

import copy

import pytest

import vertebra
from conftest import AS_OF, RULES


def test_a_prepared_patient_is_the_dict_it_was_made_from(engine):
    answers = {"lbp_present": True, "pain_duration": "6 wk", "leg_weakness": ["one_leg", "both_legs"]}
    patient = vertebra.Patient(engine, answers)
    assert engine.evaluate(patient, as_of=AS_OF) == engine.evaluate(answers, as_of=AS_OF)


def test_it_is_changed_answer_by_answer(engine):
    patient = vertebra.Patient(engine)
    patient.set("lbp_present", True)
    patient.update({"fever": True, "pain_duration": 5})
    patient.set("fever", None)
    expected = engine.evaluate({"lbp_present": True, "pain_duration": 5}, as_of=AS_OF)
    assert engine.evaluate(patient, as_of=AS_OF) == expected
    patient.clear()
    assert engine.evaluate(patient, as_of=AS_OF) == engine.evaluate({}, as_of=AS_OF)


def test_what_is_refused_changes_nothing(engine):
    patient = vertebra.Patient(engine, {"lbp_present": True})
    before = engine.evaluate(patient, as_of=AS_OF)
    with pytest.raises(vertebra.PatientError, match="V0702"):
        patient.set("fever", 38)
    with pytest.raises(vertebra.PatientError, match="V0701"):
        patient.update({"fever": True, "fevr": True})
    with pytest.raises(vertebra.PatientError, match="V0702"):
        vertebra.read_patient(patient, "fever: 38\nage: 70\n", "patient.yaml")
    assert engine.evaluate(patient, as_of=AS_OF) == before


@pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy, vertebra.Patient.copy])
def test_a_copy_is_independent(engine, duplicate):
    patient = vertebra.Patient(engine, {"lbp_present": True})
    other = duplicate(patient)
    other.set("fever", True)
    assert engine.evaluate(patient, as_of=AS_OF) != engine.evaluate(other, as_of=AS_OF)


def test_it_belongs_to_the_rules_it_was_made_for(engine):
    other = vertebra.Engine(vertebra.load_rule_set(RULES, "spine_pro"))
    with pytest.raises(ValueError, match="other rules"):
        other.evaluate(vertebra.Patient(engine), as_of=AS_OF)
    twin = vertebra.Engine(engine.rule_set)
    assert twin.evaluate(vertebra.Patient(engine), as_of=AS_OF) == engine.evaluate({}, as_of=AS_OF)


def test_a_patient_file_is_read_with_its_warnings(engine):
    patient = vertebra.Patient(engine)
    assert vertebra.read_patient(patient, "lbp_present: yes\n", "patient.yaml") == ()
    assert engine.evaluate(patient, as_of=AS_OF) == engine.evaluate({"lbp_present": True}, as_of=AS_OF)
