"""What would be otherwise, and the fewest answers that would change the advice."""

import itertools
import os
import pickle
import subprocess

import pytest
import yaml

import vertebra
from conftest import AS_OF, RULES, SOURCE
from vertebra import Truth, Verdict

ANSWERS = yaml.load((SOURCE / "examples/data/acute_tight_muscles.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
CHANGES = {
    "acute_tight_muscles": {"fever": "yes"},
    "cauda_equina": {"saddle_numbness": "no", "bladder_control_problem": "none"},
    "empty": {"lbp_present": "yes"},
    "five_months": {"pain_duration": "3 wk"},
}
GOALS = ["care", "first", "offered:ibuprofen"]


def example(engine, name):
    patient = vertebra.Patient(engine)
    vertebra.read_patient(patient, (SOURCE / f"examples/data/{name}.yaml").read_text(encoding="utf-8"), f"{name}.yaml")
    return patient


def program(command, name, *arguments):
    file = SOURCE / f"examples/data/{name}.yaml"
    words = [os.environ["VERTEBRA_PROGRAM"], command, "--rules", RULES, "--patient", file, "--as-of", AS_OF, *arguments]
    return subprocess.run(words, capture_output=True, check=True).stdout.decode()


@pytest.mark.parametrize("name", CHANGES)
def test_a_difference_is_the_programs(engine, name):
    before = example(engine, name)
    after = before.copy()
    after.update(CHANGES[name])
    said = engine.what_if(before, after, as_of=AS_OF)
    words = [word for fact, answer in CHANGES[name].items() for word in ("--set", f"{fact}={answer}")]
    assert said.to_json() + "\n" == program("what-if", name, *words, "--format", "json")
    assert said.to_text().strip() == program("what-if", name, *words).strip()


@pytest.mark.parametrize("goal", GOALS)
@pytest.mark.parametrize("name", CHANGES)
def test_counterfactuals_are_the_programs(engine, name, goal):
    said = engine.counterfactuals(example(engine, name), goal, as_of=AS_OF)
    assert said.to_json() + "\n" == program("counterfactuals", name, "--change", goal, "--format", "json")
    assert said.to_text().strip() == program("counterfactuals", name, "--change", goal).strip()


def test_a_difference_is_that_of_two_outcomes(engine):
    changed = {**ANSWERS, "fever": None, "muscle_tightness": None}
    said = engine.what_if(ANSWERS, changed, as_of=AS_OF)
    before, after = (engine.evaluate(each, as_of=AS_OF) for each in (ANSWERS, changed))
    assert (said.care.before, said.care.after) == (before.care, after.care) and before.care != after.care
    standing = [
        {each.id: (each.verdict, each.cause, each.rank, each.score) for each in outcome.treatments} for outcome in (before, after)
    ]
    moved = {id for id in standing[0] if standing[0][id] != standing[1][id]}
    assert {each.id for each in said.treatments if each.standing.before != each.standing.after} == moved and moved
    for each in said.treatments:
        for side, known in zip((each.standing.before, each.standing.after), standing, strict=True):
            assert (side.verdict, side.cause, side.rank, side.score) == known[each.id] and isinstance(side.verdict, Verdict)
    flags = [{flag.id: flag.truth for flag in outcome.red_flags} for outcome in (before, after)]
    for flag in said.red_flags:
        for side, shown in zip((flag.truth.before, flag.truth.after), flags, strict=True):
            assert shown.get(flag.id, side) == side and isinstance(side, Truth)
    asked = [{each.fact for each in engine.ask_next(one, as_of=AS_OF)} for one in (ANSWERS, changed)]
    assert set(said.no_longer_asked) == asked[0] - asked[1] and set(said.newly_asked) == asked[1] - asked[0]
    assert {"fever", "muscle_tightness"} <= set(said.newly_asked) and said.red_flags
    assert (str(said.as_of), said.profile, said.hash) == (AS_OF, before.profile, before.hash)


def first(outcome):
    return "" if outcome.certain_first is None else outcome.treatments[0].id


def reaches(engine, goal, known, answers):
    now, then = engine.evaluate(known, as_of=AS_OF), engine.evaluate(answers, as_of=AS_OF)
    if goal == "care":
        return then.care is not None and (then.care.least, then.care.most) != (now.care.least, now.care.most)
    if goal == "first":
        return first(then) not in ("", first(now))
    treatment = goal.split(":")[1]
    return any(each.id == treatment and each.verdict == Verdict.offered for each in then.treatments)


TWICE_BLOCKED = {**ANSWERS, "peptic_ulcer_or_gi_bleed": True, "current_nsaid_use": True}


@pytest.mark.parametrize(
    ("goal", "known", "size"), [("care", ANSWERS, 1), ("first", ANSWERS, 1), ("offered:ibuprofen", TWICE_BLOCKED, 2)]
)
def test_a_set_reaches_the_goal_and_no_part_of_it_does(engine, goal, known, size):
    found = engine.counterfactuals(known, goal, as_of=AS_OF)
    assert found.sets and not found.reached_already and found.complete
    for each in found.sets:
        others = {answer.fact: answer.answer for answer in each.answers}
        outcome = engine.evaluate({**known, **others}, as_of=AS_OF)
        assert len(others) == size and reaches(engine, goal, known, {**known, **others}) and not outcome.conflicts
        assert outcome.care == each.then.care and first(outcome) == each.then.first
        for fewer in range(size):
            for part in itertools.combinations(others.items(), fewer):
                assert not reaches(engine, goal, known, {**known, **dict(part)})


def test_what_is_so_already_needs_no_answer(engine):
    offered = next(each.id for each in engine.evaluate(ANSWERS, as_of=AS_OF).treatments if each.verdict == Verdict.offered)
    said = engine.counterfactuals(ANSWERS, f"offered:{offered}", as_of=AS_OF)
    assert said.reached_already and said.sets == () and said.treatment_label
    same = engine.what_if(ANSWERS, dict(ANSWERS), as_of=AS_OF)
    assert same.empty and same.care is None and same.treatments == ()
    assert repr(same) == "<Difference: none>" and repr(said) == f"<Counterfactuals offered:{offered}: reached already>"


def test_they_are_plain_and_shown(engine):
    difference = engine.what_if(ANSWERS, {**ANSWERS, "leg_weakness": "both_legs"}, as_of=AS_OF)
    found = engine.counterfactuals(ANSWERS, "care", as_of=AS_OF)
    for said in (difference, found):
        back = pickle.loads(pickle.dumps(said))
        assert back == said and hash(back) == hash(said) and back.to_dict()["as_of"] == AS_OF
        assert said._repr_html_().startswith("<pre>") and "<pre>" not in said.to_text()
        with pytest.raises(AttributeError):
            said.profile = "mine"
    assert difference != engine.what_if(ANSWERS, {**ANSWERS, "fever": True}, as_of=AS_OF)
    assert f"care {difference.care.before.least.id}" in repr(difference) and "treatment" in repr(difference)
    assert repr(found) == f"<Counterfactuals care: {len(found.sets)} sets of 1 answer>" and len(found.sets) > 1


def test_what_is_not_there_is_refused(engine):
    with pytest.raises(ValueError, match="`offered:TREATMENT`"):
        engine.counterfactuals(ANSWERS, "health", as_of=AS_OF)
    with pytest.raises(vertebra.QuestionError, match="did you mean `ibuprofen`"):
        engine.counterfactuals(ANSWERS, "offered:ibuprofin", as_of=AS_OF)
    for pair in ((ANSWERS, {"fevr": True}), ({"fevr": True}, ANSWERS)):
        with pytest.raises(vertebra.PatientError, match="did you mean `fever`"):
            engine.what_if(*pair, as_of=AS_OF)
    other = vertebra.Engine(vertebra.load_rule_set(RULES, "spine_pro"))
    with pytest.raises(ValueError, match="an engine of other rules"):
        engine.what_if(ANSWERS, vertebra.Patient(other), as_of=AS_OF)
