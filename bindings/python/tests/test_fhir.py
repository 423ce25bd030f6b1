"""FHIR records in."""

import json
import os
import subprocess

import pytest

import vertebra
from conftest import AS_OF, RULES, SOURCE
from vertebra import fhir

BUNDLE = SOURCE / "examples/data/acute_bundle.json"


def test_a_record_gives_what_the_program_says(engine):
    mapping = fhir.load_mapping(RULES, engine.rule_set)
    patient = vertebra.Patient(engine)
    read = fhir.read_record(mapping, BUNDLE.read_text(encoding="utf-8"), patient, as_of=AS_OF, name="bundle.json")
    assert "age" in [each.fact for each in read.evidence]
    command = [os.environ["VERTEBRA_PROGRAM"], "evaluate", "--rules", RULES, "--fhir", BUNDLE]
    said = subprocess.run([*command, "--as-of", AS_OF, "--format", "json"], capture_output=True, check=True).stdout
    assert engine.evaluate(patient, as_of=AS_OF).to_json() == said.decode().strip()


def test_what_is_unknown_has_a_cause(engine):
    mapping = fhir.load_mapping(RULES, engine.rule_set)
    order = {
        "resourceType": "MedicationRequest",
        "id": "r",
        "status": "draft",
        "intent": "order",
        "authoredOn": "2026-01-30",
        "medicationCodeableConcept": {
            "coding": [{"system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "11289"}]
        },
    }
    read = fhir.read_record(mapping, json.dumps(order), vertebra.Patient(engine), as_of=AS_OF)
    causes = {each.fact: each.cause for each in read.unknown}
    assert causes["anticoagulant_use"] == "draft_order"
    assert causes["fever"] == "not_found"
    assert json.loads(read.json)["skipped"][0]["resource"] == "MedicationRequest/r"
    assert "\nfever: unknown" in read.patient_file
    with pytest.raises(vertebra.RecordError, match="V0806"):
        fhir.read_record(
            mapping, json.dumps(order | {"status": 1}), vertebra.Patient(engine), as_of=AS_OF, strict=True
        )


def test_what_is_no_record_leaves_the_patient_alone(engine):
    mapping = fhir.load_mapping(RULES, engine.rule_set)
    patient = vertebra.Patient(engine, {"fever": True})
    with pytest.raises(vertebra.RecordError, match="nonsense.json"):
        fhir.read_record(mapping, "{", patient, as_of=AS_OF, name="nonsense.json")
    assert engine.evaluate(patient, as_of=AS_OF) == engine.evaluate({"fever": True}, as_of=AS_OF)


def test_a_mapping_belongs_to_its_rules(engine):
    other = vertebra.load_rule_set(RULES, "spine_pro")
    with pytest.raises(ValueError, match="other rules"):
        fhir.read_record(fhir.load_mapping(RULES, other), "{}", vertebra.Patient(engine), as_of=AS_OF)
