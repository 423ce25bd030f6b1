"""The package gives the bytes of the C++ program and of the C++ reader of patient files."""

import json
import os
import subprocess

import pytest

import vertebra
from conftest import AS_OF, RULES, SOURCE
from shipped_cases import shipped_patients

PATIENTS = shipped_patients(RULES)
EXAMPLES = ["acute_tight_muscles", "cauda_equina", "empty", "few_answers", "five_months"]


def test_there_are_cases():
    assert len(PATIENTS) > 300


@pytest.mark.parametrize("profile", ["default", "spine_pro"])
def test_every_shipped_case_from_a_dict_is_the_one_from_a_file(profile):
    engine = vertebra.Engine(vertebra.load_rule_set(RULES, profile))
    for name, answers in PATIENTS.items():
        patient = vertebra.Patient(engine)
        vertebra.read_patient(patient, json.dumps(answers), f"{name}.json")
        from_file = engine.evaluate(patient, as_of=AS_OF).to_json()
        assert engine.evaluate(answers, as_of=AS_OF).to_json() == from_file, name


@pytest.mark.parametrize("name", sorted(PATIENTS)[:: len(PATIENTS) // 6])
def test_a_shipped_case_is_what_the_program_says(engine, tmp_path, name):
    file = tmp_path / "patient.json"
    file.write_text(json.dumps(PATIENTS[name]), encoding="utf-8")
    command = [os.environ["VERTEBRA_PROGRAM"], "evaluate", "--rules", RULES, "--patient", file]
    said = subprocess.run([*command, "--as-of", AS_OF, "--format", "json"], capture_output=True, check=True).stdout
    assert (engine.evaluate(PATIENTS[name], as_of=AS_OF).to_json() + "\n").encode() == said


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_patient_has_the_golden_bytes(engine, name):
    patient = vertebra.Patient(engine)
    vertebra.read_patient(patient, (SOURCE / f"examples/data/{name}.yaml").read_text(encoding="utf-8"), "patient.yaml")
    outcome = engine.evaluate(patient, as_of=AS_OF)
    golden = SOURCE / "tests/golden"
    # The golden files hold one object a line, and no hash, which changes with every word of the rules.
    json_lines = (golden / f"json/{name}.json").read_text(encoding="utf-8")
    assert outcome.to_json().replace(outcome.hash, "sha256:…") == json_lines.replace("\n", "")
    assert outcome.to_text() == (golden / f"text/{name}.txt").read_text(encoding="utf-8")
