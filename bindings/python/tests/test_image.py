"""Rule sets as images: in memory, in files, and in the pickles of engines."""

import copy
import os
import pickle
import shutil
import subprocess
import sys

import hypothesis
import hypothesis.strategies as st
import pyarrow
import pytest

import vertebra
from conftest import AS_OF, RULES
from shipped_cases import shipped_patients
from vertebra import spark

PATIENTS = shipped_patients(RULES)
SOME = {"lbp_present": True, "fever": True}


@pytest.fixture(scope="module")
def image(rule_set):
    return vertebra.to_image(rule_set)


@pytest.fixture(scope="module")
def compiled(image):
    return vertebra.load_image(image)


def test_an_image_is_the_programs(image, tmp_path):
    file = tmp_path / "low_back_pain.image"
    subprocess.run([os.environ["VERTEBRA_PROGRAM"], "compile", "--rules", RULES, "--output", file], check=True)
    assert file.read_bytes() == image
    for path in (file, str(file)):
        assert vertebra.to_image(vertebra.load_image(path)) == image


def test_a_compiled_engine_says_of_everybody_what_the_rules_say(engine, compiled):
    other = vertebra.Engine(compiled)
    for name, answers in PATIENTS.items():
        assert other.evaluate(answers, as_of=AS_OF) == engine.evaluate(answers, as_of=AS_OF), name
    assert other.ask_next(SOME, as_of=AS_OF) == engine.ask_next(SOME, as_of=AS_OF)
    assert other.counterfactuals(SOME, "care", as_of=AS_OF) == engine.counterfactuals(SOME, "care", as_of=AS_OF)
    assert vertebra.rules(compiled) == vertebra.rules(engine.rule_set)
    assert vertebra.strengths(compiled) == vertebra.strengths(engine.rule_set)


def test_it_tells_what_it_is(rule_set, compiled):
    assert compiled.is_compiled and not rule_set.is_compiled
    assert (compiled.hash, compiled.profile, compiled.language) == (rule_set.hash, rule_set.profile, rule_set.language)
    assert repr(compiled) == repr(rule_set)[:-1] + " compiled>"


@pytest.mark.parametrize(
    ("missing", "ask"),
    [
        ("catalogue", vertebra.treatments),
        ("guides", vertebra.guides),
        ("graph", vertebra.graph_dot),
        ("graph", lambda rules: vertebra.graph_mermaid(rules, around="heat")),
        ("graph", lambda rules: vertebra.influenced_by(rules, "fever")),
        ("graph", lambda rules: vertebra.rests_on(rules, "heat")),
        ("codes", vertebra.codes_to_json),
        ("codes", lambda rules: vertebra.fhir.load_mapping(RULES, rules)),
        ("rules", lambda rules: vertebra.Engine(rules).why(SOME, "care", as_of=AS_OF)),
    ],
)
def test_what_needs_the_rules_says_so(rule_set, compiled, missing, ask):
    with pytest.raises(vertebra.VertebraError) as caught:
        ask(compiled)
    (problem,) = caught.value.diagnostics
    assert problem.message.startswith(f"a compiled rule set has no {missing}") and problem.help == "load the folder of its rules"
    assert problem.code == "V0210" and problem.name == "missing-document"
    assert ask(rule_set) is not None


def test_other_bytes_are_refused(image, tmp_path):
    damaged = bytearray(image)
    damaged[len(image) // 2] ^= 1
    for wrong in (b"", b"rules", image[:-1], image + b" ", bytes(damaged)):
        with pytest.raises(vertebra.RuleSetError) as caught:
            vertebra.load_image(wrong)
        assert caught.value.diagnostics[0].file == "image" and caught.value.diagnostics[0].help
    file = tmp_path / "some.image"
    file.write_bytes(image[:100])
    with pytest.raises(vertebra.RuleSetError, match="some.image: error"):
        vertebra.load_image(file)
    with pytest.raises(FileNotFoundError):
        vertebra.load_image(tmp_path / "none.image")
    with pytest.raises(TypeError):
        vertebra.load_image(0)


def test_an_engine_is_made_once_in_a_process_however_often_it_arrives(engine):
    arrived = pickle.loads(pickle.dumps(engine))
    assert arrived.rule_set.is_compiled and arrived.rule_set.hash == engine.rule_set.hash
    assert pickle.loads(pickle.dumps(engine)) is arrived and pickle.loads(pickle.dumps(arrived)) is arrived
    assert pickle.loads(pickle.dumps(arrived.rule_set)) is arrived.rule_set
    other = vertebra.Engine(vertebra.load_rule_set(RULES, "spine_pro"))
    assert pickle.loads(pickle.dumps(other)) is not arrived
    assert pickle.loads(pickle.dumps(other)).rule_set.profile == "spine_pro"


def test_a_copy_in_the_process_is_itself(rule_set, engine):
    for thing in (rule_set, engine):
        assert copy.copy(thing) is thing and copy.deepcopy([thing])[0] is thing


def test_an_engine_goes_where_its_rules_are_not(tmp_path, engine):
    shutil.copytree(RULES, tmp_path / "rules")
    moved = pickle.dumps(vertebra.Engine(vertebra.load_rule_set(tmp_path / "rules", "default")))
    shutil.rmtree(tmp_path / "rules")
    code = (
        "import pickle, sys\n"
        "engine = pickle.load(sys.stdin.buffer)\n"
        f"sys.stdout.write(engine.evaluate({SOME!r}, as_of={AS_OF!r}).to_json())\n"
    )
    said = subprocess.run([sys.executable, "-c", code], input=moved, capture_output=True, check=True, cwd=tmp_path)
    assert said.stdout.decode() == engine.evaluate(SOME, as_of=AS_OF).to_json()


def test_a_pickle_of_other_rules_than_it_says_is_refused(rule_set):
    other = vertebra.load_rule_set(RULES, "spine_pro").hash
    make, (_, image) = rule_set.__reduce__()
    with pytest.raises(pickle.UnpicklingError, match=f"is of the rules {other} and holds {rule_set.hash}"):
        make(other, image)


ROWS = 300
FACTS = pyarrow.table({
    "patient": list(range(ROWS)),
    "lbp_present": [True] * ROWS,
    "pain_duration": [float(row * 13 % 90) if row % 7 else None for row in range(ROWS)],
    "fever": [None if row % 3 == 0 else row % 50 == 1 for row in range(ROWS)],
    "leg_weakness": ["both_legs" if row % 40 == 0 else "none" for row in range(ROWS)],
})  # fmt: skip
OUTPUTS = ["care", "first", "conflicts", "verdicts", "causes", "scores", "ranks"]


@pytest.fixture(scope="module")
def whole(engine):
    said = engine.evaluate_cohort(FACTS.drop_columns(["patient"]), as_of=AS_OF, outputs=OUTPUTS)
    return pyarrow.table(said).to_pylist()


@hypothesis.given(st.lists(st.integers(0, ROWS), max_size=6), st.integers(20, ROWS))
@hypothesis.settings(max_examples=20)
def test_any_partitioning_says_what_one_cohort_says(engine, whole, cuts, most):
    ends = [0, *sorted(cuts), ROWS]
    said = []
    for begin, end in zip(ends, ends[1:], strict=False):
        task = pickle.loads(pickle.dumps(engine))
        evaluate = spark.map_in_arrow(task, as_of=AS_OF, outputs=OUTPUTS, keep=["patient"])
        for batch in evaluate(iter(FACTS.slice(begin, end - begin).to_batches(max_chunksize=most))):
            said += batch.to_pylist()
    assert said == [{"patient": patient, **row} for patient, row in enumerate(whole)]
