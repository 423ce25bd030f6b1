"""Cases and coverage."""

import os
import subprocess

import pytest

import vertebra
from conftest import AS_OF, RULES
from shipped_cases import shipped_patients


@pytest.fixture(scope="module")
def shipped():
    return vertebra.run_cases(RULES, as_of=AS_OF)


def test_the_shipped_cases_pass_and_cover_everything(shipped):
    assert len(shipped.results) == len(shipped_patients(RULES)) and shipped.failed == 0
    assert shipped.coverage.basis_points == 10000 and shipped.coverage.covered == shipped.coverage.outcomes
    assert sum(rule.covered for rule in shipped.coverage.rules) == shipped.coverage.covered
    assert "0 failed" in repr(shipped)


def test_the_report_is_the_programs(shipped):
    command = [os.environ["VERTEBRA_PROGRAM"], "test", "--rules", RULES, "--as-of", AS_OF, "--format", "json"]
    said = subprocess.run(command, capture_output=True, check=False).stdout.decode()
    assert shipped.to_json().strip() == said.strip()
    assert shipped.to_text() and shipped.to_junit().startswith("<?xml") and "<html" in shipped.coverage_html()


def test_a_case_that_is_wrong_shows_both_sides():
    text = (
        "cases: low_back_pain\nprofile: default\ncases:\n"
        "  emergency_for_everyone:\n    given: {lbp_present: yes, leg_weakness: both_legs}\n    expect: {care: self_care}\n"
    )
    run = vertebra.run_cases(RULES, as_of=AS_OF, files={"mine.yaml": text})
    (result,) = run.results
    assert (result.file, result.line, result.id, result.passed, run.failed) == (
        "mine.yaml", 4, "emergency_for_everyone", False, 1)  # fmt: skip
    (difference,) = result.differences
    assert (difference.key, difference.missing, difference.unexpected) == ("care", ("self_care",), ("emergency",))


def test_cases_with_a_mistake_are_refused():
    with pytest.raises(vertebra.RuleSetError, match="mine.yaml"):
        vertebra.run_cases(RULES, as_of=AS_OF, files={"mine.yaml": "cases: low_back_pain\ncases: {a: {givn: {}}}\n"})


def test_an_evaluation_becomes_a_case_that_passes(engine):
    patient = vertebra.Patient(engine, {"lbp_present": True, "pain_duration": "5 d"})
    text = vertebra.to_case(patient, engine.evaluate(patient, as_of=AS_OF), "mine")
    assert vertebra.run_cases(RULES, as_of=AS_OF, files={"mine.yaml": text}).failed == 0
